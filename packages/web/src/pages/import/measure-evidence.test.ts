import assert from "node:assert/strict";
import { test } from "node:test";
import type { Standard } from "./import-result.ts";
import { evidenceOf } from "./measure-evidence.ts";

const standard = (members: Partial<Standard>): Standard => ({ text: "", spans: [], confidence: 1, ...members });
const said = (members: Partial<Standard>, sentence: string) =>
  evidenceOf(standard(members), sentence).map(({ part, words }) => `${part}: ${words}`);

test("every part of a measure has the words it was read from, in the order of the sentence", () => {
  const spotCheck = { cadence: "month", metric: "抽查比例", operator: ">=", target: 5, unit: "%" } as const;
  assert.deepEqual(said(spotCheck, "每月抽查投诉的处理及回访，抽查比例不低于当月投诉总量的5%。"), [
    "cadence: 每月",
    "metric: 抽查比例",
    "operator: 不低于",
    "target: 5%",
  ]);
  assert.deepEqual(said({ cadence: "month", deadline: { day: 25, inclusive: null } }, "每月25日前完成盘点。"), [
    "cadence: 每月",
    "deadline: 每月25日前",
  ]);
  assert.deepEqual(
    said({ metric: "Picking accuracy", operator: ">=", target: 99.5 }, "Picking accuracy at least 99.5%."),
    ["metric: Picking accuracy", "operator: at least", "target: 99.5%"],
  );
  assert.deepEqual(
    said({ operator: ">=", target: 95, cadence: "month" }, "Calls answered within 20 seconds: at least 95% monthly"),
    ["operator: at least", "target: 95%", "cadence: monthly"],
  );
});

test("a figure in words is told where it is the only one, and nothing is said of words that are not there", () => {
  assert.deepEqual(said({ cadence: "week", operator: ">=", target: 1 }, "每周召开一次例会。"), [
    "cadence: 每周",
    "target: 一次",
  ]);
  assert.deepEqual(said({ operator: ">=", target: 90 }, "达到三成或两成。"), []);
});
