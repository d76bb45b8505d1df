import type { JsonObject, JsonValue } from "./json.ts";

/**
 * The role model: what a template means, after reading, validating and resolving it.
 *
 * Every output (role document, checklist, scorecard, types) is made from this model and never from the text.
 * Models are plain frozen data: safe to post to a worker and to compare.
 */
export interface RoleModel {
  /** `$id` of the template. */
  readonly id: string;
  readonly title: string;
  /** The role's purpose in one or two sentences; empty when the template gives none. */
  readonly purpose: string;
  /** BCP 47 tag of the language the template is written in, e.g. `zh-CN`. */
  readonly language: string;
  readonly identity: RoleIdentity;
  readonly sections: readonly Section[];
  /** Highest first. Empty when the template declares no grades. */
  readonly grades: readonly Grade[];
  readonly rounding: Rounding;
  readonly translations: Translations;
  /** The template it extends as a whole; absent when it stands on its own. */
  readonly origin?: Origin;
  readonly provenance?: Provenance;
  readonly staleTranslations?: readonly StaleTranslation[];
}

/**
 * Where something inherited comes from: a version of another template or of a KPI of the library. One object for all
 * that comes from there.
 */
export interface Origin {
  /** `$id` of the template or KPI. */
  readonly id: string;
  /** Absent when `x-extends` names none and so means the newest. */
  readonly version?: number;
  readonly title: string;
  /** Language tag → its translated title. */
  readonly titles: Readonly<Record<string, string>>;
}

/** A translation that is inherited, while the template wrote the text it translates anew. */
export interface StaleTranslation {
  /** BCP 47 tag. */
  readonly language: string;
  readonly field: "title" | "description";
  readonly origin: Origin;
}

/**
 * Which fields are inherited, by their name in the model (those of `identity` by their own name), and from where. A
 * field that is not listed was written by the template itself, in whole or in part; without inherited ones there is no
 * provenance at all.
 */
export type Provenance = Readonly<Record<string, Origin>>;

/** Who the role is in the organisation: the `x-role` keyword. */
export interface RoleIdentity {
  readonly department?: string;
  readonly reportsTo?: RelatedRole;
  readonly supervises: readonly RelatedRole[];
  /** How authority over subordinates is exercised, e.g. 决策, 授权, 督导, 检查. */
  readonly supervision: readonly string[];
  readonly contacts: { readonly internal: readonly string[]; readonly external: readonly string[] };
  readonly authority: readonly string[];
  readonly workingConditions?: string;
  /** Occupation code, e.g. CSCO 2022 `4-07-02-03`. */
  readonly occupationCode?: string;
  /** ISO date. */
  readonly effectiveDate?: string;
  readonly classification?: string;
}

/** The other end of a reporting line, with how authority is exercised along it. */
export interface RelatedRole {
  readonly title: string;
  /** `$id` of that role's template, where it exists. */
  readonly role?: string;
  readonly authority: readonly string[];
  readonly translations: Translations;
}

/** One step of a grade scale: `grade` is reached from `from` points (inclusive). */
export interface Grade {
  readonly grade: string;
  readonly from: DecimalText;
}

/** The one rounding rule of a template, applied to the derived value before comparison, and to points. */
export interface Rounding {
  /** Digits after the decimal point; default 2. */
  readonly digits: number;
  /** Default `half-up`, as in appraisal practice (四舍五入). */
  readonly mode: "half-up" | "half-even" | "down";
}

/** A decimal number as text, e.g. `"94.74"`: JSON numbers are binary floating point in most readers. */
export type DecimalText = string;

/** Language tag → the translated texts of one node (`x-i18n`). */
export type Translations = Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;

export type SectionKind = "qualifications" | "duties" | "standards" | "competencies" | "custom";

export interface Section {
  /** Key in the root's `properties`. */
  readonly key: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly description?: string;
  /** Number shown, counted from 1 in text order, e.g. `3`. */
  readonly number: string;
  readonly weight?: DecimalText;
  readonly items: readonly Item[];
  readonly translations: Translations;
  readonly source: SourcePlace;
  /** Where the section was written first; absent when the template itself did. */
  readonly origin?: Origin;
  readonly provenance?: Provenance;
  readonly staleTranslations?: readonly StaleTranslation[];
}

