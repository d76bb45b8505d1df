import assert from "node:assert/strict";
import { test } from "node:test";
import { advice, standard, supervisorWith } from "../testing/template-text.ts";

test("a scored standard without a data source is advice; evidence will do as well", () => {
  const text = supervisorWith(standard("stockTake", "x-item", "source"), undefined);
  assert.deepEqual(advice(text), ["standard/no-source at 20"]);
  assert.deepEqual(
    advice(text.replace('"due": { "day": 25', '"evidence": "盘点表",\n            "due": { "day": 25')),
    [],
  );
});
