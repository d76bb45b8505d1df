import type { PdfWord } from "./pdf-page.ts";

/** A line of text in a column or cell. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Where the column or cell ends at the right: a line that reaches it may go on in the next. */
  readonly margin: number;
}

const cjk = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;

/** Words on one line, from left to right. */
export type PdfRow = readonly PdfWord[];

/** Words that stand on one line, from top to bottom. */
export function linesOfWords(words: readonly PdfWord[], margin: number): PdfLine[] {
  return rowsOfWords(words).map((row) => lineOf(row, margin));
}

/** The rows of words, from top to bottom. */
export function rowsOfWords(words: readonly PdfWord[]): PdfRow[] {
  const sorted = [...words].sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: PdfWord[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first && Math.abs(first.y - word.y) < 0.5 * Math.max(first.size, word.size)) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x));
}

function lineOf(inOrder: PdfRow, margin: number): PdfLine {
  const [first] = inOrder;
  let text = "";
  let end = first?.x ?? 0;
  for (const word of inOrder) {
    text += text === "" ? word.text.trimStart() : gap(text, word, word.x - end) + word.text;
    end = word.x + word.width;
  }
  const size = Math.max(...inOrder.map((word) => word.size));
  return { text: text.trimEnd(), x: first?.x ?? 0, right: end, y: first?.y ?? 0, size, margin };
}

/** What a distance between two words means: nothing, a space, or a jump to another place on the line. */
function gap(before: string, word: PdfWord, distance: number): string {
  const share = distance / word.size;
  if (share > 2.5) return "\t";
  const left = before.at(-1) ?? "";
  const right = word.text.charAt(0);
  if (left.trim() === "" || right.trim() === "") return "";
  const needed = cjk.test(left) && cjk.test(right) ? 0.8 : cjk.test(left) || cjk.test(right) ? 0.6 : 0.15;
  return share > needed ? " " : "";
}

const marker =
  /^(?:[(（]?[\d０-９]{1,3}[)）、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节条]|[①-⑳⑴-⒛•●○■□◆▪·‧–—-]|[a-zA-Z][.)、])/u;

/** Lines that were torn apart are one paragraph again. Answers the paragraphs, and whether any was joined. */
export function paragraphsOf(lines: readonly PdfLine[]): {
  readonly paragraphs: readonly PdfLine[][];
  readonly joined: boolean;
} {
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open, line)) open.push(line);
    else paragraphs.push([line]);
  }
  return { paragraphs, joined: paragraphs.some(({ length }) => length > 1) };
}

/** Whether a line goes on with a paragraph that ends at the right margin in the middle of a sentence. */
function goesOn(open: readonly PdfLine[], line: PdfLine): boolean {
  const last = open.at(-1);
  if (!last || marker.test(line.text) || Math.abs(last.size - line.size) > 0.1 * line.size) return false;
  if (/[。；;！？!?：:]$/u.test(last.text)) return false;
  const distance = last.y - line.y;
  // A line further up stands on the next page or in the next column.
  if (distance > 2.3 * line.size) return false;
  const room = last.margin - last.right;
  const firstWord = cjk.test(line.text.charAt(0)) ? 1 : (/^\S+/u.exec(line.text)?.[0].length ?? 1) * 0.6 + 0.3;
  if (room > Math.max(1.8, firstWord) * line.size) return false;
  return open.length === 1 ? line.x < last.x + 4 * line.size : Math.abs(line.x - last.x) < 0.8 * line.size;
}

/** The words of a paragraph; a word that was parted at the end of a line is whole again. */
export function wordsOfLines(lines: readonly PdfLine[]): string {
  return lines.reduce((words, { text }) => {
    if (words === "") return text;
    if (/[a-z]-$/u.test(words) && /^[a-z]/u.test(text)) return words.slice(0, -1) + text;
    const spaced = !cjk.test(words.at(-1) ?? "") && !cjk.test(text.charAt(0));
    return `${words}${spaced ? " " : ""}${text}`;
  }, "");
}
