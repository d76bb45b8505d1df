import { type Measured, type MeasureKind, quantity } from "../arithmetic.ts";
import { type Decimal, one, toDecimal, zero } from "../decimal.ts";
import type { JsonValue } from "../json.ts";
import type { Item } from "../model.ts";

/** The observation as it is: a figure; a tick as 1 or 0; a choice or text without a number. */
export const value: MeasureKind<null> = {
  id: "value",
  params: {
    description: "The observed figure itself; a tick counts 1 or 0.",
    type: "object",
    properties: {},
    additionalProperties: false,
  },
  fits: ["figure", "tick", "choice", "text"],
  compile: () => ({ compiled: null }),
  measure(_compiled, data, { item }): Measured {
    if (typeof data === "boolean") return { state: "measured", value: data ? one : zero };
    const number = figureOf(data, item);
    if (number) return { state: "measured", value: number };
    return textOf(data).trim() === "" ? { state: "no-data", reason: "missing" } : { state: "measured", value: null };
  },
  explain(_compiled, data, { item }) {
    if (typeof data === "boolean") return { code: "measure/tick", params: { done: data } };
    const number = figureOf(data, item);
    if (number) return { code: "measure/value", params: { value: quantity(number.toFixed(), item.unit) } };
    return { code: "measure/choice", params: { value: textOf(data) } };
  },
};

function figureOf(data: JsonValue, { observation }: Item): Decimal | undefined {
  return observation.kind === "figure" ? toDecimal(data) : undefined;
}

function textOf(data: JsonValue): string {
  return typeof data === "string" ? data : data === null ? "" : JSON.stringify(data);
}
