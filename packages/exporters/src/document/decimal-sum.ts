/**
 * The exact sum of decimal texts, with as many digits as the longest of them: `["0.1", "0.25"]` gives `0.35`.
 * Integers of any size instead of floating point, so that 0.1 + 0.2 is 0.3 in a total row.
 */
export function decimalSum(decimals: readonly string[]): string {
  const digits = Math.max(0, ...decimals.map((decimal) => fraction(decimal).length));
  const sum = decimals.reduce((total, decimal) => total + scaled(decimal, digits), 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${sum < 0n ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ""}`;
}

function fraction(decimal: string): string {
  return decimal.split(".")[1] ?? "";
}

function scaled(decimal: string, digits: number): bigint {
  return BigInt(`${decimal.split(".")[0]}${fraction(decimal).padEnd(digits, "0")}`);
}
