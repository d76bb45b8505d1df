import type { Cadence, Deadline, Description, Qualification, Standard } from "./generated/import-result.ts";

/** Where a draft comes from and what it is called. */
export interface DraftOptions {
  /** `$id` of the new template. */
  readonly id: string;
  /** BCP 47 tag of the source. */
  readonly language: string;
  /** Name of the source, for a comment. */
  readonly sourceName: string;
}

/** Words the draft needs beside those of the source: messages `reading.draft.<word>`, in the source's language. */
export type DraftWord = "untitled" | "qualifications" | "duties" | "standards" | "years" | "source" | "others";

/** What a text says in which no description was found. */
export const emptyDescription: Description = {
  span: { start: 0, end: 0 },
  confidence: 0,
  subordinates: [],
  purpose: [],
  qualifications: [],
  duties: [],
  standards: [],
  authority: [],
  others: [],
};

/**
 * Writes a description as the text of a role template. Every section is there even when it is empty, so that the author
 * sees what is missing. Standards get no weight: how much a standard counts is never in the source. What a template has
 * no place for (pay, the company) stands in comments: nothing is lost.
 */
export function draftTemplate(
  description: Description,
  { id, language, sourceName }: DraftOptions,
  words: (word: DraftWord) => string,
): string {
  const { title, purpose, qualifications, duties, standards } = description;
  const template = {
    $schema: "https://rolewright.dev/role/1",
    $id: id,
    title: title?.text ?? words("untitled"),
    ...(purpose.length > 0 ? { description: purpose.map(({ text }) => text).join("\n") } : {}),
    type: "object",
    "x-role": identity(description, language),
    properties: {
      qualifications: section(
        "qualifications",
        words,
        qualifications.map((found) => qualification(found, words("years"))),
      ),
      duties: section(
        "duties",
        words,
        duties.map(({ text, part, ...when }) => observation(text, { ...timing(when), ...(part ? { part } : {}) })),
      ),
      standards: section("standards", words, standards.map(standard)),
    },
  };
  return `${comments(description, sourceName, words)}${JSON.stringify(template, null, 2)}\n`;
}

function identity({ department, superior, subordinates, authority, others }: Description, language: string): object {
  const conditions = others.filter(({ section: kind }) => kind === "conditions").map(({ text }) => text);
  return {
    language,
    ...(department ? { department: department.text } : {}),
    ...(superior ? { reportsTo: { title: superior.text } } : {}),
    ...(subordinates.length > 0 ? { supervises: subordinates.map(({ text }) => ({ title: text })) } : {}),
    ...(authority.length > 0 ? { authority: authority.map(({ text }) => text) } : {}),
    ...(conditions.length > 0 ? { workingConditions: conditions.join("\n") } : {}),
  };
}

type SectionKind = "qualifications" | "duties" | "standards";

const stems: Readonly<Record<SectionKind, string>> = {
  qualifications: "qualification",
  duties: "duty",
  standards: "standard",
};

function section(kind: SectionKind, words: (word: DraftWord) => string, items: readonly object[]): object {
  const properties = Object.fromEntries(items.map((item, index) => [`${stems[kind]}${index + 1}`, item]));
  return { title: words(kind), type: "object", "x-section": { kind }, properties };
}

function observation(title: string, item: object): object {
  return { title, type: "boolean", "x-item": item };
}

/** Only years of experience can be measured; age is a condition that the law mostly forbids, and stays words. */
function qualification({ text, kind, need, years, yearsTo }: Qualification, unit: string): object {
  if (kind !== "experience" || years === undefined) return observation(text, { need, target: { const: true } });
  const target = { minimum: years, ...(yearsTo === undefined ? {} : { maximum: yearsTo }) };
  return { title: text, type: "number", minimum: 0, "x-item": { need, unit, target } };
}

function standard({ text, unit, ...found }: Standard): object {
  const target = targetOf(found);
  if (!target) return observation(text, timing(found));
  return { title: text, type: "number", minimum: 0, "x-item": { ...timing(found), ...(unit ? { unit } : {}), target } };
}

const keywords = {
  ">=": "minimum",
  ">": "exclusiveMinimum",
  "<=": "maximum",
  "<": "exclusiveMaximum",
  "=": "const",
} as const;

function targetOf({ operator, target }: Pick<Standard, "operator" | "target">): object | undefined {
  if (operator === undefined || target === undefined) return undefined;
  if (typeof target === "object") return { minimum: target.from, maximum: target.to };
  return operator === "between" ? undefined : { [keywords[operator]]: target };
}

interface When {
  readonly cadence?: Cadence;
  readonly interval?: number;
  readonly deadline?: Deadline;
}

const unsayable: ReadonlySet<Cadence> = new Set<Cadence>(["shift", "term", "half-month"]);

/** A rhythm the language cannot say (every second week, each shift, each term) stays words. */
function timing({ cadence, interval, deadline }: When): object {
  const sayable = cadence !== undefined && !unsayable.has(cadence) && interval === undefined;
  const due = deadline && dueOf(deadline);
  return { ...(sayable ? { every: cadence } : {}), ...(due ? { due } : {}) };
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function dueOf({ month, day, weekday, next, inclusive }: Deadline): object | undefined {
  if (day === undefined && weekday === undefined) return undefined;
  return {
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(weekday === undefined ? {} : { weekday: weekdays[weekday - 1] }),
    ...(next ? { monthsAfter: 1 } : {}),
    ...(inclusive === null ? {} : { inclusive }),
  };
}

function comments({ others }: Description, sourceName: string, words: (word: DraftWord) => string): string {
  const rest = others.filter(({ section: kind }) => kind !== "conditions").flatMap(({ text }) => text.split("\n"));
  const lines = [`${words("source")}${sourceName}`, ...(rest.length > 0 ? [words("others"), ...rest] : [])];
  return lines.map((line) => `// ${line.replace(/[\r\n\u2028\u2029]/gu, " ")}\n`).join("");
}
