import type { Block, Fact, HeadingBlock, TableColumn } from "./print-document.ts";

/** A heading of level 1; without a number for parts that are not sections of the template. */
export function heading(text: string, number = "", anchor?: string): HeadingBlock {
  return { kind: "heading", level: 1, number, text, ...(anchor === undefined ? {} : { anchor }) };
}

/** The block, or none when there is nothing in it: empty parts of a role leave no empty heading behind. */
export function titled(title: HeadingBlock, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [title, ...blocks];
}

/** One fact when there is a value, else none. */
export function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === "" ? [] : [{ label, value }];
}

/** A column that takes the width of its texts. */
export function column(title: string, align: TableColumn["align"] = "start", role?: TableColumn["role"]): TableColumn {
  return { title, align, width: "auto", ...(role === undefined ? {} : { role }) };
}

/** The column that takes what the others leave. */
export function fillColumn(title: string): TableColumn {
  return { title, align: "start", width: "fill" };
}

/** The first 16 digits of a SHA-256 in groups of four: enough to compare by eye. */
export function fingerprintOf(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");
}

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/**
 * A section number as the language writes it: `3` is 三 in Chinese (up to 99), and stays a figure elsewhere.
 * Anything that is no whole number is shown as it is.
 */
export function sectionNumber(number: string, language: string): string {
  if (!language.startsWith("zh") || !/^[1-9]\d?$/.test(number)) return number;
  const [tens, ones] = [Math.floor(Number(number) / 10), Number(number) % 10];
  return `${tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`}${digits[ones]}`;
}
