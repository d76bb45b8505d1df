import type { Correction } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { correctionRows } from "../words/corrections.ts";

/** Likely damage in the places given, in the order of the text. The text itself stays as it is. */
export function correctionsIn(source: string, within: readonly Span[]): Correction[] {
  const found: Correction[] = [];
  for (const { start, end } of within) {
    const words = source.slice(start, end);
    for (const { pattern, to, reason, confidence } of correctionRows) {
      for (const match of words.matchAll(pattern)) {
        const bad = match.groups?.bad ?? "";
        const at = start + match.index + match[0].indexOf(bad);
        const proposal =
          to === "" && bad.length === 2 ? bad.charAt(0) : to.replace("$<twice>", match.groups?.twice ?? "");
        found.push({ span: { start: at, end: at + bad.length }, from: bad, to: proposal, reason, confidence });
      }
    }
  }
  return unique(found.sort((left, right) => left.span.start - right.span.start));
}

function unique(found: readonly Correction[]): Correction[] {
  return found.filter(({ span }, index) => index === 0 || span.start >= (found[index - 1]?.span.end ?? 0));
}
