import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "./edit.ts";
import { inspect } from "./inspect.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { localize } from "./localize.ts";
import type { TemplateHost } from "./template.ts";
import { library, spotCheckText } from "./testing/library.ts";
import { compiled, supervisorText } from "./testing/template-text.ts";

const parentId = "https://rolewright.dev/roles/test/service-supervisor";
const childId = "https://rolewright.dev/roles/test/night-supervisor";
const kpiId = "https://rolewright.dev/kpis/test/spot-check";

const host = library({ [parentId]: supervisorText, [kpiId]: spotCheckText });

function roleText(body: object): string {
  return JSON.stringify(
    { $schema: "https://rolewright.dev/role/1", $id: childId, title: "夜班客服主管", ...body },
    null,
    2,
  );
}

function child(body: object, parent = `${parentId}@1`): string {
  return roleText({ "x-extends": parent, ...body });
}

const standards = (properties: object) => ({ properties: { standards: { properties } } });

/** A role that stands on its own, with one section of standards. */
function alone(items: object): string {
  return roleText({
    type: "object",
    properties: {
      standards: { title: "工作标准", type: "object", "x-section": { kind: "standards" }, properties: items },
    },
  });
}

function itemsOf(text: string, from: TemplateHost = host) {
  const items = compiled(text, from).sections.flatMap((section) => section.items);
  return new Map(items.map((item) => [item.key, item]));
}

function item(text: string, key: string, from: TemplateHost = host) {
  const found = itemsOf(text, from).get(key);
  assert.ok(found, key);
  return found;
}

/** The findings of a text as `code at the text they point at`; advice is another matter. */
function findings(text: string, from: TemplateHost): string[] {
  return inspect(text, from)
    .diagnostics.filter(({ severity }) => severity !== "info")
    .map(({ code, range }) => `${code} at ${text.slice(range.start, Math.min(range.end, range.start + 40))}`);
}

/** The codes of the findings of a text. */
function codes(text: string, from: TemplateHost = host): string[] {
  return findings(text, from).map((found) => found.split(" ")[0] ?? "");
}

test("a template inherits everything it does not change, in the parent's order", () => {
  const role = compiled(child(standards({ spotCheck: { "x-item": { weight: 50 } }, stockTake: null })), host);
  assert.equal(role.title, "夜班客服主管");
  assert.equal(role.id, childId);
  assert.equal(role.identity.department, "物业服务中心");
  const keys = role.sections[2]?.items.map(({ key, weight }) => [key, weight]);
  assert.deepEqual(keys, [
    ["budgetDeviation", "30"],
    ["weeklyMeeting", "20"],
    ["spotCheck", "50"],
  ]);
});

test("naming an inherited item without changing it says where it goes", () => {
  const text = child(standards({ stockTake: {}, extra: { title: "更多", type: "boolean" }, weeklyMeeting: {} }));
  const keys = compiled(text, host).sections[2]?.items.map(({ key, number }) => [number, key]);
  assert.deepEqual(keys, [
    ["3.1", "budgetDeviation"],
    ["3.2", "stockTake"],
    ["3.3", "extra"],
    ["3.4", "weeklyMeeting"],
    ["3.5", "spotCheck"],
  ]);
});

test("an identity is not inherited", () => {
  const text = child({}).replace(/"\$id": "[^"]*",/, "");
  assert.deepEqual(codes(text), ["schema/missing"]);
});

test("findings about inherited parts point at the nearest place, or at the x-extends that brings them", () => {
  const text = child(standards({ stockTake: null }));
  assert.deepEqual(findings(text, host), ['weights/sum at "standards"']);
  const heavier = library({ [parentId]: supervisorText.replace('"weight": 30', '"weight": 40') });
  assert.deepEqual(codes(child({}), heavier), ["weights/sum"]);
  const source = item(child({}), "stockTake").source.range;
  assert.equal(child({}).slice(source.start, source.end), JSON.stringify(`${parentId}@1`));
});

