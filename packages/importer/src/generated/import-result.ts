/* Generated from schemas/ by `npm run generate`; do not edit. */

/**
 * How sure the reading is: 0.9 and above needs no look, below 0.6 wants one.
 */
export type Confidence = number;
/**
 * Number or bullet as written.
 */
export type Label = string;
/**
 * `term`: a school term; `event`: each time something happens.
 */
export type Cadence =
  "hour" | "shift" | "day" | "week" | "half-month" | "month" | "quarter" | "half-year" | "year" | "term" | "event";
/**
 * Every so many cadences; absent for every one.
 */
export type Interval = number;

/**
 * What one file or pasted text says about jobs. Every character of the source is in a field, in `unplaced`, or in `layout`.
 */
export interface ImportResult {
  source: ImportSource;
  /**
   * `other`: the text is not about a job; then there are no descriptions.
   */
  kind: "job-descriptions" | "other";
  /**
   * In the order of the text.
   */
  descriptions: Description[];
  /**
   * Likely damage done by text conversion. Offered, never applied.
   */
  corrections: Correction[];
  /**
   * What only a person can decide.
   */
  ambiguities: Ambiguity[];
  /**
   * Words that found no place, in order.
   */
  unplaced: Span[];
  /**
   * Headings, numbers, labels, separators, page headers and blanks, in order.
   */
  layout: Span[];
  /**
   * What a person should know about the reading.
   */
  findings: ImportFinding[];
}
export interface ImportSource {
  /**
   * File name, or what the person called the pasted text.
   */
  name: string;
  /**
   * txt, md, html, docx, doc, pdf, rtf, odt or pasted.
   */
  format: string;
  /**
   * WHATWG label.
   */
  encoding: string;
  /**
   * The language most of the words are in.
   */
  language: "zh-CN" | "en";
  /**
   * Length of the text in UTF-16 code units.
   */
  characters: number;
}
/**
 * One job description.
 */
export interface Description {
  span: Span;
  confidence: Confidence;
  title?: TitleField;
  department?: TextField;
  superior?: TextField;
  /**
   * Each role or group on its own.
   */
  subordinates: TextField[];
  /**
   * What the role is for, as the text sums it up.
   */
  purpose: TextField[];
  /**
   * In the order of the text.
   */
  qualifications: Qualification[];
  /**
   * In the order of the text.
   */
  duties: Duty[];
  /**
   * In the order of the text; one for each measure, so a sentence with two figures gives two.
   */
  standards: Standard[];
  /**
   * What the role may decide, and how it is led and leads.
   */
  authority: AuthorityField[];
  /**
   * Pay, benefits, working conditions and what else an advertisement tells.
   */
  others: OtherField[];
}
/**
 * Offsets in UTF-16 code units into the source text; `end` is exclusive.
 */
export interface Span {
  start: number;
  end: number;
}
/**
 * The job's title.
 */
export interface TitleField {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  /**
   * What it was taken from.
   */
  from: "label" | "heading" | "sentence" | "file-name";
}
/**
 * Words with their place.
 */
export interface TextField {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
}
/**
 * What a holder must bring.
 */
export interface Qualification {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  kind: "education" | "experience" | "certificate" | "skill" | "knowledge" | "trait" | "language" | "age" | "other";
  label?: Label;
  need: "required" | "preferred";
  /**
   * Years of experience asked for, the lower end of a range; for `age` the lowest age.
   */
  years?: number;
  /**
   * The upper end of a range; for `age` the highest age.
   */
  yearsTo?: number;
  /**
   * The lowest education that will do.
   */
  level?: "primary" | "junior-secondary" | "senior-secondary" | "associate" | "bachelor" | "master" | "doctorate";
}
/**
 * Something the holder does.
 */
export interface Duty {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  label?: Label;
  /**
   * The heading it stands under inside its section.
   */
  group?: string;
  /**
   * The role's part in it, where the words say so.
   */
  part?: "lead" | "organise" | "take-part" | "review" | "assist" | "approve";
  cadence?: Cadence;
  interval?: Interval;
  deadline?: Deadline;
}
/**
 * The day by which it must be done.
 */
export interface Deadline {
  month?: number;
  day?: number | "last";
  /**
   * The so many-th working day of the period, in place of `day`.
   */
  workingDay?: number;
  /**
   * 1 is Monday.
   */
  weekday?: number;
  /**
   * HH:MM
   */
  time?: string;
  /**
   * Counted in the period after the one it is about (次月5日前).
   */
  next?: true;
  /**
   * Whether the day itself still counts; null where the text does not say.
   */
  inclusive: boolean | null;
}
/**
 * How well or how often, with at most one measure.
 */
export interface Standard {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  label?: Label;
  /**
   * The heading it stands under inside its section.
   */
  group?: string;
  operator?: ">=" | ">" | "<=" | "<" | "=" | "between";
  target?: number | Range;
  /**
   * As written, per cent always as `%` and per mille as `‰`; absent for a bare number.
   */
  unit?: string;
  /**
   * The whole of which the target is a share, as written.
   */
  of?: string;
  /**
   * What is measured, as written.
   */
  metric?: string;
  cadence?: Cadence;
  interval?: Interval;
  deadline?: Deadline;
  /**
   * Index of the duty in whose words it stands; absent when it stands among standards.
   */
  duty?: number;
  /**
   * Where a table has a column of weights.
   */
  weight?: number;
  sentence?: Span;
}
export interface Range {
  from: number;
  to: number;
}
/**
 * What the role may decide.
 */
export interface AuthorityField {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  /**
   * Where the words tell how the role deals with one of them.
   */
  towards?: "superior" | "subordinates";
}
/**
 * A part of the text beside the job itself.
 */
export interface OtherField {
  /**
   * The words as they stand in the source, without their number; broken lines joined.
   */
  text: string;
  /**
   * Where the words stand in the source, in order. Empty only where they come from the file's name.
   */
  spans: Span[];
  confidence: Confidence;
  section: "salary" | "benefits" | "conditions" | "company" | "contacts" | "process" | "other";
  /**
   * The heading it stands under.
   */
  heading?: string;
  label?: Label;
}
/**
 * Words that conversion probably changed.
 */
export interface Correction {
  span: Span;
  from: string;
  to: string;
  /**
   * `conversion`: one word became another of the same meaning or look; `stray`: a sign that does not belong there.
   */
  reason: "conversion" | "misspelling" | "stray";
  confidence: Confidence;
}
/**
 * A question to the author: message `import.ambiguities.<code>`.
 */
export interface Ambiguity {
  code: "day-included";
  /**
   * JSON Pointer to the value in this result that an answer sets.
   */
  path: string;
  span: Span;
  /**
   * @minItems 2
   */
  options: [boolean | string | number, boolean | string | number, ...(boolean | string | number)[]];
}
/**
 * Message `import.findings.<code>` with its parameters.
 */
export interface ImportFinding {
  code:
    | "not-a-job"
    | "several-descriptions"
    | "no-title"
    | "no-duties"
    | "no-standards"
    | "title-from-name"
    | "moved-items"
    | "numbers-missing"
    | "corrections-offered"
    | "days-to-decide"
    | "words-unplaced"
    | "reading-unsure";
  severity: "info" | "warning";
  params: {
    [k: string]: string | number;
  };
  /**
   * Index of the description it is about.
   */
  description?: number;
  span?: Span;
}
