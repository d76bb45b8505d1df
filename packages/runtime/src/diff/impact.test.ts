import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { applyEdits, edit } from "../edit.ts";
import type { Observation } from "../generated/records.ts";
import type { JsonValue } from "../json.ts";
import type { RoleModel } from "../model.ts";
import { scorecard } from "../scorecard.ts";
import type { TemplatePath } from "../template.ts";
import { shippedLibrary } from "../testing/library.ts";
import { compiled, standard, supervisorText } from "../testing/template-text.ts";
import { impact } from "./impact.ts";

const root = new URL("../../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const shippedText = read("templates/customer-service/property/customer-service-supervisor.jsonc");
const library = shippedLibrary();
const shipped = compiled(shippedText, library);
const november = JSON.parse(read("examples/property-november/observations.json")) as Observation[];
const lin = { id: "lin-xiaotang", name: "林晓棠" };
const worked = { holder: lin, period: "2026-11", observations: november };

function changed(text: string, path: TemplatePath, value: JsonValue | undefined): RoleModel {
  const result = edit(text, path, value);
  assert.ok("edits" in result);
  return compiled(applyEdits(text, result.edits), library);
}

const supervisor = compiled(supervisorText);
const observed = (item: string, data: Observation["data"]): Observation => ({ item, period: "2026-11", data });
const card = (checked: number, day: string) => ({
  period: "2026-11",
  observations: [observed("spotCheck", { checked, total: 100 }), observed("stockTake", day)],
});
const tightened = changed(supervisorText, standard("spotCheck", "x-item", "target"), { minimum: 6 });

test("nothing changes under the same version", () => {
  const { scorecards, summary } = impact(shipped, compiled(shippedText, library), { scorecards: [worked] });
  assert.deepEqual(scorecards[0]?.lines, []);
  assert.deepEqual(summary, {
    total: 1,
    changed: 0,
    higher: 0,
    lower: 0,
    appearing: 0,
    disappearing: 0,
    regraded: 0,
    lost: 0,
  });
});

test("totals, grades and coverage are those of the real scorecards, whatever becomes of the worked example", () => {
  for (const [index, item] of shipped.sections.flatMap(({ items }) => items).entries()) {
    if (item.weight === undefined) continue;
    const after = changed(shippedText, ["properties", item.section, "properties", item.key], null);
    const [one] = impact(shipped, after, { scorecards: [worked] }).scorecards;
    for (const [role, outcome] of [
      [shipped, one?.before],
      [after, one?.after],
    ] as const) {
      const { total, grade, provisional, coverage } = scorecard(role, "2026-11", november, { holder: lin });
      assert.deepEqual(outcome, { total, grade, provisional, coverage: coverage.percent }, `${index} ${item.key}`);
    }
    assert.deepEqual(
      one?.lines.filter((line) => line.after === undefined).map((line) => line.item),
      [item.key],
    );
  }
});

test("a tighter target turns a met line into a missed one, and only that line is told", () => {
  const [first, second] = impact(supervisor, tightened, {
    scorecards: [card(5, "2026-11-24"), card(9, "2026-11-24")],
  }).scorecards;
  assert.deepEqual(
    first?.lines.map(({ item, before, after }) => [item, before?.state, after?.state]),
    [["spotCheck", "met", "missed"]],
  );
  assert.deepEqual([first?.changed, first?.before.total], [true, first?.after.total]);
  // 9 % meets both; the line still shows another target.
  assert.deepEqual(
    second?.lines.map(({ before, after }) => [before?.state, after?.state]),
    [["met", "met"]],
  );
});

test("the summary counts rising and falling totals, other grades and totals that come or go", () => {
  const strict = changed(supervisorText, standard("spotCheck", "x-item", "score"), { kind: "linear", from: 0, to: 10 });
  const cards = { scorecards: [card(5, "2026-11-24"), card(10, "2026-11-24")] };
  const { summary, scorecards } = impact(supervisor, strict, cards);
  assert.deepEqual(
    scorecards.map(({ before, after }) => [before.total, after.total]),
    [
      ["100.00", "70.00"],
      ["100.00", "100.00"],
    ],
  );
  assert.deepEqual([summary.changed, summary.lower, summary.higher, summary.regraded], [1, 1, 0, 1]);
  const back = impact(strict, supervisor, cards).summary;
  assert.deepEqual([back.changed, back.lower, back.higher, back.regraded], [1, 0, 1, 1]);
  const unweighted = changed(supervisorText, standard("stockTake", "x-item", "weight"), undefined);
  const dated = { scorecards: [{ period: "2026-11", observations: [observed("stockTake", "2026-11-24")] }] };
  assert.equal(impact(supervisor, unweighted, dated).summary.disappearing, 1);
  assert.equal(impact(unweighted, supervisor, dated).summary.appearing, 1);
});

test("under another key the line stays one line, and the records are lost", () => {
  const text = supervisorText.replace('"stockTake": {', '"inventory": {');
  const { scorecards, summary } = impact(supervisor, compiled(text), { scorecards: [card(5, "2026-11-24")] });
  assert.deepEqual(
    scorecards[0]?.lines.map(({ item, before, after }) => [item, before?.state, after?.state]),
    [["inventory", "met", "no-data"]],
  );
  assert.deepEqual(scorecards[0]?.lost, [{ item: "stockTake", period: "2026-11" }]);
  assert.equal(summary.lost, 1);
});

test("records that a stricter schema refuses are lost, and nothing that was refused before", () => {
  const strict = changed(supervisorText, standard("spotCheck", "properties", "total", "maximum"), 50);
  const refused = observed("spotCheck", { checked: -1, total: 40 });
  const scorecards = [card(5, "2026-11-24"), { period: "2026-11", observations: [refused] }];
  const lost = impact(supervisor, strict, { scorecards }).scorecards.map((one) => one.lost.length);
  assert.deepEqual(lost, [1, 0]);
});

test("a name that is no period is refused as the scorecard refuses it", () => {
  assert.throws(
    () => impact(supervisor, tightened, { scorecards: [{ period: "soon", observations: [] }] }),
    RangeError,
  );
});
