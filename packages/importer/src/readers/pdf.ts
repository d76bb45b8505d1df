import { getDocumentProxy } from "unpdf";
import { ReadError } from "../read-error.ts";
import type { SourceCell, SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import { ChineseCMaps } from "./pdf-cmaps.ts";
import { type Grid, type GridCell, gridsOf } from "./pdf-grid.ts";
import { linesOfWords, type PdfLine, paragraphsOf, wordsOfLines } from "./pdf-lines.ts";
import { type PdfJsPage, type PdfPage, type PdfWord, readPage } from "./pdf-page.ts";
import { type PdfRegion, regionsOf } from "./pdf-regions.ts";
import { runningLines } from "./pdf-running.ts";
import type { SourceReader } from "./reader.ts";

/** PDF documents, in which words have a place and nothing else. */
export const pdfReader: SourceReader = {
  format: "pdf",
  extensions: ["pdf"],
  recognises: ({ head }) => head.slice(0, 1024).includes("%PDF-"),
  read: readPdf,
};

const mostPages = 2_000;

/** What a page holds, from top to bottom: lines that stand free, and drawn tables. */
export type PageElement =
  | { readonly line: PdfLine; readonly page: number }
  | { readonly grid: Grid; readonly words: ReadonlyMap<GridCell, readonly PdfWord[]>; readonly page: number };

async function readPdf(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await pagesOf(bytes);
  const elements = pages.flatMap((page, index) => elementsOf(page, index + 1));
  if (elements.length === 0) {
    const scanned = pages.some(({ images }) => images > 0);
    throw scanned ? new ReadError("scannedPdf", { pages: pages.length }) : new ReadError("noWords");
  }
  const writer = new SourceWriter();
  const { headers, footers, body } = runningLines(elements, pages.length);
  for (const words of headers) writer.layout(words);
  writeElements(writer, body);
  for (const words of footers) writer.layout(words);
  const empty = pages.flatMap(({ words, images }, index) => (words.length === 0 && images > 0 ? [index + 1] : []));
  if (empty.length > 0) writer.note("pagesWithoutText", { pages: empty });
  return writer.finish(name, "pdf");
}

/** pdf.js gets a copy: it takes the bytes for itself. Nothing of the file is run, no font of the system is asked. */
async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const options = {
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    cMapUrl: "given/",
    cMapPacked: false,
    BinaryDataFactory: ChineseCMaps,
  };
  const pdf = await getDocumentProxy(bytes.slice(), options).catch((problem: unknown) => {
    const name = problem instanceof Error ? problem.name : "";
    throw name === "PasswordException"
      ? new ReadError("encrypted")
      : new ReadError("damaged", { part: "PDF", problem: name });
  });
  if (pdf.numPages > mostPages) throw new ReadError("tooManyPages", { most: mostPages });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await readPage((await pdf.getPage(number)) as unknown as PdfJsPage));
  await pdf.loadingTask.destroy();
  return pages;
}

function elementsOf({ words, rules, width }: PdfPage, page: number): PageElement[] {
  const grids = gridsOf(rules).map((grid) => ({ grid, words: new Map<GridCell, PdfWord[]>(), page }));
  const free: PdfWord[] = [];
  for (const word of words) {
    const place = grids
      .map((table) => ({ table, cell: cellAround(table.grid, word) }))
      .find(({ cell }) => cell !== undefined);
    if (place?.cell) place.table.words.set(place.cell, [...(place.table.words.get(place.cell) ?? []), word]);
    else free.push(word);
  }
  const left = Math.min(...free.map(({ x }) => x));
  const margin = Math.max(width - left, ...free.map((word) => word.x + word.width));
  const filled = grids.filter((table) => table.words.size > 0);
  const standing = regionsOf(free, rules).map((region) => placedRegion(region, margin, page));
  return [...standing, ...filled.map((table) => ({ top: table.grid.top, elements: [table] }))]
    .sort((one, other) => other.top - one.top)
    .flatMap(({ elements }) => elements);
}

/** What stands in a region, with the height at which it begins. */
function placedRegion(
  region: PdfRegion,
  margin: number,
  page: number,
): { readonly top: number; readonly elements: readonly PageElement[] } {
  if (region.kind === "table") return { top: region.grid.top, elements: [{ ...region, page }] };
  const columns = region.kind === "columns" ? region.columns : [{ words: region.words, right: margin }];
  const elements = columns.flatMap(({ words, right }) => linesOfWords(words, right).map((line) => ({ line, page })));
  return { top: region.kind === "columns" ? region.top : (elements[0]?.line.y ?? 0), elements };
}

function cellAround({ cells, ...grid }: Grid, { x, y, width, size }: PdfWord): GridCell | undefined {
  const across = x + width / 2;
  const up = y + size * 0.35;
  const within = (box: { left: number; right: number; top: number; bottom: number }) =>
    across > box.left && across < box.right && up > box.bottom && up < box.top;
  return within(grid) ? cells.find(within) : undefined;
}

function writeElements(writer: SourceWriter, elements: readonly PageElement[]): void {
  let tables = 0;
  let joined = false;
  let lines: { readonly line: PdfLine; readonly page: number }[] = [];
  const flush = () => {
    const pageOf = new Map(lines.map(({ line, page }) => [line, page]));
    const found = paragraphsOf(lines.map(({ line }) => line));
    joined ||= found.joined;
    for (const paragraph of found.paragraphs)
      writer.block(wordsOfLines(paragraph), pageFact(pageOf.get(paragraph[0] as PdfLine)));
    lines = [];
  };
  for (const element of elements) {
    if ("line" in element) lines.push(element);
    else {
      flush();
      writeGrid(writer, element, tables++);
    }
  }
  flush();
  if (tables > 0) writer.note("tablesRebuilt");
  if (joined) writer.note("linesJoined");
}

function writeGrid(
  writer: SourceWriter,
  { grid, words, page }: Extract<PageElement, { grid: Grid }>,
  table: number,
): void {
  writer.gap();
  for (const place of grid.cells) {
    const { row, column, rowSpan, columnSpan, right } = place;
    const cell: SourceCell = { table, row, column, rowSpan, columnSpan };
    const lines = linesOfWords(words.get(place) ?? [], right - 4);
    for (const paragraph of paragraphsOf(lines).paragraphs)
      writer.block(wordsOfLines(paragraph), { kind: "cell", cell, page });
  }
  writer.gap();
}

function pageFact(page: number | undefined): { readonly page?: number } {
  return page === undefined ? {} : { page };
}
