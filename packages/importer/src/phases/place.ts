import type { TextField } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import type { LinedText } from "./lines.ts";
import { sourceWords, stretchOf } from "./words-of.ts";

/** Where to look: the text, its source, and the stretch of the description in the normalised text. */
export interface Place {
  readonly source: string;
  readonly text: LinedText;
  readonly within: Span;
}

/** What stands at a span of the normalised text, as the source has it. */
export function textField({ source, text }: Place, span: Span, confidence: number): TextField {
  return { ...sourceWords(source, text, stretchOf(text, [span])), confidence };
}

/** The first cell of a label's value; what stands in further ones is not the label's. */
export function firstCell(chars: string, { start, end }: Span): Span {
  const words = chars.slice(start, end);
  const blank = /^[\s|]*/u.exec(words)?.[0].length ?? 0;
  const own = /^[^|\t]*/u.exec(words.slice(blank))?.[0].trimEnd().length ?? 0;
  return { start: start + blank, end: start + blank + own };
}
