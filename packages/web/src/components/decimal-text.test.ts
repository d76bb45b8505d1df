import assert from "node:assert/strict";
import { test } from "node:test";
import { percentText, sumText } from "./decimal-text.ts";

test("adds decimal texts without binary noise", () => {
  assert.equal(sumText(["0.1", "0.2"]), "0.3");
  assert.equal(sumText(["15.00", "18.64", "-3"]), "30.64");
  assert.equal(sumText([]), "0");
});

test("takes a part of a whole and rounds half up", () => {
  assert.equal(percentText("36.64", "40", 2), "91.60");
  assert.equal(percentText("1", "8", 0), "13");
  assert.equal(percentText("1.005", "100", 2), "1.01");
});

test("has no answer for a part of nothing", () => {
  assert.equal(percentText("0", "0", 2), null);
});
