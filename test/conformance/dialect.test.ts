import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type JsonObject, type JsonValue, readKpi, readTemplate } from "@rolewright/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { shippedKpis, shippedTemplates } from "../contract/shipped.ts";

/*
 * The published dialect (vocabulary and meta-schema with $dynamicRef and unevaluatedProperties), the flattened one
 * that editors use, and readTemplate must say the same about a template: the shipped ones and a thousand made from one
 * of them, good and bad.
 */

const schemas = new URL("../../schemas/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), "utf8")) as JsonObject;
const ownKeywords = ["x-role", "x-section", "x-item", "x-i18n", "x-extends", "x-kpi"];

const published = newAjv();
published.addVocabulary(ownKeywords);
published.addMetaSchema(read("role.vocabulary.schema.json"));
published.addMetaSchema(read("role.dialect.schema.json"));
const flat = newAjv().compile(read("generated/role.flat.en.schema.json"));

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, logger: false });
  formats.default(ajv);
  return ajv;
}

/** What each of the three says: is it a template? */
function verdicts(value: JsonObject): { published: boolean; flat: boolean; read: boolean } {
  return {
    published: published.validateSchema(value) === true,
    flat: flat(value),
    read: readTemplate(JSON.stringify(value)).template !== undefined,
  };
}

const roles = shippedTemplates().filter(({ text }) => text.includes('"https://rolewright.dev/role/1"'));
const templates = roles.map(({ name, text }) => {
  const { template } = readTemplate(text);
  assert.ok(template, name);
  return { name, value: template.value };
});

for (const { name, value } of templates.filter((template) => !takesAway(template.value))) {
  test(`${name} is a template for all three`, () => {
    assert.deepEqual(verdicts(value), { published: true, flat: true, read: true });
  });
}

// The published dialect is for whole templates: where something inherited is taken away there is no schema yet.
for (const { name, value } of templates.filter((template) => takesAway(template.value))) {
  test(`${name}, which takes away what it inherits, is a template for those that know x-extends`, () => {
    assert.deepEqual(verdicts(value), { published: false, flat: true, read: true });
  });
}

/** Whether a section or an item is `null`. */
function takesAway({ properties = {} }: { readonly properties?: Readonly<Record<string, unknown>> }): boolean {
  return Object.values(properties).some((node) => node === null || takesAway(node as { properties?: JsonObject }));
}

/* The same of the dialect of library KPIs. */

published.addMetaSchema(read("kpi.dialect.schema.json"));
const flatKpi = newAjv().compile(read("generated/kpi.flat.en.schema.json"));

function kpiVerdicts(value: JsonObject): { published: boolean; flat: boolean; read: boolean } {
  return {
    published: published.validateSchema(value) === true,
    flat: flatKpi(value),
    read: readKpi(JSON.stringify(value)).kpi !== undefined,
  };
}

const kpis = shippedKpis().map(({ name, text }) => {
  const { kpi, diagnostics } = readKpi(text);
  assert.ok(kpi, `${name}: ${JSON.stringify(diagnostics)}`);
  return { name, value: kpi.value };
});

test("every KPI of the library is one for all three", () => {
  for (const { name, value } of kpis) {
    assert.deepEqual(kpiVerdicts(value), { published: true, flat: true, read: true }, name);
  }
});

test("a misspelt keyword of a KPI is refused by all three, wherever it stands", () => {
  for (const { name, value } of kpis) {
    for (const path of [[], ["x-item"], ["x-item", "score"], ["x-kpi"]]) {
      const bad = changed(value, path, (object) => {
        // Not the first: without `$schema` a text is judged by no dialect at all.
        const entries = Object.entries(object);
        const [last = "", member = null] = entries.pop() ?? [];
        return Object.fromEntries([...entries, [`${last}z`, member]]);
      });
      assert.deepEqual(kpiVerdicts(bad), { published: false, flat: false, read: false }, `${name} ${path.join("/")}`);
    }
  }
});

test("a KPI is no role for any of the three, nor a role a KPI", () => {
  const kpi = kpis[0]?.value ?? {};
  const role = templates[0]?.value ?? {};
  const roleId = "https://rolewright.dev/role/1";
  const kpiId = "https://rolewright.dev/kpi/1";
  assert.deepEqual(verdicts({ ...kpi, $schema: roleId }), { published: false, flat: false, read: false });
  assert.deepEqual(kpiVerdicts({ ...role, $schema: kpiId }), { published: false, flat: false, read: false });
});

test("the flattened dialects are the same in every language but for their texts", () => {
  for (const dialect of ["role", "kpi"]) {
    const [english, chinese] = ["en", "zh-CN"].map((tag) =>
      withoutTexts(read(`generated/${dialect}.flat.${tag}.schema.json`)),
    );
    assert.deepEqual(english, chinese);
  }
});

function withoutTexts(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(
    ([key, member]) => !(typeof member === "string" && ["description", "markdownDescription", "label"].includes(key)),
  );
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutTexts(member)]));
}

