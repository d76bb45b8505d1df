import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

test("a weight without a scoring method is a warning, and all or nothing is offered", () => {
  const text = supervisorWith(standard("stockTake", "x-item", "score"), undefined);
  assert.deepEqual(findings(text), ["score/missing at 20"]);
  assert.equal(fixed(text, "score/missing"), supervisorText);
});
