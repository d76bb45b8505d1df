import { type Measured, type MeasureKind, quantity } from "../arithmetic.ts";
import { Decimal, toDecimal, zero } from "../decimal.ts";
import type { JsonValue } from "../json.ts";

const one = Decimal.of(1);

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
    if (typeof data === "boolean") {
      return { state: "measured", value: data ? one : zero, step: { code: "measure/tick", params: { done: data } } };
    }
    const number = item.observation.kind === "figure" ? toDecimal(data) : undefined;
    if (number) return measured(number, { value: quantity(number.toFixed(), item.unit) });
    return textual(data);
  },
};

function measured(number: Decimal, params: { value: string }): Measured {
  return { state: "measured", value: number, step: { code: "measure/value", params } };
}

function textual(data: JsonValue): Measured {
  const text = typeof data === "string" ? data : data === null ? "" : JSON.stringify(data);
  if (text.trim() === "") return { state: "no-data", reason: "missing" };
  return { state: "measured", value: null, step: { code: "measure/choice", params: { value: text } } };
}
