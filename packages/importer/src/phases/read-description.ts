import type { Description, Span, Standard } from "../generated/import-result.ts";
import type { SourceDocument } from "../source.ts";
import { sourceSpan } from "../text/normal-text.ts";
import { announced } from "../words/announced-kinds.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { ItemWriter } from "./items.ts";
import { firstLinesIn, type LinedText } from "./lines.ts";
import { placedParts } from "./placing.ts";
import { relationsOf } from "./relations.ts";
import type { FieldValue, Part, Parts } from "./structure.ts";
import { stretchOf } from "./words-of.ts";

export interface DescriptionReading {
  readonly description: Description;
  /** Headings, labels and numbers, in the source. */
  readonly layout: readonly Span[];
  /** How many items stand under a heading that says something else. */
  readonly moved: number;
}

/**
 * Reads one description.
 *
 * @param within Its stretch of the normalised text.
 * @param only It is the only one of its file.
 */
export function readDescription(
  source: SourceDocument,
  text: LinedText,
  structure: Parts,
  within: Span,
  only: boolean,
): DescriptionReading {
  const layout: Span[] = [];
  const relations = relationsOf({ source: source.text, text, within }, structure, only ? source.name : undefined);
  layout.push(
    ...structure.fields.flatMap(({ label, values }) => [label, ...values]),
    ...structure.titles.map(({ span }) => span),
  );
  const parts = structure.parts.map((part) => {
    const { entries, groups, markers } = entriesOf(text, part);
    layout.push(...(part.heading ? [part.heading] : []), ...part.leads, ...groups, ...markers);
    layout.push(...entries.flatMap(({ marker }) => (marker ? [marker.span] : [])), ...numberCells(entries));
    return { part, entries: withWords(text, entries), introduces: introduces(part, structure) };
  });
  // Where no part is for standards, the bounds that duties name are not lost; one that is told already is told once.
  const derives = !parts.some(({ part, entries }) => part.kind === "standards" && entries.length > 0);
  const writer = new ItemWriter(source.text, text, derives, within, nameOf(text, within));
  writeFields(writer, structure.fields, text);
  let moved = 0;
  for (const [index, placed] of placedParts(parts).entries()) {
    for (const each of placed) {
      writer.write(each, parts[index]?.part ?? { mixed: false, preferred: false, leads: [], units: [] });
      if (each.moved) moved++;
    }
  }
  const { lists } = writer;
  const authority = [...relations.authority, ...lists.authority];
  const description: Description = { span: sourceSpan(text, within), confidence: 0, ...relations, ...lists, authority };
  const told = new Set(lists.standards.map(figureOf));
  description.standards.push(...writer.derived.filter((bound) => !told.has(figureOf(bound))));
  description.confidence = confidenceOf(description);
  return { description, layout: layout.map((span) => sourceSpan(text, span)), moved };
}

/** The first lines of a description, in which its sheet is named. */
function nameOf(text: LinedText, within: Span): string {
  return firstLinesIn(text, within, 3)
    .map(({ span }) => text.chars.slice(span.start, span.end))
    .join("\n");
}

/** Standards of one figure say the same. */
function figureOf({ target, unit }: Standard): string {
  return JSON.stringify([target, unit]);
}

/**
 * A part right under the description's heading, or of a sentence or two, introduces it when another part has a list of
 * the same kind.
 */
function introduces(part: Part, { parts }: Parts): boolean {
  const brief = part.units.length <= 2 && part.units.every((unit) => unit.type === "text" && !unit.marker);
  if (!part.titled && !(brief && part.kind === "duties")) return false;
  return parts.some(
    (other) =>
      other !== part && other.kind === part.kind && other.units.some((unit) => unit.type === "row" || unit.marker),
  );
}

function withWords(text: LinedText, entries: readonly Entry[]): { entry: Entry; words: string }[] {
  return entries.map((entry) => ({ entry, words: stretchOf(text, entry.spans).chars }));
}

function numberCells(entries: readonly Entry[]): Span[] {
  const quiet = ["number", "weight", "cadence"];
  return entries.flatMap(
    ({ row }) => row?.cells.filter(({ kind }) => quiet.includes(kind)).flatMap(({ spans }) => spans) ?? [],
  );
}

/** Values of labels that are not about title and reporting lines. */
function writeFields(writer: ItemWriter, fields: readonly FieldValue[], text: LinedText): void {
  const relations = ["title", "department", "superior", "subordinates", "manner"];
  for (const { field, values, label } of fields) {
    if (relations.includes(field) || values.length === 0) continue;
    const kind = announced(field);
    if (kind)
      for (const value of values.flatMap((each) => cellsIn(text.chars, each)))
        writer.qualification([value], kind, 0.95);
    else {
      const part: Part = { mixed: false, preferred: false, heading: label, leads: [], units: [] };
      const entry: Entry = { spans: values, apart: false, role: "loose" };
      const as = field === "salary" || field === "conditions" || field === "process" ? field : "other";
      writer.write({ entry, words: stretchOf(text, values).chars, as, confidence: 0.9, moved: false }, part);
    }
  }
}

/** The cells that a label's value takes up. */
function cellsIn(chars: string, value: Span): Span[] {
  const words = chars.slice(value.start, value.end);
  if (!words.includes("|")) return [value];
  return [...words.matchAll(/[^|]*[\p{L}\p{N}][^|]*/gu)].map(({ 0: cell, index }) => ({
    start: value.start + index,
    end: value.start + index + cell.length,
  }));
}

function confidenceOf({ duties, qualifications, standards, title }: Description): number {
  const items = [...duties, ...qualifications, ...standards];
  if (items.length === 0) return 0.3;
  const mean = items.reduce((sum, { confidence }) => sum + confidence, 0) / items.length;
  return Math.round((mean - (title ? 0 : 0.1)) * 100) / 100;
}
