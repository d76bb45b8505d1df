import type { SourceCell } from "../source.ts";
import type { DocParagraph } from "./doc-file.ts";
import type { DocRow } from "./doc-properties.ts";

/** A row with its words; without a definition its cells are counted. */
export interface DocTableRow {
  readonly paragraphs: readonly DocParagraph[];
  readonly definition?: DocRow;
}

export interface PlacedDocCell {
  readonly cell: SourceCell;
  readonly paragraphs: readonly DocParagraph[];
}

/** Lines that are meant to be one may miss each other by so much. Twips, a twentieth of a point. */
const slack = 20;

/** Lays the cells of a table into the grid that the edges of all rows make; merged cells know how far they reach. */
export function placedDocCells(rows: readonly DocTableRow[], table: number): PlacedDocCell[] {
  const grid = linesOf(rows);
  const placed: { cell: SourceCell & { rowSpan: number }; paragraphs: readonly DocParagraph[] }[] = [];
  const above = new Map<number, SourceCell & { rowSpan: number }>();
  for (const [row, { paragraphs, definition }] of rows.entries()) {
    for (const [index, words] of cellsOf(paragraphs).entries()) {
      const { column, columnSpan, covered } = placeOf(definition, index, grid);
      if (covered === "left") continue;
      const top = covered === "above" ? above.get(column) : undefined;
      if (top) top.rowSpan = row - top.row + 1;
      else {
        const cell = { table, row, column, rowSpan: 1, columnSpan };
        placed.push({ cell, paragraphs: words });
        above.set(column, cell);
      }
    }
  }
  return placed;
}

/** The upright lines of the table, from left to right. */
function linesOf(rows: readonly DocTableRow[]): number[] {
  const edges = rows.flatMap(({ definition }) => definition?.edges ?? []).sort((one, other) => one - other);
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > slack);
}

/** The paragraphs of each cell. */
function cellsOf(paragraphs: readonly DocParagraph[]): DocParagraph[][] {
  const cells: DocParagraph[][] = [];
  let open: DocParagraph[] = [];
  for (const paragraph of paragraphs) {
    open.push(paragraph);
    if (!paragraph.endsCell) continue;
    cells.push(open);
    open = [];
  }
  return open.length > 0 ? [...cells, open] : cells;
}

function placeOf(definition: DocRow | undefined, index: number, grid: readonly number[]) {
  const [left, right] = [definition?.edges[index], definition?.edges[index + 1]];
  if (left === undefined || right === undefined) return { column: index, columnSpan: 1, covered: undefined };
  const column = lineAt(grid, left);
  const merged = definition?.cells.slice(index + 1).findIndex(({ covered }) => covered !== "left") ?? 0;
  const reach = merged > 0 ? (definition?.edges[index + 1 + merged] ?? right) : right;
  return {
    column,
    columnSpan: Math.max(1, lineAt(grid, reach) - column),
    covered: definition?.cells[index]?.covered,
  };
}

function lineAt(grid: readonly number[], edge: number): number {
  return Math.max(
    0,
    grid.findLastIndex((line) => line <= edge + slack),
  );
}
