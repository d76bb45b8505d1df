import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "./compile.ts";
import { inspect } from "./inspect.ts";
import type { JsonObject } from "./json.ts";
import type { Item } from "./model.ts";
import { readTemplate } from "./read.ts";
import { compiled, findings, standard, supervisorText, supervisorWith } from "./testing/template-text.ts";

const role = compiled(supervisorText);

function item(key: string): Item {
  const found = role.sections.flatMap(({ items }) => items).find((candidate) => candidate.key === key);
  assert.ok(found);
  return found;
}

test("identity, reporting lines and grades come from x-role, grades highest first", () => {
  assert.equal(role.purpose, "带好前台与管家，让业主的来电、来访和投诉件件有回音。");
  assert.deepEqual(role.identity.reportsTo?.authority, ["请示", "汇报"]);
  assert.deepEqual(
    role.identity.supervises.map(({ title }) => title),
    ["前台", "管家"],
  );
  assert.deepEqual(
    role.grades.map(({ grade, from }) => `${grade} ${from}`),
    ["A 90", "B 80", "C 60"],
  );
  assert.deepEqual(role.rounding, { digits: 2, mode: "half-up" });
});

test("sections and items are numbered in text order", () => {
  assert.deepEqual(
    role.sections.flatMap(({ number, items }) => [number, ...items.map((each) => `${each.number} ${each.key}`)]),
    [
      "1",
      "1.1 education",
      "2",
      "2.1 complaints",
      "2.2 budgeting",
      "2.3 teamWork",
      "2.4 assets",
      "3",
      "3.1 budgetDeviation",
      "3.2 weeklyMeeting",
      "3.3 spotCheck",
      "3.4 stockTake",
    ],
  );
});

test("what an observation is follows from the item's schema", () => {
  const kinds = role.sections.flatMap(({ items }) => items.map(({ observation }) => observation.kind));
  assert.deepEqual(kinds, ["choice", "tick", "tick", "tick", "tick", "inputs", "events", "inputs", "date"]);
  assert.deepEqual(
    item("budgetDeviation").observation.fields.map(({ key, title, unit, required }) => [key, title, unit, required]),
    [
      ["budget", "预算", "万元", true],
      ["actual", "实际", "万元", true],
    ],
  );
});

test("an observation's schema is plain and stands on its own", () => {
  assert.deepEqual(item("weeklyMeeting").observation.schema, {
    type: "array",
    items: { $ref: "#/$defs/day" },
    $defs: { day: { type: "string", format: "date" } },
  });
  assert.equal(JSON.stringify(item("spotCheck").observation.schema).includes("x-i18n"), false);
});

test("weights, targets and due rules are read as decimals and numbers", () => {
  assert.equal(item("spotCheck").weight, "30");
  assert.deepEqual(item("budgetDeviation").target?.bounds, [{ keyword: "exclusiveMaximum", value: "10" }]);
  assert.deepEqual(item("education").target?.accepted, ["专科", "本科"]);
  const due = { day: 25, monthsAfter: 0, inclusive: true, inclusiveStated: true, roll: "none" };
  assert.deepEqual(item("stockTake").due, due);
});

test("every item knows where it is written", () => {
  const { path, range } = item("spotCheck").source;
  assert.deepEqual(path, standard("spotCheck"));
  assert.ok(supervisorText.slice(range.start, range.end).startsWith('"spotCheck": {'));
});

test("compiling twice gives equal models, deeply frozen, and leaves the template as it was", () => {
  const { template } = readTemplate(supervisorText);
  assert.ok(template);
  const before = JSON.stringify(template.value);
  const host = { template: () => undefined };
  assert.deepEqual(compile(template, host).role, compile(template, host).role);
  assert.equal(JSON.stringify(template.value), before);
  assert.ok(Object.isFrozen(role.sections[2]?.items[0]?.observation.fields[0]?.schema));
});

test("an item that does not say how it is recorded is pointed out", () => {
  const more = (rest: JsonObject) => supervisorWith(standard("more"), { title: "更多", ...rest });
  const offered = (text: string) =>
    inspect(text).diagnostics.flatMap(({ fixes }) => fixes.map((fix) => fix.params.type));
  assert.deepEqual(findings(more({})), ['item/type-missing at "more"']);
  assert.deepEqual(offered(more({})), ["boolean", "number"]);
  assert.deepEqual(offered(more({ "x-item": { target: { minimum: 3 } } })), ["number", "boolean"]);
});

test("a key used by two sections is refused, as observations name items by key alone", () => {
  const text = supervisorWith(standard("complaints"), {
    title: "投诉率",
    type: "number",
    "x-item": { target: { maximum: 1 } },
  });
  assert.deepEqual(findings(text), ['item/duplicate-key at "complaints"']);
});

test("null removes nothing where nothing is inherited", () => {
  assert.deepEqual(findings(supervisorWith(standard("spotCheck"), null)), ['schema/wrong-type at "spotCheck"']);
});
