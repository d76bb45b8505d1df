import type { PageElement } from "./pdf.ts";

/** Lines of a page that may be a header, and that may be a footer. */
const edge = 2;

/** How pages are counted, alone on a line or in a header. */
const counts = /第\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?/giu;
const pageNumber = /^[-–—\s]*\d{1,4}[-–—\s]*$/u;

/**
 * Parts headers and footers from the words of the document: lines at the edge of a page that come again on most pages,
 * whatever page they count, and page numbers. Each is answered once.
 */
export function runningLines(elements: readonly PageElement[], pages: number) {
  const byPage = Map.groupBy(elements, ({ page }) => page);
  const tops = [...byPage.values()].map((page) => page.slice(0, edge));
  const feet = [...byPage.values()].map((page) => page.slice(-edge));
  const header = repeated(tops, pages);
  const footer = repeated(feet, pages);
  const headers = new Set<PageElement>(tops.flat().filter((element) => header.has(shape(element))));
  const isFoot = (element: PageElement) => footer.has(shape(element)) || ("line" in element && shape(element) === "");
  const footers = new Set<PageElement>(feet.flat().filter((element) => isFoot(element) && !headers.has(element)));
  return {
    headers: distinct(headers),
    footers: distinct(footers),
    body: elements.filter((element) => !headers.has(element) && !footers.has(element)),
  };
}

/** The shapes that stand on at least two pages, and on most. */
function repeated(edges: readonly (readonly PageElement[])[], pages: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of edges)
    for (const key of new Set(page.map(shape))) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].flatMap(([key, count]) => (count >= 2 && count >= pages / 2 ? [key] : [])));
}

/** The words without the count of the page; nothing for a table. */
function shape(element: PageElement): string {
  if (!("line" in element)) return "";
  const words = element.line.text
    .replace(counts, "")
    .replace(/[\s|]+/gu, " ")
    .trim();
  return pageNumber.test(words) ? "" : words;
}

function distinct(elements: ReadonlySet<PageElement>): string[] {
  const shapes = new Map<string, string>();
  for (const element of elements)
    if ("line" in element && !shapes.has(shape(element))) shapes.set(shape(element), element.line.text);
  return [...shapes.values()];
}
