import type { Item, JsonObject, JsonValue } from "@rolewright/runtime";

/**
 * One entry of an item whose observation is a list, as an item of its own that is filled in like any other: a figure
 * (durations that are known), or named inputs (from when to when). Undefined for entries no field can be made for, and
 * for days, which have a field of their own.
 */
export function entryOf(item: Item): Item | undefined {
  const { kind, schema: list, entryFields = [] } = item.observation;
  const schema = objectOf(list.items);
  if (kind !== "events" || !schema) return undefined;
  if (isNumeric(schema)) {
    const field = { key: item.key, title: item.title, schema, required: true, translations: {} };
    return withObservation(item, { kind: "figure", fields: [field], schema });
  }
  const known = entryFields.filter((field) => isNumeric(field.schema) || field.schema.type === "string");
  if (known.length === 0 || known.length < entryFields.length) return undefined;
  return withObservation(item, { kind: "inputs", fields: known, schema });
}

/** Whether an item's list is one of days. */
export function isListOfDays(item: Item): boolean {
  return item.observation.kind === "events" && objectOf(item.observation.schema.items)?.format === "date";
}

/** The measure belongs to the list, not to its entries. */
function withObservation({ measure: _, ...item }: Item, observation: Item["observation"]): Item {
  return { ...item, observation };
}

function isNumeric({ type }: JsonObject): boolean {
  return type === "number" || type === "integer";
}

function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
