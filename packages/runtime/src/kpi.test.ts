import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectKpi } from "./kpi.ts";
import { readKpi } from "./read.ts";
import { library, spotCheckText } from "./testing/library.ts";
import { supervisorText } from "./testing/template-text.ts";

function codes(text: string): string[] {
  return inspectKpi(text).diagnostics.map(({ code, range }) => `${code} at ${text.slice(range.start, range.end)}`);
}

test("a KPI is read as an item with what the library says of it", () => {
  const { kpi, diagnostics } = inspectKpi(spotCheckText);
  assert.deepEqual(diagnostics, []);
  assert.ok(kpi);
  assert.equal(kpi.id, "https://rolewright.dev/kpis/test/spot-check");
  assert.equal(kpi.item.key, "spot-check");
  assert.equal(kpi.item.observation.kind, "inputs");
  assert.deepEqual([kpi.family, kpi.direction, kpi.keywords], ["test", "higher", ["抽查"]]);
  assert.equal(kpi.translations.en?.formula, "Checked ÷ total × 100 %");
});

test("a role template is no KPI, and a KPI no role template", () => {
  assert.ok(readKpi(supervisorText).diagnostics.some(({ code }) => code === "schema/wrong-dialect"));
});

test("what is wrong with a KPI is told at its place", () => {
  assert.deepEqual(codes(spotCheckText.replace('"direction": "higher"', '"direction": "hihger"')), [
    'schema/not-one-of at "hihger"',
  ]);
  assert.deepEqual(codes(spotCheckText.replace('"formula": "抽查 ÷ 总量 × 100 %", ', "")), [
    'schema/missing at "x-kpi"',
  ]);
  assert.deepEqual(codes(spotCheckText.replace('"of": "checked"', '"of": "cheked"')), [
    'measure/unknown-input at "cheked"',
  ]);
  assert.deepEqual(codes(spotCheckText.replace('"target": { "minimum": 5 },', "")).length, 1);
});

test("a KPI may extend another, and says only what differs", () => {
  const id = "https://rolewright.dev/kpis/test/strict-spot-check";
  const text = JSON.stringify({
    $schema: "https://rolewright.dev/kpi/1",
    $id: id,
    title: "严格抽查比例",
    "x-extends": "https://rolewright.dev/kpis/test/spot-check@1",
    "x-item": { target: { minimum: 10 } },
    "x-kpi": { family: "test", direction: "higher", formula: "抽查 ÷ 总量 × 100 %" },
  });
  const { kpi, diagnostics } = inspectKpi(
    text,
    library({ "https://rolewright.dev/kpis/test/spot-check": spotCheckText }),
  );
  // Its title is its own, the translation still the other's.
  assert.deepEqual(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [["extends/translation", "info"]],
  );
  assert.equal(kpi?.item.target?.bounds[0]?.value, "10");
  assert.equal(kpi?.item.unit, "%");
});