/** Every object of a template in which keys are keywords, by path. */
function keywordObjects(value: JsonObject): (string | number)[][] {
  const found: (string | number)[][] = [[]];
  const items = Object.entries(objectAt(value, ["properties"]));
  for (const [section, node] of items) {
    found.push(["properties", section], ["properties", section, "x-section"]);
    for (const [item, body] of Object.entries(objectAt(node as JsonObject, ["properties"]))) {
      const path = ["properties", section, "properties", item];
      found.push(path);
      for (const info of [["x-item"], ["x-item", "target"], ["x-item", "score"], ["x-item", "due"]]) {
        if (Object.keys(objectAt(body as JsonObject, info)).length > 0) found.push([...path, ...info]);
      }
    }
  }
  return found;
}

function objectAt(value: JsonObject, path: readonly (string | number)[]): JsonObject {
  let here: JsonValue | undefined = value;
  for (const step of path) here = (here as Record<string | number, JsonValue> | undefined)?.[step];
  return (here ?? {}) as JsonObject;
}

/** A copy of the template in which one object is changed. */
function changed(value: JsonObject, path: readonly (string | number)[], change: (object: JsonObject) => JsonObject) {
  const copy = structuredClone(value) as Record<string, JsonValue>;
  const owner = objectAt(copy, path.slice(0, -1)) as Record<string | number, JsonValue>;
  const last = path.at(-1);
  if (last === undefined) return change(copy);
  owner[last] = change(owner[last] as JsonObject);
  return copy;
}

/** A role that stands on its own: of one that extends another, only the whole can be judged. */
const fixture = new URL("../../packages/runtime/src/fixtures/service-supervisor.jsonc", import.meta.url);
const sample = readTemplate(readFileSync(fixture, "utf8")).template?.value ?? assert.fail();
const places = keywordObjects(sample);

/** Changes after which a template is still one, whatever it was before. */
const harmless = fc.oneof(
  fc.record({ key: fc.constantFrom("weight", "share"), value: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ key: fc.constantFrom("unit", "source", "owner", "evidence"), value: fc.string({ minLength: 1 }) }),
  fc.record({ key: fc.constant("every"), value: fc.constantFrom("day", "week", "month", "year", "event") }),
  fc.record({ key: fc.constant("noData"), value: fc.constantFrom("block", "zero", "exclude") }),
  fc.record({ key: fc.constant("target"), value: fc.record({ minimum: fc.integer(), maximum: fc.integer() }) }),
  fc.record({
    key: fc.constant("due"),
    value: fc.record({ day: fc.integer({ min: 1, max: 31 }), inclusive: fc.boolean() }),
  }),
  fc.record({ key: fc.constant("supports"), value: fc.uniqueArray(fc.string()) }),
);

test("property: a template in which anything was changed within the rules is one for all three", () => {
  const infos = places.filter((path) => path.at(-1) === "x-item");
  const changes = fc.array(fc.tuple(fc.nat(), harmless), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(changes, (list) => {
      const good = list.reduce((value, [pick, { key, value: member }]) => {
        return changed(value, infos[pick % infos.length] ?? [], (info) => ({ ...info, [key]: member }));
      }, sample);
      assert.deepEqual(verdicts(good), { published: true, flat: true, read: true });
    }),
    { numRuns: 400 },
  );
});

test("property: a misspelt keyword is refused by all three, wherever it stands", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (pick, which) => {
      const path = places[pick % places.length] ?? [];
      const bad = changed(sample, path, (object) => {
        // Without `$schema` a text is judged by no dialect at all.
        const keys = Object.keys(object).filter((key) => key !== "$schema");
        const chosen = keys[which % keys.length] ?? "";
        return Object.fromEntries(
          Object.entries(object).map(([key, member]) => [key === chosen ? `${key}z` : key, member]),
        );
      });
      assert.deepEqual(verdicts(bad), { published: false, flat: false, read: false });
    }),
    { numRuns: 300 },
  );
});

test("property: a value of the wrong kind under a keyword of ours is refused by all three", () => {
  const infos = places.filter((path) => path.includes("x-item") || path.includes("x-section"));
  const wrong = fc.constantFrom<JsonValue>(-1.5, "\u0000", [], [[1]], { nothing: true });
  fc.assert(
    fc.property(fc.nat(), fc.nat(), wrong, (pick, which, value) => {
      const path = infos[pick % infos.length] ?? [];
      const keys = Object.keys(objectAt(sample, path));
      const key = keys[which % keys.length] ?? "";
      const bad = changed(sample, path, (object) => ({ ...object, [key]: value }));
      const said = verdicts(bad);
      assert.deepEqual(said, { published: said.flat, flat: said.flat, read: said.flat }, `${path.join("/")}/${key}`);
    }),
    { numRuns: 300 },
  );
});

test("what templates must not use is refused by all three", () => {
  const item = places.find((path) => path.length === 4) ?? [];
  for (const keyword of ["patternProperties", "$dynamicRef", "$anchor", "unevaluatedProperties", "contentSchema"]) {
    const bad = changed(sample, item, (object) => ({ ...object, [keyword]: {} }));
    assert.deepEqual(verdicts(bad), { published: false, flat: false, read: false }, keyword);
  }
});
