import type { Observation } from "../generated/records.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { Bound, DueRule, Item, Observable, ObservedField, RoleModel, Section } from "../model.ts";

/* Builders for tests: role models and observations in a line each, with everything else at its default. */

const nowhere = { path: [], range: { start: 0, end: 0 } };

/** A role with one section of standards that holds these items. */
export function roleOf(items: readonly Item[], more: Partial<RoleModel> = {}): RoleModel {
  const section: Section = {
    key: "standards",
    kind: "standards",
    title: "工作标准",
    number: "3",
    items,
    translations: {},
    source: nowhere,
  };
  return {
    id: "https://rolewright.dev/roles/test",
    title: "客服主管",
    purpose: "",
    language: "zh-CN",
    identity: { supervises: [], supervision: [], contacts: { internal: [], external: [] }, authority: [] },
    sections: [section],
    grades: [],
    rounding: { digits: 2, mode: "half-up" },
    translations: {},
    ...more,
  };
}

/** A monthly figure with weight 100; every part can be replaced. */
export function itemOf(key: string, more: Partial<Item> = {}): Item {
  return {
    key,
    section: "standards",
    number: "3.1",
    title: key,
    observation: figure(),
    every: "month",
    weight: "100",
    noData: "block",
    supports: [],
    translations: {},
    source: nowhere,
    ...more,
  };
}

export function figure(schema: JsonObject = { type: "number", minimum: 0 }): Observable {
  return { kind: "figure", fields: [], schema };
}

export function tick(): Observable {
  return { kind: "tick", fields: [], schema: { type: "boolean" } };
}

export function date(): Observable {
  return { kind: "date", fields: [], schema: { type: "string", format: "date" } };
}

export function dates(): Observable {
  const items = { type: "string", format: "date" };
  return { kind: "events", fields: [], schema: { type: "array", items, uniqueItems: true } };
}

export function choice(...values: readonly string[]): Observable {
  return { kind: "choice", fields: [], schema: { type: "string", enum: values } };
}

/** Several figures: key → [title, unit]. All are required, none may be negative. */
export function inputs(fields: Readonly<Record<string, readonly [title: string, unit: string]>>): Observable {
  const schema = { type: "number", minimum: 0 };
  const list = Object.entries(fields).map(
    ([key, [title, unit]]): ObservedField => ({ key, title, unit, schema, required: true, translations: {} }),
  );
  const properties = Object.fromEntries(list.map(({ key }) => [key, schema]));
  const required = list.map(({ key }) => key);
  return {
    kind: "inputs",
    fields: list,
    schema: { type: "object", properties, required, additionalProperties: false },
  };
}

/** A target of bounds: `target({ minimum: 5 })`. */
export function target(bounds: Readonly<Partial<Record<Bound["keyword"], number>>>): NonNullable<Item["target"]> {
  const list = Object.entries(bounds).map(([keyword, value]) => ({ keyword, value: String(value) }) as Bound);
  return { schema: bounds as JsonObject, bounds: list };
}

export function score(kind: string, params: JsonObject = {}): NonNullable<Item["score"]> {
  return { kind, params };
}

export function measure(kind: string, params: JsonObject = {}): NonNullable<Item["measure"]> {
  return { kind, params };
}

export function due(rule: Partial<DueRule>): DueRule {
  return { monthsAfter: 0, inclusive: true, inclusiveStated: true, roll: "none", ...rule };
}

export function observed(item: string, period: string, data: JsonValue): Observation {
  return { item, period, data: data as Observation["data"] };
}
