import type { TextRange } from "../model.ts";
import type { TemplatePath } from "../template.ts";

/** The path of the value or key that holds `offset`; empty at the root and where the text cannot be read. */
export function placeAt(_text: string, _offset: number): TemplatePath {
  return [];
}

/** Where the value at `path` is written, or undefined when the text has none. */
export function rangeOf(_text: string, _path: TemplatePath): TextRange | undefined {
  return undefined;
}
