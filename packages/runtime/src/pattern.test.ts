import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { patternEngine, patternProblem } from "./pattern.ts";

test("a pattern that would run for ever elsewhere answers at once, and rightly", () => {
  assert.equal(patternEngine("^(a+)+$").test(`${"a".repeat(50_000)}!`), false);
  assert.equal(patternEngine("^(a+)+$").test("a".repeat(50_000)), true);
});

test("JavaScript's ways of writing characters are understood", () => {
  assert.equal(patternEngine("^[\\u4e00-\\u9fff]+$").test("客服"), true);
  assert.equal(patternEngine("^\\p{Lu}{2}-\\d{3}$").test("KF-007"), true);
});

test("what cannot run in linear time is named", () => {
  for (const pattern of ["(?=a)b", "(a)\\1", "(((a{1000}){1000}){1000})"]) assert.ok(patternProblem(pattern), pattern);
  assert.equal(patternProblem("^\\d+$"), undefined);
});

test("Ajv keeps two patterns apart", () => {
  const ajv = new Ajv2020({ code: { regExp: patternEngine } });
  const validate = ajv.compile({
    properties: { a: { type: "string", pattern: "^a" }, b: { type: "string", pattern: "^b" } },
    type: "object",
  });
  assert.equal(validate({ a: "a", b: "b" }), true);
  assert.equal(validate({ a: "a", b: "a" }), false);
});
