import type { TextRange } from "../model.ts";
import { type Declaration, linksOf, linksTo, nameAt, targetOf } from "./links.ts";
import { insideQuotes, keyRangeOf, looseText } from "./loose-text.ts";

/** A place that names a key, or the key itself. */
export interface Reference {
  /** The name, without quotes. */
  readonly range: TextRange;
  readonly isDeclaration: boolean;
}

/** The key at an offset, or the one named there, and all places that name it, in text order; empty elsewhere. */
export function references(text: string, offset: number): readonly Reference[] {
  const source = looseText(text);
  const declaration = declarationAt(text, offset);
  if (!declaration) return [];
  const key = { range: insideQuotes(text, keyRangeOf(declaration.member)), isDeclaration: true };
  const names = linksTo(linksOf(source), declaration).map(({ range }) => ({ range, isDeclaration: false }));
  return [key, ...names].sort((a, b) => a.range.start - b.range.start);
}

/** The key that stands at an offset or is named there. */
export function declarationAt(text: string, offset: number): Declaration | undefined {
  const source = looseText(text);
  const name = nameAt(source, offset);
  if (!name) return undefined;
  return "declaration" in name ? name.declaration : targetOf(linksOf(source), name.link);
}
