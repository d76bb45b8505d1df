import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "./inspect.ts";
import type { Item } from "./model.ts";
import { pointsAt } from "./points-at.ts";

function item(info: string, type = '"type": "number"'): Item {
  const text = `{ "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/r", "title": "甲", "type": "object",
    "properties": { "s": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "a": { "title": "指标", ${type}, "x-item": { "every": "month", ${info} } } } } } }`;
  const found = inspect(text).role?.sections[0]?.items[0];
  assert.ok(found);
  return found;
}

test("points follow from a value as the scoring method has them, by a formula too", () => {
  const formula = "value >= target ? 100 : value / target * 90";
  const one = item(`"target": { "minimum": 50 }, "score": { "kind": "expression", "formula": "${formula}" }`);
  assert.deepEqual(pointsAt(one, [0, 25, 50, 80]), [0, 45, 100, 100]);
  const linear = item('"target": { "minimum": 5 }, "score": { "kind": "linear", "from": 0, "to": 5 }');
  assert.deepEqual(pointsAt(linear, [2.5]), [50]);
});

test("there are none where they follow from no number, or the item cannot be judged", () => {
  assert.equal(
    pointsAt(
      item(
        '"score": { "kind": "levels", "levels": [{ "value": "优", "points": 100 }] }',
        '"type": "string", "enum": ["优"]',
      ),
      [1],
    ),
    undefined,
  );
  assert.equal(
    pointsAt(item('"target": { "minimum": 1 }, "score": { "kind": "expression", "formula": "nothing * 2" }'), [1]),
    undefined,
  );
});
