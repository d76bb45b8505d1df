import type { SourceCell } from "../source.ts";
import { childOf, childrenOf, type XmlElement } from "../xml-tree.ts";

/** A cell with its words' elements and its place; what a merged cell covers is not in the list. */
export interface PlacedCell {
  readonly element: XmlElement;
  readonly cell: SourceCell;
}

/** More columns than any table has: spans above it are an attack on the memory. */
const mostColumns = 1000;

/** Lays the cells of a `w:tbl` into its grid, in reading order; merged cells know how far they reach. */
export function placedCells(rows: readonly XmlElement[], table: number): PlacedCell[] {
  const cells: { element: XmlElement; cell: SourceCell & { rowSpan: number } }[] = [];
  const above = new Map<number, SourceCell & { rowSpan: number }>();
  for (const [row, element] of rows.entries()) {
    let column = wholeNumber(childOf(element, "trPr", "gridBefore")?.attributes.val, 0);
    for (const tc of childrenOf(element, "tc")) {
      const properties = childOf(tc, "tcPr");
      const columnSpan = Math.max(1, wholeNumber(childOf(properties, "gridSpan")?.attributes.val, 1));
      const merge = childOf(properties, "vMerge");
      const top = merge && merge.attributes.val !== "restart" ? above.get(column) : undefined;
      if (top) top.rowSpan = row - top.row + 1;
      else {
        const cell = { table, row, column, rowSpan: 1, columnSpan };
        cells.push({ element: tc, cell });
        above.set(column, cell);
      }
      column += columnSpan;
    }
  }
  return cells;
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) ? Math.min(value, mostColumns) : otherwise;
}
