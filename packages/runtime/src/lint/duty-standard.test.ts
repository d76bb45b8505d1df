import assert from "node:assert/strict";
import { test } from "node:test";
import { advice, standard, supervisorWith } from "../testing/template-text.ts";

const duty = (more: object) =>
  supervisorWith(["properties", "duties", "properties", "visits"], { title: "走访业主。", type: "boolean", ...more });

test("a duty that no standard measures is advice, but for a marginal one", () => {
  assert.deepEqual(advice(duty({})), ['duty/no-standard at "走访业主。"']);
  assert.deepEqual(advice(duty({ "x-item": { need: "marginal" } })), []);
});

test("a standard that measures no duty is advice", () => {
  const text = supervisorWith(standard("teamSpirit"), {
    title: "会议准时率",
    type: "boolean",
    "x-item": { source: "纪要" },
  });
  assert.deepEqual(advice(text), ['standard/no-duty at "会议准时率"']);
});

test("bonuses and vetoes need no duty: an accident or a letter of thanks belongs to none", () => {
  for (const kind of ["bonus", "veto"]) {
    const score = kind === "bonus" ? { kind, per: 2 } : { kind };
    const body = { title: "安全事故", type: "integer", minimum: 0, "x-item": { every: "month", score } };
    assert.deepEqual(advice(supervisorWith(standard("accident"), body)), [], kind);
  }
});

test("a role that links nothing yet is left alone", () => {
  let text = supervisorWith(standard("teamSpirit"), undefined);
  for (const key of ["budgetDeviation", "weeklyMeeting", "spotCheck", "stockTake"]) {
    text = without(text, key);
  }
  assert.deepEqual(advice(text), []);
});

function without(text: string, key: string): string {
  const at = text.indexOf(`"${key}"`);
  const from = text.indexOf('"supports"', at);
  return text.slice(0, from) + text.slice(text.indexOf("]", from) + 2);
}
