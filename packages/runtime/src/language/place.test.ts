import assert from "node:assert/strict";
import { test } from "node:test";
import { standard, supervisorText } from "../testing/template-text.ts";
import { placeAt, rangeOf } from "./place.ts";

test("the place of an offset is its path, also inside a key", () => {
  const offset = supervisorText.indexOf("客户服务系统");
  assert.deepEqual(placeAt(supervisorText, offset), standard("spotCheck", "x-item", "source"));
  assert.deepEqual(placeAt(supervisorText, supervisorText.indexOf('"spotCheck"') + 3), standard("spotCheck"));
});

test("a place is found while the text is being typed", () => {
  assert.deepEqual(placeAt('{ "properties": { "duties": { "tit', 34).slice(0, 2), ["properties", "duties"]);
  assert.deepEqual(placeAt("[".repeat(5000), 4000), []);
});

test("the range of a path covers key and value", () => {
  const range = rangeOf(supervisorText, standard("stockTake", "title"));
  assert.equal(range && supervisorText.slice(range.start, range.end), '"title": "固定资产月度盘点"');
  assert.equal(rangeOf(supervisorText, ["nowhere"]), undefined);
});
