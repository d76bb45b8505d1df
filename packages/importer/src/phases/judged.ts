import { type MeasuredClause, measuresOf } from "../measures/find-measures.ts";
import type { SectionKind } from "../words/headings.ts";
import { type Scores, scoresOf } from "./classify.ts";
import type { Entry } from "./entries.ts";

/** Where an entry belongs. */
export type Placement = SectionKind;

export interface Placed {
  readonly entry: Entry;
  readonly words: string;
  readonly as: Placement;
  /** 0–1. */
  readonly confidence: number;
  /** The heading above it said something else. */
  readonly moved: boolean;
}

/** An entry with what its words say. */
export interface Judged {
  readonly entry: Entry;
  readonly words: string;
  readonly scores: Scores;
  /** What its words ask to be measured; read when first asked for, since most entries are never asked. */
  readonly measures: () => readonly MeasuredClause[];
}

/** Its words hold a measure. */
export function isMeasured({ measures }: Judged): boolean {
  return measures().length > 0;
}

/** Its words name a figure to reach. */
export function isTargeted({ measures }: Judged): boolean {
  return measures().some(({ measure }) => measure.target !== undefined);
}

/** Reads what the words of an entry say of its kind. */
export function judge({ entry, words }: { readonly entry: Entry; readonly words: string }): Judged {
  let found: readonly MeasuredClause[] | undefined;
  const measures = () => {
    found ??= measuresOf(words);
    return found;
  };
  return { entry, words, scores: scoresOf(words), measures };
}

/** What a description is made of. */
export type JobKind = "duties" | "qualifications" | "standards";
/** All of them. */
export const jobKinds: readonly JobKind[] = ["duties", "qualifications", "standards"];
/** Under which name `Scores` has them. */
export const scoreOf = { duties: "duty", qualifications: "qualification", standards: "standard" } as const;

/** Whether what a heading says is one of them. */
export function isJob(kind: SectionKind): kind is JobKind {
  return (jobKinds as readonly SectionKind[]).includes(kind);
}

/** Whether the words fit the kind. */
export function suits(kind: JobKind, judged: Judged): boolean {
  const { scores } = judged;
  if (kind === "standards") return scores.standard >= 1 || isMeasured(judged);
  return scores[scoreOf[kind]] >= 1.5;
}

/** Whether the words speak rather for the one kind than for the other. */
export function leads(kind: JobKind, over: JobKind, judged: Judged): boolean {
  const { scores } = judged;
  // A figure to reach tells a standard, whatever words are around it.
  const own = kind === "standards" && isTargeted(judged) ? Math.max(2, scores.standard) : scores[scoreOf[kind]];
  const ahead = own - scores[scoreOf[over]];
  return ahead >= 1.5 && (kind !== "standards" || isMeasured(judged));
}