test("the version asked for is the version the host is asked for", () => {
  const asked: (number | undefined)[] = [];
  compiled(child({}, `${parentId}@3`), {
    template: (_id, version) => {
      asked.push(version);
      return supervisorText;
    },
  });
  assert.deepEqual(asked, [3]);
});

test("a parent without a version is a warning, with the newest one as its fix", () => {
  const text = child({}, parentId);
  const [found] = inspect(text, host).diagnostics;
  assert.equal(found?.code, "extends/unpinned");
  const fixed = applyEdits(text, found.fixes[0]?.edits ?? []);
  assert.deepEqual(findings(fixed, host), []);
});

test("a parent that nobody knows is named, with the nearest name as its fix", () => {
  assert.deepEqual(findings(child({}, "https://x.org/none@1"), host), [
    'extends/unknown-parent at "https://x.org/none@1"',
  ]);
  const text = child({}, `${parentId.replace("supervisor", "supervizor")}@1`);
  const [found] = inspect(text, host).diagnostics;
  assert.equal(found?.code, "extends/unknown-parent");
  assert.equal(found.params.nearest, parentId);
  assert.deepEqual(findings(applyEdits(text, found.fixes[0]?.edits ?? []), host), []);
});

test("a version that nobody published is told apart from an unknown parent", () => {
  const [found] = inspect(child({}, `${parentId}@9`), host).diagnostics;
  assert.equal(found?.code, "extends/unknown-version");
  assert.deepEqual(found.params, { parent: parentId, version: 9, newest: 1, via: "", direct: true });
});

test("a parent that does not read is named", () => {
  const broken = { template: () => "{" };
  assert.deepEqual(codes(child({}), broken), ["extends/broken-parent"]);
});

test("templates that build on each other in a circle are refused, also through an item", () => {
  const circle = library({ [parentId]: child({}, `${childId}@1`).replace(childId, parentId), [childId]: child({}) });
  assert.deepEqual(codes(child({}), circle), ["extends/circle"]);
  const loop = spotCheckText.replace('"title": "抽查比例",', `"title": "抽查比例", "x-extends": "${kpiId}@1",`);
  const text = alone({ spotCheck: { "x-extends": `${kpiId}@1` } });
  assert.deepEqual(codes(text, library({ [kpiId]: loop })), ["extends/circle"]);
});

test("a line of parents longer than any organisation has levels is refused", () => {
  const id = (level: number) => `https://rolewright.dev/roles/test/level-${level}`;
  const line = Array.from({ length: 12 }, (_, level) => [
    id(level),
    child({}, `${id(level + 1)}@1`).replace(childId, id(level)),
  ]);
  const host = library(Object.fromEntries([...line, [id(12), supervisorText.replace(parentId, id(12))]]));
  assert.deepEqual(codes(child({}, `${id(0)}@1`), host), ["extends/too-deep"]);
  assert.deepEqual(codes(child({}, `${id(9)}@1`), host), []);
});

test("removing what the parent does not have is a warning at that key", () => {
  const text = child(standards({ spotChek: null }));
  assert.deepEqual(findings(text, host), ['extends/nothing-to-remove at "spotChek"']);
});

test("an override that breaks the grammar of the whole is refused", () => {
  const text = child({ properties: { extra: { title: "更多" } } });
  assert.equal(codes(text)[0], "schema/missing");
});

test("a definition of the child that closes a circle with the parent's is refused", () => {
  const parent = supervisorText.replace('"$defs": {', '"$defs": { "loop": { "$ref": "#/$defs/day" },');
  const text = child({ $defs: { day: { anyOf: [{ $ref: "#/$defs/loop" }] } } });
  const found = codes(text, { template: () => parent });
  assert.ok(found.every((code) => code === "schema/reference-circle") && found.length > 0, found.join());
});

