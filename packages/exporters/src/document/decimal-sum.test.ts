import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalSum } from "./decimal-sum.ts";

test("sums decimals exactly, with the digits of the longest", () => {
  assert.equal(decimalSum(["0.1", "0.2"]), "0.3");
  assert.equal(decimalSum(["15.00", "18.64", "9"]), "42.64");
  assert.equal(decimalSum(["-0.5", "0.25"]), "-0.25");
  assert.equal(decimalSum([]), "0");
});

test("agrees with whole numbers of hundredths", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (hundredths) => {
      const sum = decimalSum([...hundredths.map(asDecimal), "0.00"]);
      assert.equal(sum, asDecimal(hundredths.reduce((total, value) => total + value, 0)));
    }),
  );
});

function asDecimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
