import type { Description, ImportResult, Span } from "./generated/import-result.ts";
import { correctionsIn } from "./phases/corrections.ts";
import { coverageOf } from "./phases/coverage.ts";
import { cutUnits } from "./phases/cut-units.ts";
import { ambiguitiesOf, findingsOf } from "./phases/findings.ts";
import { isAboutJobs } from "./phases/job-text.ts";
import { type LinedText, linedText } from "./phases/lines.ts";
import { readDescription } from "./phases/read-description.ts";
import { type RowUnit, structureOf } from "./phases/structure.ts";
import { type FoundTable, findTables } from "./phases/tables.ts";
import type { Unit } from "./phases/units.ts";
import { layoutOf, type SourceDocument } from "./source.ts";
import { sourceSpan } from "./text/normal-text.ts";
import { forgetAll } from "./text/remembered.ts";

/**
 * Reads the job descriptions out of a source: the shape of `schemas/import.schema.json`. The phases: normalise and join
 * torn lines, find tables, cut at headings, labels and numbers, separate the descriptions, read the entries of each
 * part, place them by heading and by content, read measures, qualifications and reporting lines, and account for every
 * character. Pure; never throws; time grows with the length of the text.
 */
export function readDescriptions(source: SourceDocument): ImportResult {
  try {
    return resultOf(source);
  } finally {
    forgetAll();
  }
}

function resultOf(source: SourceDocument): ImportResult {
  const text = linedText(source);
  const tables = findTables(text);
  const structures = structureOf(text, unitsOf(text, tables)).filter(
    ({ parts, fields }) => parts.length + fields.length > 0,
  );
  const readings = structures.map((structure, index) => {
    const end = structures[index + 1]?.start ?? text.chars.length;
    return readDescription(
      source,
      text,
      structure,
      { start: index === 0 ? 0 : structure.start, end },
      structures.length === 1,
    );
  });
  const header = {
    name: source.name,
    format: source.format,
    encoding: source.encoding,
    language: languageOf(text.chars),
    characters: source.text.length,
  };
  const real = readings.filter(({ description }) => hasContent(description));
  if (
    !isAboutJobs(
      text.chars,
      structures,
      real.map(({ description }) => description),
    )
  )
    return nothing(source, header);
  const descriptions = real.map(({ description }) => description);
  const layout = [
    ...layoutOf(source),
    ...readings.flatMap((reading) => reading.layout),
    ...tables.flatMap(({ heading }) => heading.map((span) => sourceSpan(text, span))),
  ];
  const coverage = coverageOf(source.text, descriptions, layout);
  const corrections = correctionsIn(source.text, lineSpans(source.text));
  const ambiguities = ambiguitiesOf(descriptions);
  const moved = real.map((reading) => reading.moved);
  return {
    source: header,
    kind: "job-descriptions",
    descriptions,
    corrections,
    ambiguities,
    ...coverage,
    findings: findingsOf(descriptions, moved, corrections, ambiguities, coverage.unplaced),
  };
}

/** Tables come out as rows, all other lines cut into units. */
function unitsOf(text: LinedText, tables: readonly FoundTable[]): (Unit | RowUnit)[] {
  const taken = new Map<number, FoundTable>();
  for (const table of tables) for (let line = table.from; line < table.to; line++) taken.set(line, table);
  return cutUnits(text, taken);
}

/** Mostly Chinese when a tenth of its letters are: figures and product names are Latin in every language. */
function languageOf(chars: string): "zh-CN" | "en" {
  const sample = chars.slice(0, 50_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = sample.match(/[A-Za-z]/gu)?.length ?? 0;
  return han * 9 >= latin && han > 0 ? "zh-CN" : "en";
}

function hasContent({ duties, qualifications, standards, title, superior, subordinates }: Description): boolean {
  const items = duties.length + qualifications.length + standards.length;
  return (
    items > 0 || (title !== undefined && title.from === "label" && (superior !== undefined || subordinates.length > 0))
  );
}

function nothing(source: SourceDocument, header: ImportResult["source"]): ImportResult {
  const { unplaced, layout } = coverageOf(source.text, [], layoutOf(source));
  const findings: ImportResult["findings"] = [{ code: "not-a-job", severity: "warning", params: {} }];
  return {
    source: header,
    kind: "other",
    descriptions: [],
    corrections: [],
    ambiguities: [],
    unplaced,
    layout,
    findings,
  };
}

function lineSpans(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}