test("an item takes a KPI of the library and says only what differs", () => {
  const text = alone({ checks: { "x-extends": `${kpiId}@1`, title: "投诉抽查", "x-item": { weight: 100 } } });
  assert.deepEqual(findings(text, host), []);
  const checks = item(text, "checks");
  assert.equal(checks.title, "投诉抽查");
  assert.equal(checks.weight, "100");
  assert.equal(checks.observation.kind, "inputs");
  assert.deepEqual(checks.target?.schema, { minimum: 5 });
  assert.deepEqual(Object.keys(checks.translations.en ?? {}), ["title"]);
});

test("each field knows whether it is inherited and from where", () => {
  const text = alone({
    checks: { "x-extends": `${kpiId}@1`, title: "投诉抽查", "x-item": { weight: 100, due: { day: 5 } } },
  });
  const { origin, provenance = {} } = item(text, "checks");
  assert.deepEqual(origin, { id: kpiId, version: 1, title: "抽查比例", titles: { en: "Spot checks" } });
  assert.deepEqual(Object.keys(provenance).sort(), [
    "dataSource",
    "description",
    "every",
    "measure",
    "observation",
    "score",
    "target",
    "unit",
  ]);
  assert.ok(Object.values(provenance).every((from) => from === origin));
  const english = localize(compiled(text, host), "en").sections[0]?.items[0];
  assert.equal(english?.origin?.title, "Spot checks");
});

test("what a template wrote itself has no origin; what it inherits as a whole has its parent's", () => {
  assert.equal(compiled(supervisorText).origin, undefined);
  assert.equal(JSON.stringify(compiled(supervisorText)).includes("provenance"), false);
  const role = compiled(
    child({ "x-role": { department: "夜班组" }, ...standards({ more: { title: "更多", type: "boolean" } }) }),
    host,
  );
  assert.equal(role.origin?.id, parentId);
  assert.equal(role.provenance?.department, undefined);
  assert.equal(role.provenance?.reportsTo?.id, parentId);
  assert.equal(role.provenance?.grades?.version, 1);
  const last = role.sections[2];
  assert.equal(last?.origin?.id, parentId);
  assert.equal(last?.items.at(-1)?.origin, undefined);
  assert.equal(last?.items.at(-1)?.provenance, undefined);
});

test("of several parents each field names the one that wrote it last", () => {
  const middleId = "https://rolewright.dev/roles/test/shift-supervisor";
  const middle = child(standards({ stockTake: { "x-item": { weight: 20, source: "夜班台账" } } })).replace(
    childId,
    middleId,
  );
  const texts = library({ [parentId]: supervisorText, [middleId]: middle });
  const text = child(standards({ stockTake: { title: "夜班盘点" } }), `${middleId}@1`);
  const { origin, provenance } = item(text, "stockTake", texts);
  assert.equal(origin?.id, parentId);
  assert.equal(provenance?.title, undefined);
  assert.equal(provenance?.weight?.id, middleId);
  assert.equal(provenance?.dataSource?.id, middleId);
  assert.equal(provenance?.due?.id, parentId);
});

test("a KPI named in an override comes between the parent's item and the override", () => {
  const text = child(standards({ spotCheck: { "x-extends": `${kpiId}@1`, "x-item": { source: null } } }));
  const { title, weight, dataSource, origin, provenance } = item(text, "spotCheck");
  assert.deepEqual([title, weight, dataSource], ["抽查比例", "30", undefined]);
  assert.equal(origin?.id, parentId);
  assert.equal(provenance?.title?.id, kpiId);
  assert.equal(provenance?.weight?.id, parentId);
});

test("a section and an item take their namesakes of another role, with the definitions they refer to", () => {
  const text = roleText({
    type: "object",
    properties: {
      duties: { "x-extends": `${parentId}@1`, properties: { complaints: { title: "夜间投诉" } } },
      standards: {
        title: "工作标准",
        type: "object",
        "x-section": { kind: "standards" },
        properties: { stockTake: { "x-extends": `${parentId}@1`, "x-item": { weight: 100 } } },
      },
    },
  });
  assert.deepEqual(findings(text, host), []);
  const role = compiled(text, host);
  assert.deepEqual(
    role.sections.map(({ key, origin }) => [key, origin?.id]),
    [
      ["duties", parentId],
      ["standards", undefined],
    ],
  );
  assert.equal(role.sections[0]?.items[0]?.title, "夜间投诉");
  const stockTake = item(text, "stockTake");
  assert.equal(stockTake.observation.kind, "date");
  assert.equal(JSON.stringify(stockTake.observation.schema).includes("$ref"), false);
});

