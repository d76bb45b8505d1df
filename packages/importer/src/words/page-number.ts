/** A line that only counts pages: — 1 —, 第1页 共3页, Page 2 of 3. Half-width signs are expected. */
const pageNumber =
  /^(?:[-–—]{1,2}\s*\d{1,3}\s*[-–—]{1,2}|第\s*\d{1,3}\s*页(?:[,/\s]*共\s*\d{1,3}\s*页)?|page\s+\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?)$/iu;

/** Whether a line is a page's number, which pasted text and plain text carry in their midst. */
export function isPageNumber(line: string): boolean {
  return pageNumber.test(line);
}