/** One qualification, duty or work standard. */
export interface Item {
  /** ASCII identifier, unique in the template, stable across versions. */
  readonly key: string;
  readonly section: string;
  /** Number shown, e.g. `3.4`. */
  readonly number: string;
  readonly title: string;
  readonly description?: string;
  readonly observation: Observable;
  readonly every?: Cadence;
  readonly due?: DueRule;
  readonly unit?: string;
  /** Points of the total; absent means the item is not scored (which is not zero). */
  readonly weight?: DecimalText;
  readonly target?: Target;
  readonly measure?: Measure;
  readonly aggregate?: Aggregate;
  readonly score?: Score;
  readonly noData: "block" | "zero" | "exclude";
  /** Where the figure comes from. */
  readonly dataSource?: string;
  /** Whether an item of a longer cadence is judged in shorter scorecards on what was recorded to date; see gather.ts. */
  readonly cumulative?: boolean;
  /** Whether the ticks of the duties it supports fill it in where nothing was recorded; see ticks.ts. */
  readonly fromTicks?: boolean;
  /** Who enters it: `holder`, `manager`, `integration`, or the name of a unit. */
  readonly owner?: string;
  readonly evidence?: string;
  /** Keys of the duties that this standard measures. */
  readonly supports: readonly string[];
  readonly part?: "lead" | "organise" | "take-part" | "review" | "assist" | "approve";
  readonly need?: "required" | "preferred" | "essential" | "marginal";
  /** Share of working time in %, for duties. */
  readonly share?: DecimalText;
  readonly translations: Translations;
  readonly source: SourcePlace;
  /** Where the item was written first, though the template may have changed it; absent when the template itself did. */
  readonly origin?: Origin;
  readonly provenance?: Provenance;
  readonly staleTranslations?: readonly StaleTranslation[];
  /** The target the item inherits for the same value, where the template states another or none. */
  readonly inheritedTarget?: { readonly target: Target; readonly origin: Origin };
}

/** What an observation of an item looks like, and so how it is filled in. */
export interface Observable {
  /** tick · figure · choice · text · date · events (array) · inputs (object of several figures). */
  readonly kind: "tick" | "figure" | "choice" | "text" | "date" | "events" | "inputs";
  /** For `inputs`: the fields in text order. For other kinds: one field with the item's own key. */
  readonly fields: readonly ObservedField[];
  /** For `events` that are objects (from when to when): the fields of each, in text order. */
  readonly entryFields?: readonly ObservedField[];
  /** The observation's JSON Schema, a plain subset of 2020-12 without our keywords. */
  readonly schema: JsonObject;
  /** For choices in another language than the template's: value (as text) → what people read for it. */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ObservedField {
  readonly key: string;
  readonly title: string;
  readonly unit?: string;
  readonly schema: JsonObject;
  readonly required: boolean;
  readonly translations: Translations;
}

export type Cadence = "day" | "week" | "month" | "quarter" | "half-year" | "year" | "once" | "event";

/** When an occurrence is due. Without a rule: the last day of its period. */
export interface DueRule {
  /** Day of the month (1–31, clipped to the month's length) or its last day. */
  readonly day?: number | "last";
  /** In place of `day`: the so many-th working day (1–23) of the month, or of the week; its last where it has fewer. */
  readonly workingDay?: number;
  /** For weekly items; Monday is 1, Sunday is 7. */
  readonly weekday?: number;
  /** Month of the year (1–12) for yearly items; month within the period for quarters and half-years. */
  readonly month?: number;
  /** 0 = within the period itself, 1 = in the month after it (次月). Default 0. */
  readonly monthsAfter: number;
  /** Whether the day itself still counts ("25日前（含）"). Default true. */
  readonly inclusive: boolean;
  /** Whether `inclusive` was written in the template. */
  readonly inclusiveStated: boolean;
  /** What happens when the day is no working day. Default `none`. */
  readonly roll: "none" | "next" | "previous";
}

/** What the derived value must satisfy. */
export interface Target {
  /** The subschema as written. */
  readonly schema: JsonObject;
  /** Its bounds, read statically; both ends of a range in one list. */
  readonly bounds: readonly Bound[];
  /** For choices: the accepted values. */
  readonly accepted?: readonly JsonValue[];
}

/** One bound, named by its JSON Schema keyword. */
export interface Bound {
  readonly keyword: "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" | "const";
  readonly value: DecimalText;
}

/** How the derived value comes from an observation. `kind` is one of the registered measures. */
export interface Measure {
  readonly kind: string;
  /** The measure's own parameters as written (e.g. `of`, `to`, `whenZero` of a ratio). */
  readonly params: JsonObject;
}

/** How several period instances make one scorecard line. */
export type Aggregate = "share-met" | "mean" | "sum" | "last" | "worst";

/** How points come from the derived value. `kind` is one of the registered scoring methods. */
export interface Score {
  readonly kind: string;
  /** The method's own parameters as written, checked against its parameter schema. */
  readonly params: JsonObject;
}

/**
 * Where in the text a part of the model was written; what is inherited, at the `x-extends` that brings it.
 * Offsets are UTF-16 code units; `end` is exclusive.
 */
export interface SourcePlace {
  readonly path: readonly (string | number)[];
  readonly range: TextRange;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}
