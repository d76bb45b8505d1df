import type { Item, JsonObject, JsonValue, Observable, SectionKind } from "@rolewright/runtime";
import { inferredMeasure, measures, scoringMethods } from "@rolewright/runtime";
import type { Changes } from "./part-edits.ts";

/** How an item is filled in, in the order offered. */
export const observationKinds = [
  "tick",
  "figure",
  "inputs",
  "date",
  "events",
  "choice",
  "text",
] as const satisfies readonly Observable["kind"][];

/** Words the new parts of a template need, in the language the template is written in. */
export interface NewWords {
  readonly choices: readonly string[];
  readonly part: string;
  readonly whole: string;
}

/** The observation schema of a kind, as short as it can be. */
function schemaOf(kind: Observable["kind"], words: NewWords): JsonObject {
  switch (kind) {
    case "tick":
      return { type: "boolean" };
    case "figure":
      return { type: "number", minimum: 0 };
    case "choice":
      return { type: "string", enum: words.choices };
    case "text":
      return { type: "string" };
    case "date":
      return { type: "string", format: "date" };
    case "events":
      return { type: "array", items: { type: "string", format: "date" } };
    case "inputs":
      return {
        type: "object",
        properties: {
          done: { title: words.part, type: "number", minimum: 0 },
          total: { title: words.whole, type: "number", minimum: 0 },
        },
        required: ["done", "total"],
      };
  }
}

/** What `x-item` of a new item says, by the kind of its section. */
function startOf(section: SectionKind): { readonly kind: Observable["kind"]; readonly info: JsonObject } {
  switch (section) {
    case "qualifications":
      return { kind: "tick", info: { need: "required" } };
    case "duties":
      return { kind: "tick", info: { part: "lead" } };
    case "competencies":
      return { kind: "choice", info: { every: "half-year" } };
    default:
      return { kind: "figure", info: { every: "month", unit: "%", target: { minimum: 90 }, score: { kind: "pass" } } };
  }
}

/** A new item of a section: valid at once, with as little as possible decided for its author. */
export function newItem(section: SectionKind, title: string, words: NewWords, more: JsonObject = {}): JsonObject {
  const { kind, info } = startOf(section);
  return { title, ...schemaOf(kind, words), "x-item": { ...info, ...more } };
}

/** The word a new item's key starts with. */
export function keyWord(section: SectionKind): string {
  return {
    qualifications: "qualification",
    duties: "duty",
    standards: "standard",
    competencies: "competency",
    custom: "item",
  }[section];
}

/** What another kind of observation means for an item: what is written, and what has to go. */
export interface KindChange {
  readonly changes: Changes;
  /** Names of fields of `x-item` that no longer fit and are taken out. */
  readonly dropped: readonly string[];
}

/** The change to another kind of observation. What was recorded so far does not fit the new kind. */
export function kindChange(item: Item, kind: Observable["kind"], words: NewWords): KindChange {
  const schema = schemaOf(kind, words);
  const old = Object.keys(item.observation.schema).filter((key) => !Object.hasOwn(schema, key));
  const info = fittingInfo(item, kind);
  return {
    changes: [
      ...old.map((key) => [[key], undefined] as const),
      ...Object.entries(schema).map(([key, value]) => [[key], value] as const),
      ...Object.entries(info).map(([key, value]) => [["x-item", key], value] as const),
    ],
    dropped: Object.keys(info).filter((key) => info[key] === undefined),
  };
}

function fittingInfo(item: Item, kind: Observable["kind"]): Readonly<Record<string, JsonValue | undefined>> {
  const info: Record<string, JsonValue | undefined> = {};
  const fits = measures.find(({ id }) => id === item.measure?.kind)?.fits.includes(kind) ?? false;
  if (kind === "inputs" && !fits) {
    info.measure = { kind: "ratio", of: "done", to: "total", whenZero: "not-applicable" };
  } else if (item.measure && !fits) info.measure = undefined;
  // Bounds are about a number of the same nature: a day of the period is none, and a choice no number at all.
  if (item.target && natureOf(kind) !== natureOf(item.observation.kind)) info.target = undefined;
  const method = scoringMethods.find(({ id }) => id === item.score?.kind);
  if (method && (natureOf(kind) === "word" ? method.needsValue : method.id === "levels" && kind !== "choice")) {
    info.score = undefined;
  }
  return info;
}

function natureOf(kind: Observable["kind"]): "number" | "day" | "word" {
  if (kind === "choice" || kind === "text") return "word";
  return kind === "date" ? "day" : "number";
}

/** The measures that can read an item's observation. */
export function measuresFor(kind: Observable["kind"]) {
  return measures.filter(({ fits }) => fits.includes(kind));
}

/** The measure an item has, stated or not; undefined where it has to be stated. */
export function measureOf(item: Item): string | undefined {
  return item.measure?.kind ?? inferredMeasure(item.observation.kind);
}

/** Whether the derived value is a day of its period. */
export function isDay(item: Item): boolean {
  return measureOf(item) === "dayOfPeriod";
}

/** Whether the value is a word: a choice or a text that no measure turns into a number. */
export function isWord(item: Item): boolean {
  return natureOf(item.observation.kind) === "word" && measureOf(item) === "value";
}
