import { Decimal as DecimalBase } from "decimal.js";
import type { DecimalText, Rounding } from "./model.ts";

/**
 * Exact decimal numbers, our own constructor: 40 significant digits, and nobody else's settings can reach it.
 *
 * Binary floating point would make 0.1 + 0.2 miss a target of 0.3, and 1.005 round to 1.00.
 */
export const Decimal = DecimalBase.clone({
  defaults: true,
  precision: 40,
  rounding: DecimalBase.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalBase;

export const zero: Decimal = new Decimal(0);
export const one: Decimal = new Decimal(1);
export const hundred: Decimal = new Decimal(100);

const modes = {
  "half-up": DecimalBase.ROUND_HALF_UP,
  "half-even": DecimalBase.ROUND_HALF_EVEN,
  down: DecimalBase.ROUND_DOWN,
} as const;

/** The value under a template's rounding rule. Half-up and down work on the amount, whatever its sign. */
export function round(value: Decimal, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(rounding.digits, modes[rounding.mode]);
}

/** Decimal text without exponent and without padding: `90`, `0.3`, never `-0`. */
export function plainText(value: Decimal): DecimalText {
  return value.isZero() ? "0" : value.toFixed();
}

/** Decimal text padded to the digits of the rounding rule, so that columns line up: `93.20`. The value must be rounded. */
export function paddedText(value: Decimal, rounding: Rounding): DecimalText {
  return (value.isZero() ? zero : value).toFixed(rounding.digits, modes[rounding.mode]);
}

/** The decimal of a finite JSON number or of decimal text; undefined for anything else, never NaN. */
export function toDecimal(value: unknown): Decimal | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? new Decimal(value) : undefined;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return new Decimal(value);
  return undefined;
}
