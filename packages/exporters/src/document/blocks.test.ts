import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintOf, sectionNumber } from "./blocks.ts";

test("section numbers are written in Chinese up to ninety-nine", () => {
  const numbers = ["1", "9", "10", "11", "20", "21", "99"].map((number) => sectionNumber(number, "zh-CN"));
  assert.deepEqual(numbers, ["一", "九", "十", "十一", "二十", "二十一", "九十九"]);
});

test("other numbers and other languages keep the figure", () => {
  assert.deepEqual(
    ["0", "100", "3.1", "A"].map((number) => sectionNumber(number, "zh-CN")),
    ["0", "100", "3.1", "A"],
  );
  assert.equal(sectionNumber("3", "en"), "3");
});

test("a fingerprint is sixteen digits in groups of four", () => {
  assert.equal(fingerprintOf("9f3c71ab04de58c2ffff"), "9f3c 71ab 04de 58c2");
  assert.equal(fingerprintOf(""), "");
});
