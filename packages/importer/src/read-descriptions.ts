import type { ImportResult, Span, Standard } from "./generated/import-result.ts";
import type { FoundMeasure } from "./measure.ts";
import type { SourceDocument } from "./source.ts";
import { type DraftRole, type Found, understand } from "./understand.ts";

/** Reads the job descriptions out of a source: the shape of `schemas/import.schema.json`. Pure; never throws. */
export function readDescriptions(source: SourceDocument): ImportResult {
  const { name, text, format, encoding } = source;
  const draft = understand(source);
  const items = draft.qualifications.length + draft.duties.length + draft.standards.length;
  return {
    source: {
      name,
      format,
      encoding,
      language: /\p{Script=Han}/u.test(text) ? "zh-CN" : "en",
      characters: text.length,
    },
    kind: items > 0 ? "job-descriptions" : "other",
    descriptions: items > 0 ? [description(draft, text.length)] : [],
    corrections: [],
    ambiguities: [],
    unplaced: items > 0 ? draft.unplaced.map(copied) : [{ start: 0, end: text.length }],
    layout: [],
    findings: items > 0 ? [] : [{ code: "not-a-job", severity: "warning", params: {} }],
  };
}

function description(draft: DraftRole, end: number): ImportResult["descriptions"][number] {
  return {
    span: { start: 0, end },
    confidence: 0.7,
    ...(draft.title ? { title: { ...field(draft.title), from: "heading" as const } } : {}),
    ...(draft.reportsTo ? { superior: field(draft.reportsTo) } : {}),
    subordinates: draft.supervises.map(field),
    purpose: [],
    qualifications: draft.qualifications.map((found) => ({ ...field(found), kind: "other", need: "required" })),
    duties: draft.duties.map(field),
    standards: draft.standards.map((found) => ({ ...field(found), ...measured(found.measure) })),
    authority: [],
    others: [],
  };
}

function field({ value, span, confidence }: Found<string>): { text: string; spans: Span[]; confidence: number } {
  return { text: value, spans: [copied(span)], confidence };
}

const copied = ({ start, end }: Readonly<Span>): Span => ({ start, end });

const operators = { minimum: ">=", exclusiveMinimum: ">", maximum: "<=", exclusiveMaximum: "<" } as const;

function measured({ keyword, value, unit, every, due }: FoundMeasure): Partial<Standard> {
  return {
    ...(keyword && value !== undefined ? { operator: operators[keyword], target: value } : {}),
    ...(unit ? { unit } : {}),
    ...(every ? { cadence: every } : {}),
    ...(due ? { deadline: { ...due, inclusive: null } } : {}),
  };
}
