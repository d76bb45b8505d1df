import type { Correction } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { correctionRows } from "../words/corrections.ts";

/** Likely damage in the places given, in the order of the text. The text itself stays as it is. */
export function correctionsIn(source: string, within: readonly Span[]): Correction[] {
  const found: Correction[] = [];
  for (const { start, end } of within) {
    const words = source.slice(start, end);
    if (!isSuspicious(words)) continue;
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

const han = /\p{Script=Han}/u;
/** Lines without any of these words are sound. */
const suspicious =
  /效劳|那么|才能|施行|监视|纯熟|进展|目的|亲密|回忆|筹划|详细|完美|惬意|看法|催促|平时|大事|准时|乐观|赋予|讨论|削减|举行|发觉|整理|工程|根底|质量量|标准|\p{Script=Han}['’`.．]\p{Script=Han}|的的|了了|和和|及及|并并|(\p{Script=Han}{2})\1/u;

function isSuspicious(words: string): boolean {
  return han.test(words) && suspicious.test(words);
}

function unique(found: readonly Correction[]): Correction[] {
  return found.filter(({ span }, index) => index === 0 || span.start >= (found[index - 1]?.span.end ?? 0));
}
