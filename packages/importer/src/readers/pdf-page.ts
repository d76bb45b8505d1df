import { getResolvedPDFJS } from "unpdf";

/** A piece of text as it stands on a page. Points, y upwards from the lower edge. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

/** A drawn line: horizontal from (from, at) to (to, at), or vertical from (at, from) to (at, to). */
export interface PdfRule {
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly width: number;
  readonly words: readonly PdfWord[];
  readonly rules: readonly PdfRule[];
  readonly images: number;
}

/** What is needed of pdf.js. */
export interface PdfJsPage {
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number };
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  cleanup(): boolean;
}

/** A drawn line shorter than this divides nothing. Points. */
const shortest = 5;
/** Drawings that are no tables; beyond it a page's lines are not looked at. */
const mostRules = 4_000;

/** Reads what stands and is drawn on a page. */
export async function readPage(page: PdfJsPage): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const drawn = await drawings(page, Math.max(width, height));
  page.cleanup();
  return { width, words: items.flatMap(wordOf), ...drawn };
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Upright words only: what is turned is a watermark or stands on the margin. */
function wordOf(item: unknown): PdfWord[] {
  if (typeof item !== "object" || item === null || !("str" in item)) return [];
  const { str, transform, width } = item as TextItem;
  const [a = 1, b = 0, , d = 1, x = 0, y = 0] = transform;
  if (str.trim() === "" || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, x, y, width, size: Math.abs(d) || 10 }];
}

type Matrix = readonly [number, number, number, number, number, number];

async function drawings(page: PdfJsPage, pageSize: number): Promise<Pick<PdfPage, "rules" | "images">> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let images = 0;
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index];
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiplied(matrix, args as unknown as Matrix);
    else if (operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject) images++;
    else if (operation === OPS.constructPath && rules.length < mostRules)
      rules.push(...rulesOf(args, matrix, OPS.endPath));
  }
  return { rules: rules.filter(({ from, to }) => to - from < pageSize * 0.97), images };
}

function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Numbers that each command of a path takes: move, line, curve, quadratic curve, close. */
const takes = [2, 2, 6, 4, 0];

/** The straight lines of a path; a path that only clips is not drawn. */
function rulesOf(args: unknown, matrix: Matrix, clips: number): PdfRule[] {
  const [paint, [path] = []] = args as [number, [ArrayLike<number>?]?];
  if (paint === clips || !path) return [];
  const rules: PdfRule[] = [];
  let start: readonly [number, number] = [0, 0];
  let last = start;
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 0;
    const taken = takes[command] ?? path.length;
    const end = command === 4 ? start : placed(matrix, path[at + taken - 1] ?? 0, path[at + taken] ?? 0);
    if (command === 0) start = end;
    else if (command === 1 || command === 4) rules.push(...ruleBetween(last, end));
    last = end;
    at += taken + 1;
  }
  return rules;
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function ruleBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): PdfRule[] {
  const rule = (upright: boolean, at: number, one: number, other: number) =>
    Math.abs(one - other) < shortest ? [] : [{ upright, at, from: Math.min(one, other), to: Math.max(one, other) }];
  if (Math.abs(y1 - y2) < 0.5) return rule(false, y1, x1, x2);
  return Math.abs(x1 - x2) < 0.5 ? rule(true, x1, y1, y2) : [];
}
