import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

test("a gap between bands is found at the band behind it", () => {
  const score = {
    kind: "bands",
    bands: [
      { below: 5, points: 100 },
      { from: 7, points: 0 },
    ],
  };
  const text = supervisorWith(standard("budgetDeviation", "x-item", "score"), score);
  assert.deepEqual(findings(text), ["score/bands-gap at {"]);
});

test("bands that overlap are found", () => {
  const score = {
    kind: "bands",
    bands: [
      { below: 8, points: 100 },
      { from: 7, points: 0 },
    ],
  };
  const text = supervisorWith(standard("budgetDeviation", "x-item", "score"), score);
  assert.deepEqual(findings(text), ["score/bands-overlap at {"]);
});

test("a measure that names no input of its item is found, and the nearest input is offered", () => {
  const text = supervisorWith(standard("spotCheck", "x-item", "measure", "of"), "cheked");
  assert.deepEqual(findings(text), ['measure/unknown-input at "cheked"']);
  assert.equal(fixed(text, "measure/unknown-input"), supervisorText);
});

test("a scored item with several inputs needs a measure", () => {
  const text = supervisorWith(standard("spotCheck", "x-item", "measure"), undefined);
  assert.deepEqual(
    findings(text).map((found) => found.split(" ")[0]),
    ["measure/needed"],
  );
});

test("an item that is not scored needs none", () => {
  const text = supervisorWith(["properties", "duties", "properties", "visits"], {
    title: "走访",
    type: "object",
    properties: { homes: { type: "integer" }, shops: { type: "integer" } },
  });
  assert.deepEqual(findings(text), []);
});
