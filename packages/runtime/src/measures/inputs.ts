import { type Problem, quantity } from "../arithmetic.ts";
import { type Decimal, toDecimal } from "../decimal.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { Item, ObservedField } from "../model.ts";

/** Finds the input fields that a measure names in its parameters, or says which it cannot find. */
export function namedFields(
  params: JsonObject,
  names: readonly string[],
  item: Item,
): { fields: ObservedField[]; problems: Problem[] } {
  const fields: ObservedField[] = [];
  const problems: Problem[] = [];
  const known = item.observation.fields.map(({ key }) => key);
  for (const name of names) {
    const field = item.observation.fields.find(({ key }) => key === params[name]);
    if (field) fields.push(field);
    else problems.push({ code: "measure/unknown-input", path: [name], params: { name: params[name] ?? null, known } });
  }
  return { fields, problems };
}

/** The figure of one input; undefined while it is not filled in. */
export function inputFigure(data: JsonValue, key: string): Decimal | undefined {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return undefined;
  return Object.hasOwn(data, key) ? toDecimal((data as JsonObject)[key]) : undefined;
}

/** The figure of one input with its unit, as a sentence has it. */
export function inputText(data: JsonValue, { key, unit }: ObservedField): string {
  return quantity(inputFigure(data, key)?.toFixed() ?? "", unit);
}

/** Neither of the inputs filled in is missing data; one of them is incomplete data. */
export function unfilled(figures: readonly unknown[]) {
  const reason = figures.some((figure) => figure !== undefined) ? "incomplete" : "missing";
  return { state: "no-data", reason } as const;
}
