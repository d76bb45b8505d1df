import type { SourceCell } from "../source.ts";

/** A paragraph with its automatic number, or nothing for one. */
export interface RtfParagraph {
  readonly words: string;
  readonly label: string;
}

/** Collects the rows of a table. Cells are told when it has ended: only then is it known how far they reach down. */
export class RtfTable {
  #cell: RtfParagraph[] = [];
  #row: RtfParagraph[][] = [];
  #rows: { readonly cells: readonly RtfParagraph[][]; readonly goesOn: readonly boolean[] }[] = [];
  #tables = 0;

  get isEmpty(): boolean {
    return this.#rows.length + this.#row.length + this.#cell.length === 0;
  }

  paragraph(paragraph: RtfParagraph): void {
    this.#cell.push(paragraph);
  }

  cellEnds(last: RtfParagraph): void {
    this.#row.push([...this.#cell, last]);
    this.#cell = [];
  }

  /** @param goesOn By column, whether the cell goes on from the one above. */
  rowEnds(goesOn: readonly boolean[]): void {
    this.#rows.push({ cells: this.#row, goesOn });
    this.#row = [];
  }

  /** The paragraphs of all cells in reading order; the table is empty again. */
  ended(): { readonly paragraph: RtfParagraph; readonly cell: SourceCell }[] {
    if (this.#row.length + this.#cell.length > 0) this.rowEnds([]);
    const above = new Map<number, SourceCell & { rowSpan: number }>();
    const placed = this.#rows.flatMap(({ cells, goesOn }, row) =>
      cells.flatMap((paragraphs, column) => {
        const top = goesOn[column] ? above.get(column) : undefined;
        if (top) top.rowSpan++;
        const cell = top ?? { table: this.#tables, row, column, rowSpan: 1, columnSpan: 1 };
        above.set(column, cell);
        return top ? [] : paragraphs.map((paragraph) => ({ paragraph, cell }));
      }),
    );
    this.#rows = [];
    this.#tables++;
    return placed;
  }
}
