import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal, paddedText, plainText, round, toDecimal, zero } from "./decimal.ts";
import type { Rounding } from "./model.ts";

const halfUp: Rounding = { digits: 2, mode: "half-up" };

test("sums are exact where binary floating point is not", () => {
  assert.equal(plainText(new Decimal(0.1).plus(0.2)), "0.3");
  assert.equal(plainText(new Decimal("33.33").times(3)), "99.99");
});

test("half-up rounds 1.005 to 1.01, and half-even to the even neighbour", () => {
  assert.equal(paddedText(round(new Decimal(1.005), halfUp), halfUp), "1.01");
  assert.equal(plainText(round(new Decimal("1.005"), { digits: 2, mode: "half-even" })), "1");
  assert.equal(plainText(round(new Decimal("1.009"), { digits: 2, mode: "down" })), "1");
});

test("text has no exponent and no negative zero, however large or small the value", () => {
  assert.equal(plainText(new Decimal("1e21")), "1000000000000000000000");
  assert.equal(plainText(new Decimal("0.0000000001")), "0.0000000001");
  assert.equal(paddedText(zero.negated(), halfUp), "0.00");
});

test("only finite numbers and plain decimal text are decimals", () => {
  assert.equal(toDecimal("94.74")?.toFixed(), "94.74");
  for (const other of [Number.NaN, Number.POSITIVE_INFINITY, "1e3", "0x10", "", " 1", null, true, [1], undefined]) {
    assert.equal(toDecimal(other), undefined, String(other));
  }
});