test("what has no namesake, and a KPI in the place of a role, are refused", () => {
  const text = alone({ stockTak: { "x-extends": `${parentId}@1` } });
  const [found] = inspect(text, host).diagnostics;
  assert.equal(found?.code, "extends/no-such-part");
  assert.equal(found.params.nearest, "stockTake");
  assert.deepEqual(codes(child({}, `${kpiId}@1`)), ["extends/wrong-kind"]);
});

test("a problem further up is told at the template's own x-extends", () => {
  const middleId = "https://rolewright.dev/roles/test/shift-supervisor";
  const middle = child({}, "https://x.org/none@1").replace(childId, middleId);
  const text = child({}, `${middleId}@1`);
  const [found] = inspect(text, library({ [middleId]: middle })).diagnostics;
  assert.equal(found?.code, "extends/unknown-parent");
  assert.equal(found.params.direct, false);
  assert.equal(text.slice(found.range.start, found.range.end), JSON.stringify(`${middleId}@1`));
});

test("many items that each take a large part are refused before they fill the memory", () => {
  const many = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`input${index}`, { title: "数", type: "number" }]),
  );
  const large = JSON.parse(
    JSON.stringify(kpiValue()).replace('"required"', `"more":${JSON.stringify(many)},"required"`),
  );
  const kpi = JSON.stringify({ ...large, properties: { ...large.properties, ...large.more }, more: undefined });
  const items = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`item${index}`, { "x-extends": `${kpiId}@1` }]),
  );
  const found = inspect(alone(items), library({ [kpiId]: kpi })).diagnostics;
  assert.ok(
    found.some(({ code }) => code === "extends/too-large"),
    found[0]?.code,
  );
});

function kpiValue(): JsonObject {
  const text = spotCheckText.replaceAll(/,(\s*[}\]])/g, "$1");
  return JSON.parse(text) as JsonObject;
}

const targetOf = (target: JsonValue) => child(standards({ spotCheck: { "x-item": { target } } }));

test("a loosened target is a warning with both values, the parent and a way back", () => {
  const text = targetOf({ minimum: 3 });
  const [found] = inspect(text, host).diagnostics.filter(({ severity }) => severity !== "info");
  assert.equal(found?.code, "extends/loosened");
  assert.equal(found.severity, "warning");
  assert.deepEqual([found.params.before, found.params.after, found.params.parent], ["≥ 5 %", "≥ 3 %", "客服主管"]);
  const back = applyEdits(text, found.fixes[0]?.edits ?? []);
  assert.deepEqual(item(back, "spotCheck").target?.schema, { minimum: 5 });
  assert.deepEqual(findings(back, host), []);
});

test("a tightened target is none, one taken away is, and a new measure makes another standard of it", () => {
  assert.deepEqual(codes(targetOf({ minimum: 8 })), []);
  assert.deepEqual(codes(targetOf({ minimum: null, exclusiveMinimum: 5 })), []);
  assert.ok(codes(targetOf({ minimum: null, maximum: 3 })).includes("extends/loosened"));
  assert.ok(codes(targetOf(null)).includes("extends/loosened"));
  const other = child(standards({ spotCheck: { "x-item": { unit: "件", target: { minimum: 3 } } } }));
  assert.ok(!codes(other).includes("extends/loosened"));
});

test("compiling the same text with the same parents gives equal models and leaves the parents as they were", () => {
  const text = child(standards({ spotCheck: { "x-extends": `${kpiId}@1`, "x-item": { weight: 30 } } }));
  assert.deepEqual(compiled(text, host), compiled(text, host));
});
