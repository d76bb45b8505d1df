import { displayWidth } from "./display-width.ts";

/** A column: its heading and the side its texts stand on (figures stand on the right). */
export interface Column {
  readonly title: string;
  readonly align?: "start" | "end";
}

/** Writes a table with aligned columns, two spaces apart, under a rule. Chinese characters count as two columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, index) => Math.max(...[titles, ...rows].map((row) => displayWidth(row[index] ?? ""))));
  const line = (cells: readonly string[]) =>
    columns.map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align)).join("  ");
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(titles), rule, ...rows.map(line)].map((text) => text.trimEnd()).join("\n");
}

function pad(text: string, width: number, align: Column["align"] = "start"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "end" ? space + text : text + space;
}
