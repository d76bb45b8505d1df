/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * A period instance: 2026, 2026-H2, 2026-Q4, 2026-11, 2026-W47 (ISO 8601 week) or 2026-11-23.
 */
export type PeriodName = string;
/**
 * A decimal number as text, e.g. 94.74.
 */
export type Decimal = string;
/**
 * Not measured is not zero: four states, never three.
 */
export type LineState = "met" | "missed" | "no-data" | "not-applicable";

export interface Records {
  observation?: Observation;
  checklist?: Checklist;
  scorecard?: Scorecard;
}
/**
 * One recorded fact: what was observed of one item, for one holder, in one period instance.
 */
export interface Observation {
  /**
   * Id of the person the fact is about.
   */
  holder?: string;
  template?: TemplateReference;
  /**
   * Key of the item in the template.
   */
  item: string;
  period: PeriodName;
  /**
   * The observed data, valid under the item's own schema in the template.
   */
  data: null | boolean | number | string | unknown[] | {};
  /**
   * Why the item is not judged in this period or any shorter one within it (leave, no such work there). Data that stands beside it is kept, and counts again once this is withdrawn.
   */
  exempt?: string;
  /**
   * Where the proof is: a note, a document number, an address.
   */
  evidence?: string;
  /**
   * Who recorded it.
   */
  by?: string;
  /**
   * When it was recorded, UTC.
   */
  at?: string;
}
export interface TemplateReference {
  /**
   * $id of the template.
   */
  id: string;
  /**
   * Published version; null for a draft.
   */
  version: number | null;
  title?: string;
}
/**
 * What one role has to do in one period: every occurrence of its recurring duties and standards, with due dates.
 */
export interface Checklist {
  template: TemplateReference;
  holder?: HolderReference;
  period: PeriodName;
  /**
   * By due date, then in the order of the template.
   */
  occurrences: Occurrence[];
}
export interface HolderReference {
  id: string;
  name: string;
}
export interface Occurrence {
  /**
   * item@period instance: stable however often the checklist is made.
   */
  id: string;
  item: string;
  number: string;
  title: string;
  section: string;
  every: string;
  period: PeriodName;
  /**
   * The last day on which it is in time, calendar day of the workspace.
   */
  due: string;
  /**
   * The day as the rule states it, before it was moved off a holiday or made exclusive.
   */
  statedDue: string;
  /**
   * Whether it feeds a weighted scorecard line.
   */
  scored: boolean;
  /**
   * overdue only when a today was given; exempt where the item is not judged in that period.
   */
  state: "done" | "open" | "overdue" | "exempt";
  supports: string[];
}
/**
 * The scored standards of one role in one period, with the arithmetic of every line. Numbers are decimal text.
 */
export interface Scorecard {
  template: TemplateReference;
  holder?: HolderReference;
  period: PeriodName;
  lines: ScorecardLine[];
  /**
   * Bonuses and vetoes, outside the weighted sum, in the order of the template.
   */
  adjustments: Adjustment[];
  coverage: Coverage;
  /**
   * Weighted points over the measured weight, plus bonuses, at most what vetoes leave; null while nothing is measured.
   */
  total: Decimal | null;
  /**
   * True while a due line that blocks (noData: block) has no data, or a veto no reason: the total may still change.
   */
  provisional: boolean;
  grade: string | null;
  /**
   * The arithmetic of the total.
   */
  steps: Step[];
}
export interface ScorecardLine {
  /**
   * Key of the item.
   */
  item: string;
  /**
   * Number shown, e.g. 3.4.
   */
  number: string;
  title: string;
  /**
   * Key of the section.
   */
  section: string;
  every?: string;
  unit?: string;
  target: Bound[];
  weight: Decimal;
  state: LineState;
  /**
   * Why a line has no data or does not apply; exempt: somebody decided so, and because says why.
   */
  reason?: "not-due" | "zero-denominator" | "exempt" | "missing" | "incomplete" | "invalid";
  /**
   * For an exempt line, the reason that was given.
   */
  because?: string;
  /**
   * A period instance: 2026, 2026-H2, 2026-Q4, 2026-11, 2026-W47 (ISO 8601 week) or 2026-11-23.
   */
  dueIn?: string;
  /**
   * The derived value.
   */
  actual: Decimal | null;
  /**
   * 0–100 before weighting.
   */
  points: Decimal | null;
  /**
   * Points × weight ÷ 100.
   */
  contribution: Decimal | null;
  /**
   * The period instances behind the line, in order.
   */
  instances: Instance[];
  /**
   * The arithmetic, in order: measure, aggregate, compare, score, contribute.
   */
  steps: Step[];
  /**
   * Keys of the duties this standard measures.
   */
  supports: string[];
}
export interface Bound {
  keyword: "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" | "const";
  value: Decimal;
}
export interface Instance {
  period: PeriodName;
  state: LineState;
  actual: Decimal | null;
}
/**
 * One step of arithmetic as data; the sentence is made from code and params (message explain.<code>).
 */
export interface Step {
  /**
   * phase/kind, e.g. measure/ratio, compare/missed, score/linear, contribute/weight.
   */
  code: string;
  params: {
    [k: string]: string | number | boolean | null;
  };
  result: Decimal | null;
  unit?: string;
}
/**
 * One bonus or veto with its arithmetic.
 */
export interface Adjustment {
  kind: "bonus" | "veto";
  /**
   * Key of the item.
   */
  item: string;
  /**
   * Number shown, e.g. 3.4.
   */
  number: string;
  title: string;
  /**
   * Key of the section.
   */
  section: string;
  every?: string;
  unit?: string;
  /**
   * applied: points were added, or the veto is in force; none: there was nothing to add, or the veto was not triggered.
   */
  state: "applied" | "none" | "no-data" | "not-applicable";
  /**
   * Why there is no data; no-reason: a veto was triggered and nobody said why.
   */
  reason?: "not-due" | "zero-denominator" | "exempt" | "missing" | "incomplete" | "invalid" | "no-reason";
  /**
   * The derived value.
   */
  actual: Decimal | null;
  /**
   * What a bonus adds to the total.
   */
  points: Decimal | null;
  /**
   * The grade that a veto in force leaves.
   */
  grade: string | null;
  /**
   * The most points that a veto in force leaves.
   */
  cap: Decimal | null;
  /**
   * Why a veto is in force, as recorded.
   */
  because?: string;
  instances: Instance[];
  steps: Step[];
}
export interface Coverage {
  /**
   * A decimal number as text, e.g. 94.74.
   */
  measured: string;
  /**
   * A decimal number as text, e.g. 94.74.
   */
  due: string;
  notApplicable: Decimal;
  /**
   * A decimal number as text, e.g. 94.74.
   */
  missing: string;
  /**
   * A decimal number as text, e.g. 94.74.
   */
  percent: string;
}
