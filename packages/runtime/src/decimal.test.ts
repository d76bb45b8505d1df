import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal as DecimalBase } from "decimal.js";
import fc from "fast-check";
import { Decimal, paddedText, plainText, round, toDecimal, zero } from "./decimal.ts";
import type { Rounding } from "./model.ts";

const halfUp: Rounding = { digits: 2, mode: "half-up" };

test("sums are exact where binary floating point is not", () => {
  assert.equal(plainText(Decimal.of(0.1).plus(0.2)), "0.3");
  assert.equal(plainText(Decimal.of("33.33").times(3)), "99.99");
});

test("half-up rounds 1.005 to 1.01, and half-even to the even neighbour", () => {
  assert.equal(paddedText(round(Decimal.of(1.005), halfUp), halfUp), "1.01");
  assert.equal(plainText(round(Decimal.of("1.005"), { digits: 2, mode: "half-even" })), "1");
  assert.equal(plainText(round(Decimal.of("1.009"), { digits: 2, mode: "down" })), "1");
});

test("text has no exponent and no negative zero, however large or small the value", () => {
  assert.equal(plainText(Decimal.of("1e21")), "1000000000000000000000");
  assert.equal(plainText(Decimal.of("0.0000000001")), "0.0000000001");
  assert.equal(paddedText(zero.negated(), halfUp), "0.00");
});

test("only finite numbers and plain decimal text are decimals", () => {
  assert.equal(toDecimal("94.74")?.toFixed(), "94.74");
  for (const other of [Number.NaN, Number.POSITIVE_INFINITY, "1e3", "0x10", "", " 1", null, true, [1], undefined]) {
    assert.equal(toDecimal(other), undefined, String(other));
  }
});

/*
 * The same arithmetic by decimal.js alone, whose 40 digits are the reference: whichever of the two ways holds a number,
 * nobody may be able to tell.
 */
const Reference = DecimalBase.clone({
  defaults: true,
  precision: 40,
  rounding: DecimalBase.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Figures as appraisal has them, figures at the edge of the safe integers, and texts beyond them. */
const figure = fc.oneof(
  fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 })).map(([units, digits]) => {
    return new Reference(units).div(new Reference(10).pow(digits)).toFixed();
  }),
  fc.constantFrom("0", "-0", "0.5", "-0.5", "1.005", "2.675", "33.33", "0.1", "0.2", "9007199254740991"),
  fc.constantFrom("9007199254740992", "-9007199254740993", "900719925474099.1", "0.000000000000001", "1e-16", "1e21"),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((units) => `${units}`),
  fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 }).map(String),
);

type Reference = DecimalBase;
const said = (value: Decimal) => value.toFixed();
const expected = (value: Reference) => (value.isZero() ? "0" : value.toFixed());

test("every operation gives what 40 digits of decimal.js give", () => {
  const operations = ["plus", "minus", "times", "div", "mod"] as const;
  fc.assert(
    fc.property(figure, figure, fc.constantFrom(...operations), (a, b, operation) => {
      fc.pre(operation === "plus" || operation === "minus" || operation === "times" || !new Reference(b).isZero());
      const [ours, theirs] = [Decimal.of(a)[operation](Decimal.of(b)), new Reference(a)[operation](b)];
      assert.equal(said(ours), expected(theirs), `${a} ${operation} ${b}`);
      assert.equal(ours.toNumber(), theirs.toNumber() + 0);
    }),
    { numRuns: 20_000 },
  );
});

test("chains of operations stay equal, also where they pass from one way to the other and back", () => {
  const step = fc.tuple(fc.constantFrom("plus", "minus", "times", "div", "round"), figure);
  fc.assert(
    fc.property(figure, fc.array(step, { maxLength: 6 }), (start, steps) => {
      let [ours, theirs] = [Decimal.of(start), new Reference(start)];
      for (const [operation, by] of steps) {
        if (operation === "round") [ours, theirs] = [ours.toDecimalPlaces(2), theirs.toDecimalPlaces(2)];
        else if (operation !== "div" || !new Reference(by).isZero()) {
          const name = operation as "plus" | "minus" | "times" | "div";
          [ours, theirs] = [ours[name](Decimal.of(by)), theirs[name](by)];
        }
      }
      assert.equal(said(ours), expected(theirs));
    }),
    { numRuns: 5000 },
  );
});

test("comparisons, roundings and texts are those of decimal.js", () => {
  const modes = [
    ["half-up", DecimalBase.ROUND_HALF_UP],
    ["half-even", DecimalBase.ROUND_HALF_EVEN],
    ["down", DecimalBase.ROUND_DOWN],
    ["floor", DecimalBase.ROUND_FLOOR],
    ["ceil", DecimalBase.ROUND_CEIL],
  ] as const;
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 0, max: 8 }), fc.constantFrom(...modes), (a, b, places, mode) => {
      const [ours, theirs] = [Decimal.of(a), new Reference(a)];
      assert.equal(ours.comparedTo(Decimal.of(b)), theirs.comparedTo(b), `${a} against ${b}`);
      const [rounded, reference] = [ours.toDecimalPlaces(places, mode[0]), theirs.toDecimalPlaces(places, mode[1])];
      assert.equal(said(rounded), expected(reference), `${a} to ${places}, ${mode[0]}`);
      assert.equal(
        rounded.toFixed(8),
        reference.abs().toFixed(8) === "0.00000000" ? "0.00000000" : reference.toFixed(8),
      );
      assert.equal(ours.decimalPlaces(), theirs.decimalPlaces());
      assert.equal(ours.isInteger(), theirs.isInteger());
      assert.equal(ours.isNegative(), theirs.lessThan(0));
      assert.equal(said(ours.abs()), expected(theirs.abs()));
      assert.equal(said(ours.negated()), expected(theirs.negated()));
    }),
    { numRuns: 20_000 },
  );
});

test("a half on the last digit is rounded by the rule on both sides of zero", () => {
  const cases = [
    ["1.005", "half-up", "1.01"],
    ["-1.005", "half-up", "-1.01"],
    ["1.0049999999999999", "half-up", "1"],
    ["1.015", "half-even", "1.02"],
    ["1.025", "half-even", "1.02"],
    ["-1.025", "half-even", "-1.02"],
    ["-1.029", "down", "-1.02"],
    ["-1.021", "floor", "-1.03"],
    ["-1.029", "ceil", "-1.02"],
  ] as const;
  for (const [value, mode, text] of cases) assert.equal(said(Decimal.of(value).toDecimalPlaces(2, mode)), text, value);
});

test("a JSON number is the shortest decimal text that reads as that number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assert.equal(said(Decimal.of(value)), expected(new Reference(value)));
    }),
    { numRuns: 20_000 },
  );
});
