import type { Span } from "../source.ts";
import { chapterStyles } from "./chapter-styles.ts";
import type { JobColumn } from "./job-tables.ts";
import { type Cutting, LineCutter } from "./line-cutter.ts";
import type { LinedText } from "./lines.ts";
import { MarkerTurns } from "./marker-turns.ts";
import type { RowUnit } from "./structure.ts";
import type { Row } from "./table-rows.ts";
import type { FoundTable } from "./tables.ts";
import { titleFinder } from "./titles.ts";
import type { Unit } from "./units.ts";

/**
 * Cuts the text at headings, labels, numbers and line ends. Every visible character is in one unit or its marker.
 *
 * @param tables The table of each line that belongs to one; its rows come out in place of its lines.
 */
export function cutUnits(text: LinedText, tables: ReadonlyMap<number, FoundTable>): (Unit | RowUnit)[] {
  const titles = titleFinder(text.chars);
  const turns = new MarkerTurns(text.chars);
  const styles = chapterStyles(text);
  const units: (Unit | RowUnit)[] = [];
  const told = new Set<Unit["type"]>();
  for (const [index, line] of text.lines.entries()) {
    const table = tables.get(index);
    const cutting = { text, titles, turns, units, told, chapters: styles };
    if (table?.from === index) {
      for (const row of table.rows) units.push({ type: "row", row });
      for (const row of table.jobs?.rows ?? []) cutJob(cutting, row, table.jobs?.columns ?? []);
    } else if (!table) new LineCutter(cutting, line, index).cut();
  }
  return units;
}

/** A row that is a job comes out as its labels and lists would: the name first, then each cell under its column's heading. */
function cutJob(cutting: Cutting, row: Row, columns: readonly JobColumn[]): void {
  const cells = columns.flatMap((column, at) =>
    column && row.cells[at]?.length ? [{ column, spans: row.cells[at] }] : [],
  );
  const isTitle = ({ column }: (typeof cells)[number]) => "field" in column && column.field === "title";
  for (const { column, spans } of [...cells.filter(isTitle), ...cells.filter((cell) => !isTitle(cell))]) {
    const [first] = spans;
    if (!first) continue;
    const span = { start: first.start, end: first.start };
    const heading = { type: "heading", span, led: false } as const;
    cutting.turns.reset();
    cutting.units.push("field" in column ? { type: "field", span, field: column.field } : { ...heading, ...column });
    for (const cell of spans) cutCell(cutting, cell, row);
  }
}

function cutCell(cutting: Cutting, span: Span, row: Row): void {
  const { lines } = cutting.text;
  for (let index = row.from; index < row.to; index++) {
    const line = lines[index];
    if (line && line.span.start <= span.start && span.end <= line.span.end)
      new LineCutter(cutting, { ...line, span, apart: false }, index).cut();
  }
}
