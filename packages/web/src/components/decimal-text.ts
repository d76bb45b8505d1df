/** Sums and quotients of decimal texts, exact: what the page adds up itself must not show binary rounding noise. */

/** A decimal as units of 10^-scale. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/** The sum, with as many digits as the longest addend; `"0"` for none. */
export function sumText(decimals: readonly string[]): string {
  const numbers = decimals.map(scaled);
  const scale = Math.max(0, ...numbers.map((number) => number.scale));
  const units = numbers.reduce((sum, number) => sum + number.units * 10n ** BigInt(scale - number.scale), 0n);
  return text(units, scale);
}

/** `part ÷ whole × 100` with `digits` digits, rounded half up; null when the whole is zero. */
export function percentText(part: string, whole: string, digits: number): string | null {
  const a = scaled(part);
  const b = scaled(whole);
  if (b.units === 0n) return null;
  const top = a.units * 10n ** BigInt(b.scale + digits + 2);
  const bottom = b.units * 10n ** BigInt(a.scale);
  return text((2n * top + bottom) / (2n * bottom), digits);
}

function scaled(decimal: string): Scaled {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function text(units: bigint, scale: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
