import { remembered } from "../text/remembered.ts";
import { bullets, markerRows } from "./markers.ts";

const numbered = markerRows
  .filter(({ use }) => use !== "bare")
  .map(({ style, pattern }) => ({ style, pattern: new RegExp(`^(?:${pattern})`, "u") }));
const bulleted = new RegExp(
  `^(?:[${bullets}]|\\p{Extended_Pictographic}|[-*–—~+>](?=[\\s\\p{Script=Han}])|[-–—](?=\\p{L}|\\d{1,2}\\+?\\s*[A-Za-z]{2})|o(?=\\s+\\S))\\s*`,
  "u",
);

/** The number or bullet with which a line begins, with the white space behind it; undefined when it has none. */
export const entryStart: (line: string) => string | undefined = remembered(readEntryStart);

function readEntryStart(line: string): string | undefined {
  const bullet = bulleted.exec(line);
  if (bullet) return bullet[0];
  if (/^\d{1,3}$/u.test(line)) return line;
  for (const { pattern } of numbered) {
    const found = pattern.exec(line);
    if (found) return found[0];
  }
  return undefined;
}

/** The number with which a line begins, with the white space behind it, and its kind as in `markerRows`. */
export function numberedStart(line: string): { readonly style: string; readonly length: number } | undefined {
  for (const { style, pattern } of numbered) {
    const found = pattern.exec(line);
    if (found) return { style, length: found[0].length };
  }
  return undefined;
}

/** The bullet at the beginning of a line. */
export function bulletStart(line: string): string | undefined {
  return bulleted.exec(line)?.[0];
}
