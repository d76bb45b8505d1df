import type { Calendar } from "./calendar.ts";
import type { Decimal } from "./decimal.ts";
import type { Step } from "./generated/records.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Bound, Item, Observable, Rounding } from "./model.ts";
import type { Period } from "./period.ts";

/*
 * What measures and scoring methods have in common: each kind is one file that checks its parameters once, for one
 * item, and then works on decimals only.
 */

/** What a measure or scoring method finds wrong with its parameters, as data; compile makes it a diagnostic. */
export interface Problem {
  /** `area/problem`, e.g. `score/bands-gap`; its sentence is the message `diagnostics.<code>`. */
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  /** Where, from the parameters' own object: `["bands", 1]`. */
  readonly path: readonly (string | number)[];
}

/** Either the compiled form or at least one problem. */
export type Compiled<C> = { readonly compiled: C } | { readonly problems: readonly Problem[] };

/** How a derived value comes from one observation (量度). One file each, in `measures/`. */
export interface MeasureKind<C = unknown> {
  readonly id: string;
  /** JSON Schema of the parameters that stand beside `kind`, with a description. */
  readonly params: JsonObject;
  /** The kinds of observation it can read. */
  readonly fits: readonly Observable["kind"][];
  compile(params: JsonObject, item: Item): Compiled<C>;
  /** Reads valid data. The value is exact; rounding comes after. */
  measure(compiled: C, data: JsonValue, context: MeasureContext): Measured;
  /** The same arithmetic as data, for what was measured: code `measure/<kind>` and what its sentence needs. */
  explain(compiled: C, data: JsonValue, context: MeasureContext): Omit<Step, "result">;
  /** What the value can be at all, as far as the measure tells; without it, what the observation's schema allows. */
  range?(compiled: C): ValueRange;
  /** Every value there can be, where they are few enough to be listed. */
  values?(compiled: C): readonly Decimal[];
}

export interface MeasureContext {
  readonly item: Item;
  /** Which days are worked, for durations in working days. */
  readonly calendar: Calendar;
  /** The period instance that was observed. */
  readonly period: Period;
  readonly rounding: Rounding;
}

/** A derived value, or the reason why there is none. */
export type Measured =
  | {
      readonly state: "measured";
      /** Null where the observation is no number: a choice or a text, judged as it is. */
      readonly value: Decimal | null;
      /** The verdict where the measure itself gives it, e.g. a ratio to zero that counts as met. */
      readonly met?: boolean;
      /** For quotients: what a hint at the next better value needs. */
      readonly quotient?: Quotient;
    }
  | { readonly state: "no-data"; readonly reason: "missing" | "incomplete" | "invalid" }
  | { readonly state: "not-applicable"; readonly reason: "zero-denominator" };

/** A ratio before it was divided. */
export interface Quotient {
  readonly of: Decimal;
  readonly to: Decimal;
  /** 100 for percentages, else 1. */
  readonly scale: number;
  /** Title and unit of the input that is divided. */
  readonly title: string;
  readonly unit: string;
}

/** How points come from a judged value (计分). One file each, in `scoring/`. */
export interface ScoringMethod<C = unknown> {
  readonly id: string;
  /** JSON Schema of the parameters that stand beside `kind`, with a description. */
  readonly params: JsonObject;
  /** Whether the method needs a number; the others take a tick or a choice as well. */
  readonly needsValue: boolean;
  /** Whether every instance is scored by itself unless the template states an aggregate; default: when it needs a value. */
  readonly scoresEach?: boolean;
  /** Methods outside the weighted sum: their items have no weight, and an entry among the adjustments instead of a line. */
  readonly outside?: "bonus" | "veto";
  compile(params: JsonObject, context: ScoringContext): Compiled<C>;
  /** Points before rounding, usually 0–100. */
  score(compiled: C, judged: Judged): Decimal;
  /** The same arithmetic as data: code `score/<kind>` and what its sentence needs, without the result. */
  explain(compiled: C, judged: Judged): Omit<Step, "result">;
  /** The points at which the line from value to points bends, left to right, for a small chart. */
  curve?(compiled: C): readonly CurvePoint[];
  /** The points of a line in which nothing is left to wish. */
  best(compiled: C): Decimal;
}

/** What a scoring method may know of its item when it compiles. */
export interface ScoringContext {
  /** The target's bounds on the scored value. */
  readonly bounds: readonly DecimalBound[];
  /** What the scored value can be at all, as far as the observation's schema tells. */
  readonly range: ValueRange;
  /** Every value there can be, where they can be listed: choices as text, ratings as decimals. */
  readonly values?: readonly (string | Decimal)[];
  /** What else of the item decides whether the method suits it. */
  readonly item?: Pick<Item, "weight" | "target" | "aggregate" | "observation">;
  /** Grades of the role, highest first; undefined where the role is not known. */
  readonly grades?: readonly string[];
}

/** Both ends inclusive; a missing one is infinity. */
export interface ValueRange {
  readonly from?: Decimal;
  readonly to?: Decimal;
}

export interface DecimalBound {
  readonly keyword: Bound["keyword"];
  readonly value: Decimal;
}

/** One derived value after comparison with its target. */
export interface Judged {
  /** Rounded. Null where the observation is no number. */
  readonly value: Decimal | null;
  /** What was chosen or written, where the observation is a choice or a text. */
  readonly text?: string;
  readonly met: boolean;
  /** How far the value is from its target, in units of the value; zero when met. */
  readonly shortfall: Decimal;
  /** Whether several period instances stand behind the value. */
  readonly several: boolean;
  /** How many of them missed their target. A single instance counts itself. */
  readonly missed: number;
  readonly unit: string;
}

export interface CurvePoint {
  readonly value: string;
  readonly points: string;
}

/** A figure with its unit, e.g. `4.66 %`: the same in every language. */
export function quantity(value: string, unit: string | undefined): string {
  return unit === undefined || unit === "" ? value : `${value} ${unit}`;
}

/** Shorthand for one problem. */
export function refused(code: string, path: readonly (string | number)[], params: Problem["params"] = {}) {
  return { problems: [{ code, path, params }] };
}
