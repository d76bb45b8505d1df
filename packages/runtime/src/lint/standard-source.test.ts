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

test("a bonus or veto needs none: its reason is recorded with it", () => {
  for (const score of [{ kind: "bonus", per: 2 }, { kind: "veto" }]) {
    const body = { title: "安全事故", type: "integer", minimum: 0, "x-item": { every: "month", score, weight: 5 } };
    const codes = advice(supervisorWith(standard("accident"), body));
    assert.deepEqual(
      codes.filter((code) => code.startsWith("standard/")),
      [],
    );
  }
});
