import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScorecardSummary } from "@rolewright/server/protocol";
import { everyScorecard, periodsOf, pileOf, stateOf } from "./pile.ts";

function card(id: string, more: Partial<ScorecardSummary> = {}): ScorecardSummary {
  return {
    id,
    holder: { id: `holder-${id}`, name: id, unit: "物业服务中心", memberId: null },
    templateId: "t",
    title: "客服主管",
    version: 1,
    period: "2026-11",
    total: "90.00",
    grade: "A",
    coverage: "100.00",
    signed: null,
    updatedAt: "2026-11-20T01:00:00Z",
    ...more,
  };
}

const all = [
  card("林晓棠", { coverage: "94.19" }),
  card("周启明", { period: "2026-10" }),
  card("Ａnna", { total: null, grade: null, coverage: "0.00" }),
];

const names = (shown: readonly ScorecardSummary[]) => shown.map((one) => one.id);

test("a scorecard without a total is empty, one with open lines is provisional, a signed one is signed", () => {
  assert.deepEqual(all.map(stateOf), ["partial", "complete", "empty"]);
  const signed = { name: "王芳", at: "2026-12-02T02:30:00.000Z", intact: true };
  assert.equal(stateOf(card("林晓棠", { coverage: "94.19", signed })), "signed");
});

test("a pile is chosen by period and state, and everything is the whole", () => {
  assert.deepEqual(names(pileOf(all, everyScorecard)), names(all));
  assert.deepEqual(names(pileOf(all, { ...everyScorecard, period: "2026-10" })), ["周启明"]);
  assert.deepEqual(names(pileOf(all, { ...everyScorecard, state: "empty" })), ["Ａnna"]);
});

test("the search reads name, unit and role, in any width and case", () => {
  assert.deepEqual(names(pileOf(all, { ...everyScorecard, search: " anna " })), ["Ａnna"]);
  assert.equal(pileOf(all, { ...everyScorecard, search: "物业" }).length, 3);
  assert.equal(pileOf(all, { ...everyScorecard, search: "工程" }).length, 0);
});

test("periods come newest first, each once", () => {
  assert.deepEqual(periodsOf(all), ["2026-11", "2026-10"]);
});
