import type { Item, JsonValue, ObservedField } from "@rolewright/runtime";

/** What stands in an item's fields, as typed: field key → text. Kept apart from the data, so that nothing typed is lost. */
export type Draft = Readonly<Record<string, string>>;

/** What a draft amounts to. Half a ratio is a value worth keeping; only unreadable text is not. */
export type Reading =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly data: JsonValue }
  | { readonly kind: "unreadable"; readonly field: ObservedField; readonly fault: NumberFault };

/**
 * Why a text is no number: none at all, a comma that parts no thousands (3,5), a sign of per cent where figures are
 * counted, or more digits than can be kept exactly.
 */
export type NumberFault = "number" | "comma" | "percent" | "long";

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
  // The figures behind a ratio are counts; only what is measured itself has the item's unit.
  const own = item.observation.kind === "inputs" ? undefined : item.unit;
  const values: Record<string, JsonValue> = {};
  for (const field of filled) {
    const value = readField(field, text(draft, field), field.unit ?? own);
    if (typeof value === "object") return { kind: "unreadable", field, fault: value.fault };
    values[field.key] = value;
  }
  const single = item.observation.kind !== "inputs" ? item.observation.fields[0] : undefined;
  return { kind: "value", data: single ? (values[single.key] ?? null) : values };
}

/** As many digits as a number of JSON keeps exactly. */
const mostDigits = 15;

/**
 * Numbers may be typed with full-width digits or thousands separators, as they come from other systems, and behind a
 * figure in per cent its sign may stand. Anything else is refused rather than guessed.
 */
export function readNumber(typed: string, unit?: string): number | { readonly fault: NumberFault } {
  const spaceless = typed.normalize("NFKC").replace(/\s/g, "");
  const plain = unit === "%" ? spaceless.replace(/%$/, "") : spaceless;
  if (/^[-+]?(\d+(\.\d*)?|\.\d+|\d{1,3}(,\d{3})+(\.\d*)?)$/.test(plain)) return exact(plain.replaceAll(",", ""));
  if (/^[-+\d.,]*%$/.test(plain)) return { fault: "percent" };
  return { fault: /\d,\d/.test(plain) && /^[-+\d.,]+$/.test(plain) ? "comma" : "number" };
}

function exact(plain: string): number | { readonly fault: NumberFault } {
  const digits = plain.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > mostDigits ? { fault: "long" } : Number(plain);
}

function readField(
  field: ObservedField,
  typed: string,
  unit: string | undefined,
): string | number | boolean | { readonly fault: NumberFault } {
  const type = field.schema.type;
  if (type === "integer" || type === "number") return readNumber(typed, unit);
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
