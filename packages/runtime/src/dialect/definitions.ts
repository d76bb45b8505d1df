import type { JsonObject } from "../json.ts";
import { measures } from "../measures/index.ts";
import { scoringMethods } from "../scoring/index.ts";

/*
 * What our keywords may hold: the one source of the dialect. The published vocabulary, the grammar that readTemplate
 * checks and the editors' schema are all built from these definitions; those of scoring methods and measures come from
 * their own lists, so that a new method is known everywhere at once.
 */

const words: JsonObject = { type: "string", minLength: 1 };
const listOfWords: JsonObject = { type: "array", items: words };
const points: JsonObject = { type: "number", minimum: 0, maximum: 100 };

/** An object that takes these members and no others. */
export function closed(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

/** A reference to a definition. Alone in its object: Monaco ignores what stands beside a `$ref`. */
export function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}

/** `x-i18n` on one kind of node: language tag → texts. */
function translations(texts: JsonObject): JsonObject {
  return {
    type: "object",
    propertyNames: { pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
    additionalProperties: closed(texts),
  };
}

const contacts = closed({ internal: listOfWords, external: listOfWords });

const roleTexts: JsonObject = {
  title: words,
  description: words,
  department: words,
  supervision: listOfWords,
  contacts,
  authority: listOfWords,
  workingConditions: words,
  classification: words,
};

const relatedRole = closed(
  {
    title: words,
    role: { type: "string", format: "uri" },
    authority: listOfWords,
    "x-i18n": translations({ title: words, authority: listOfWords }),
  },
  ["title"],
);

const roleIdentity = closed({
  language: { type: "string", pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
  department: words,
  reportsTo: ref("RelatedRole"),
  supervises: { type: "array", items: ref("RelatedRole") },
  supervision: listOfWords,
  contacts,
  authority: listOfWords,
  workingConditions: words,
  occupationCode: words,
  effectiveDate: { type: "string", format: "date" },
  classification: words,
  grades: {
    type: "array",
    minItems: 1,
    items: closed({ grade: words, from: { type: "number" } }, ["grade", "from"]),
  },
  rounding: closed({
    digits: { type: "integer", minimum: 0, maximum: 6 },
    mode: { enum: ["half-up", "half-even", "down"] },
  }),
  "x-i18n": ref("RoleTexts"),
});

const sectionInfo = closed(
  {
    kind: { enum: ["qualifications", "duties", "standards", "competencies", "custom"] },
    weight: points,
    numbering: { enum: ["decimal", "none"] },
  },
  ["kind"],
);

const itemInfo = closed({
  every: { enum: ["day", "week", "month", "quarter", "half-year", "year", "once", "event"] },
  due: ref("Due"),
  unit: words,
  weight: points,
  target: ref("Target"),
  measure: ref("Measure"),
  aggregate: { enum: ["share-met", "mean", "sum", "last", "worst"] },
  score: ref("Score"),
  noData: { enum: ["block", "zero", "exclude"] },
  cumulative: { type: "boolean" },
  fromTicks: { type: "boolean" },
  source: words,
  owner: words,
  evidence: words,
  supports: { type: "array", items: { type: "string" }, uniqueItems: true },
  part: { enum: ["lead", "organise", "take-part", "review", "assist", "approve"] },
  need: { enum: ["required", "preferred", "essential", "marginal"] },
  share: points,
});

/** What a library says of a KPI beyond what an item says: how people look for it and how it is calculated. */
const kpiInfo = closed(
  {
    family: { type: "string", pattern: "^[a-z][a-z0-9-]*$" },
    direction: { enum: ["higher", "lower", "closer"] },
    formula: words,
    keywords: listOfWords,
  },
  ["family", "direction", "formula"],
);

const itemTexts: JsonObject = {
  title: words,
  description: words,
  unit: words,
  source: words,
  owner: words,
  evidence: words,
  enum: listOfWords,
};

const due = closed({
  day: { anyOf: [{ type: "integer", minimum: 1, maximum: 31 }, { const: "last" }] },
  workingDay: { type: "integer", minimum: 1, maximum: 23 },
  weekday: { enum: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] },
  month: { type: "integer", minimum: 1, maximum: 12 },
  monthsAfter: { type: "integer", minimum: 0, maximum: 12 },
  inclusive: { type: "boolean" },
  roll: { enum: ["none", "next", "previous"] },
});

/**
 * A target is a subschema over the derived value, so any validator can check it. It takes only what the scorecard can
 * read statically: a keyword the scorecard ignored would be a promise nobody keeps.
 */
const target: JsonObject = {
  ...closed({
    minimum: { type: "number" },
    exclusiveMinimum: { type: "number" },
    maximum: { type: "number" },
    exclusiveMaximum: { type: "number" },
    const: { type: ["number", "string", "boolean"] },
    enum: { type: "array", minItems: 1, items: { type: ["number", "string", "boolean"] } },
    title: words,
    description: words,
    $comment: { type: "string" },
  }),
  minProperties: 1,
};

interface Kind {
  readonly id: string;
  readonly params: JsonObject;
}

/** `{ kind, …parameters }`: the parameters allowed are those of the kind named. */
function byKind(prefix: string, kinds: readonly Kind[]): JsonObject {
  const choice = (id: string): JsonObject => ({ properties: { kind: { const: id } }, required: ["kind"] });
  return {
    type: "object",
    properties: { kind: { enum: kinds.map(({ id }) => id) } },
    required: ["kind"],
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
    allOf: kinds.map(({ id }) => ({ if: choice(id), then: ref(`${prefix}-${id}`) })),
  };
}

function kindDefinitions(prefix: string, kinds: readonly Kind[]): JsonObject {
  return Object.fromEntries(
    kinds.map(({ id, params }) => {
      const properties = { kind: { const: id }, ...(params.properties as JsonObject | undefined) };
      return [`${prefix}-${id}`, { type: "object", additionalProperties: false, ...params, properties }];
    }),
  );
}

/** What `x-extends` takes: an `$id`, with a version behind `@` or without. */
export const reference: JsonObject = { type: "string", pattern: "^[^@\\s]+(@[1-9][0-9]*)?$" };

/** One check that is not to be reported, and why; without a reason it has no effect, which a rule of its own says. */
const lintIgnore = closed({ code: { type: "string", pattern: "^[a-z-]+(/[a-z-]+)?$" }, reason: { type: "string" } }, [
  "code",
]);

/** The definitions of our keywords, by name. */
export function ownDefinitions(): JsonObject {
  return {
    RoleIdentity: roleIdentity,
    RelatedRole: relatedRole,
    RoleTexts: translations(roleTexts),
    SectionInfo: sectionInfo,
    SectionTexts: translations({ title: words, description: words }),
    ItemInfo: itemInfo,
    ItemTexts: translations(itemTexts),
    KpiInfo: kpiInfo,
    KpiTexts: translations({ ...itemTexts, formula: words }),
    InputInfo: closed({ unit: words }),
    LintIgnores: { type: "array", minItems: 1, items: ref("LintIgnore") },
    LintIgnore: lintIgnore,
    Due: due,
    Target: target,
    Measure: byKind("measure", measures),
    ...kindDefinitions("measure", measures),
    Score: byKind("score", scoringMethods),
    ...kindDefinitions("score", scoringMethods),
  };
}
