import { Decimal, toDecimal } from "../decimal.ts";
import type { JsonObject, JsonValue } from "../json.ts";

/** JSON Schema of a number of points or a value, with its default. */
export function numberSchema(description: string, standard?: number): JsonObject {
  return { type: "number", description, ...(standard === undefined ? {} : { default: standard }) };
}

/** A number of the parameters; the default where it is absent or no number (the dialect reports that). */
export function numberOf(value: JsonValue | undefined, standard: number): Decimal {
  return toDecimal(value) ?? Decimal.of(standard);
}

/** The value, held between two limits. */
export function clamp(value: Decimal, low: Decimal, high: Decimal): Decimal {
  if (value.lessThan(low)) return low;
  return value.greaterThan(high) ? high : value;
}

/** A number as it stands in a formula: negative ones in brackets, with a true minus sign. */
export function term(value: Decimal): string {
  return value.isNegative() && !value.isZero() ? `(−${value.abs().toFixed()})` : value.abs().toFixed();
}
