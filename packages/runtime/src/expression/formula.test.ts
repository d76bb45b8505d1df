import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import { compileFormula, type FormulaType, type FormulaValue } from "./formula.ts";

const names = new Map<string, FormulaType>([
  ["a", "number"],
  ["b", "number"],
  ["int", "number"],
  ["done", "bool"],
  ["word", "text"],
]);

function worth(source: string, values: Readonly<Record<string, number | boolean | string>> = {}): string {
  const result = compileFormula(source, names);
  if ("problems" in result) return result.problems.map(({ code }) => code).join();
  const given = Object.entries(values).map(([name, value]): [string, FormulaValue] => [
    name,
    typeof value === "number" ? Decimal.of(value) : value,
  ]);
  const outcome = result.compiled.evaluate(Object.fromEntries(given));
  return "failed" in outcome ? outcome.failed : String(outcome.value);
}

/** The first problem as `code: part @column`. */
function refusal(source: string): string {
  const result = compileFormula(source, names);
  const [problem] = "problems" in result ? result.problems : [];
  return problem ? `${problem.code}: ${problem.params.part} @${problem.params.column}` : "none";
}

test("numbers are exact decimals, whether written or observed", () => {
  assert.equal(worth("0.1 + 0.2 == 0.3"), "true");
  assert.equal(worth("a + b", { a: 0.1, b: 0.2 }), "0.3");
  assert.equal(worth("1.005 * 100"), "100.5");
  assert.equal(worth("round(1.005, 2)"), "1.01");
  assert.equal(worth("0.12345678901234567890123 + 0"), "0.12345678901234567890123");
  assert.equal(worth("33.33 * 3 + 0.01"), "100");
});

test("whole numbers and fractions mix, and division is never whole-number division", () => {
  assert.equal(worth("7 / 2"), "3.5");
  assert.equal(worth("a * 2 + 0.5", { a: 3 }), "6.5");
  assert.equal(worth("-a + 10", { a: 3 }), "7");
  assert.equal(worth("900719925474099.37 + 0"), "900719925474099.37");
});

test("conditions choose, functions bound, and names that CEL keeps for types are ours", () => {
  assert.equal(worth("a >= b && done ? 100 : 60", { a: 2, b: 1, done: true }), "100");
  assert.equal(worth("word == '优' ? 100 : 0", { word: "优" }), "100");
  assert.equal(worth("min(max(a, 0), 100)", { a: 130 }), "100");
  assert.equal(worth("floor(2.9) + ceil(2.1) + abs(0 - 3)"), "8");
  assert.equal(worth("int * 2", { int: 4 }), "8");
  assert.equal(worth("!done || a != b", { done: false, a: 1, b: 1 }), "true");
});

test("a division by zero and a figure beyond all appraisal are results, not exceptions", () => {
  assert.equal(worth("a / b", { a: 1, b: 0 }), "zero-divisor");
  assert.equal(worth("a > 0 ? a : a / b", { a: 1, b: 0 }), "1");
  assert.equal(worth("a * a * a * a", { a: 1e12 }), "too-large");
});

test("what is wrong is named with its part and its place", () => {
  assert.equal(refusal("a + c"), "expression/unknown-name: c @5");
  assert.equal(refusal("100 * a + word"), "expression/type: 100 * a + word @1");
  assert.equal(refusal("12345 + (a > done ? 1 : 2)"), "expression/type: a > done @10");
  assert.equal(refusal("a ? 1 : 2"), "expression/type: a @1");
  assert.equal(refusal("pow(a, 2)"), "expression/unknown-function: pow(a, 2) @1");
  assert.equal(refusal("min(a)"), "expression/arguments: min(a) @1");
  assert.equal(refusal("a +"), "expression/syntax:  @4");
  assert.equal(refusal("a , b"), "expression/syntax: , b @3");
});

test("lists, fields, macros, regular expressions, bytes and unsigned numbers are no part of it", () => {
  for (const source of [
    "[a]",
    "a.b",
    "{'a': a}",
    "word.matches('(a+)+$')",
    "size(word)",
    "b'ab' == b'ab'",
    "5u + 1u",
    "null == null",
  ])
    assert.match(refusal(source), /^expression\/(not-allowed|unknown-function|syntax)/, source);
});

test("size and depth are limited", () => {
  assert.match(refusal(`${"(".repeat(60)}a${")".repeat(60)}`), /^expression\/too-large/);
  assert.match(refusal(Array.from({ length: 240 }, () => "a").join("+")), /^expression\/too-large/);
});

test("the nearest name is offered", () => {
  const result = compileFormula("don ? 1 : 0", names);
  assert.equal("problems" in result && result.problems[0]?.params.nearest, "done");
});

test("property: a formula of plus, minus and times is what decimals make of it", () => {
  const figure = fc.integer({ min: -10_000, max: 10_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(figure, figure, figure, (a, b, c) => {
      const literal = c < 0 ? `(${c})` : `${c}`;
      const expected = Decimal.of(a).plus(Decimal.of(b).times(c)).minus(a);
      assert.equal(
        worth(`a + b * ${literal} - a`, { a, b }),
        expected.isZero() ? String(expected) : expected.toFixed(),
      );
    }),
  );
});

test("property: no text makes it throw", () => {
  const piece = fc.constantFrom(
    "a",
    "b",
    "done",
    "word",
    "1",
    "0.5",
    "+",
    "-",
    "*",
    "/",
    "(",
    ")",
    "?",
    ":",
    "&&",
    "'",
    ".",
    "[",
    "]",
    " ",
    ",",
    "min",
    "in",
    "//",
    "\\",
    "\n",
    "{",
    "1e9",
    "0x",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      worth(pieces.join(""), { a: 1, b: 0, done: true, word: "x" });
    }),
    { numRuns: 600 },
  );
});
