import type { Item, JsonValue, ObservedField } from "@rolewright/runtime";

/** What stands in an item's fields, as typed: field key → text. Kept apart from the data, so that nothing typed is lost. */
export type Draft = Readonly<Record<string, string>>;

/** What a draft amounts to. Half a ratio is a value worth keeping; only unreadable text is not. */
export type Reading =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly data: JsonValue }
  | { readonly kind: "unreadable"; readonly field: ObservedField };

/** The texts that show stored data; for an item with one field its key is the item's own. */
export function draftOf(item: Item, data: JsonValue | undefined): Record<string, string> {
  if (data === undefined || data === null) return {};
  const single = item.observation.kind !== "inputs";
  const entries = item.observation.fields.map((field) => [field.key, single ? data : member(data, field.key)] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null).map(([key, value]) => [key, String(value)]),
  );
}

/** Reads the typed texts as data of the item, without the inputs that are empty. Whether it is allowed is the runtime's to say. */
export function readDraft(item: Item, draft: Draft): Reading {
  const filled = item.observation.fields.filter((field) => text(draft, field) !== "");
  if (filled.length === 0) return { kind: "empty" };
  const values: Record<string, JsonValue> = {};
  for (const field of filled) {
    const value = readField(field, text(draft, field));
    if (value === undefined) return { kind: "unreadable", field };
    values[field.key] = value;
  }
  const single = item.observation.kind !== "inputs" ? item.observation.fields[0] : undefined;
  return { kind: "value", data: single ? (values[single.key] ?? null) : values };
}

/** Numbers may be typed with full-width digits or thousands separators, as they come from other systems. */
export function readNumber(typed: string): number | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

function readField(field: ObservedField, typed: string): JsonValue | undefined {
  const type = field.schema.type;
  if (type === "integer" || type === "number") return readNumber(typed);
  if (type === "boolean") return typed === "true";
  return typed;
}

function text(draft: Draft, field: ObservedField): string {
  return (draft[field.key] ?? "").trim();
}

function member(data: JsonValue, key: string): JsonValue | undefined {
  const holds = typeof data === "object" && data !== null && !Array.isArray(data) && Object.hasOwn(data, key);
  return holds ? (data as Readonly<Record<string, JsonValue>>)[key] : undefined;
}
