import type { RoundingMode } from "./decimal.ts";

/*
 * Integer arithmetic under decimal.ts: a number as a whole count of units of its last digit. All counts are safe
 * integers, all powers at most 10¹⁵, so that every operation here is exact.
 */

const powers = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

/** 10 to a power of 0–15. */
export function powerOfTen(power: number): number {
  return powers[power] ?? Number.NaN;
}

/** The units with so many of their last digits rounded away. */
export function roundedUnits(units: number, cut: number, mode: RoundingMode): number {
  const step = powerOfTen(cut);
  const rest = units % step;
  const whole = (units - rest) / step;
  return rest === 0 || !movesAway(whole, rest, step, mode) ? whole : whole + Math.sign(rest);
}

/** Whether a rest that is not zero takes the whole one further from zero. */
function movesAway(whole: number, rest: number, step: number, mode: RoundingMode): boolean {
  if (mode === "down") return false;
  if (mode === "floor") return rest < 0;
  if (mode === "ceil") return rest > 0;
  const twice = Math.abs(rest) * 2;
  return twice > step || (twice === step && (mode === "half-up" || whole % 2 !== 0));
}

/** Without zeros at the end of the fraction. */
export function stripped(units: number, digits: number): { readonly units: number; readonly digits: number } {
  let [less, left] = [units, digits];
  while (left > 0 && less % 10 === 0) {
    less /= 10;
    left -= 1;
  }
  return { units: less, digits: left };
}

/** Decimal text with exactly `places` digits after the point, at least `digits`: 932 tenths as `93.20`. */
export function pad(units: number, digits: number, places: number): string {
  const amount = Math.abs(units);
  const step = powerOfTen(digits);
  const rest = amount % step;
  const whole = `${units < 0 ? "-" : ""}${(amount - rest) / step}`;
  // A one in front keeps the zeros that a fraction begins with.
  return places === 0
    ? whole
    : `${whole}.${String(step + rest)
        .slice(1)
        .padEnd(places, "0")}`;
}
