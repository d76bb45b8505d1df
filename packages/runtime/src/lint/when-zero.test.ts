import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const unsaid = supervisorWith(standard("spotCheck", "x-item", "measure", "whenZero"), undefined);

test("a ratio that does not say what zero means is a warning with two fixes", () => {
  assert.deepEqual(findings(unsaid), ['measure/when-zero at "measure"']);
  assert.equal(fixed(unsaid, "measure/when-zero", 0), supervisorText);
  assert.match(fixed(unsaid, "measure/when-zero", 1), /"whenZero": "met"/);
});

test("a divisor that cannot be zero needs no word about it", () => {
  const never = standard("spotCheck", "properties", "total", "minimum");
  const text = supervisorWith(never, 1).replace(', "whenZero": "not-applicable"', "");
  assert.deepEqual(findings(text), []);
});
