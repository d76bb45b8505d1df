import { getLocation } from "jsonc-parser";
import type { TextRange } from "../model.ts";
import { parseText } from "../parse.ts";
import { memberRange } from "../places.ts";
import { nodeAt } from "../syntax.ts";
import type { TemplatePath } from "../template.ts";

/** The path of the value or key at `offset`, also while the text is being typed; empty at the root. */
export function placeAt(text: string, offset: number): TemplatePath {
  const { diagnostics } = parseText(text);
  // What is too large or too deep to parse must not be walked for a cursor either.
  if (diagnostics.some(({ code }) => code.startsWith("limits/"))) return [];
  const { path } = getLocation(text, offset);
  return path.filter((step) => step !== "");
}

/** Where the member or element at `path` is written, key and value; undefined when the text has none or does not parse. */
export function rangeOf(text: string, path: TemplatePath): TextRange | undefined {
  const { tree } = parseText(text);
  return tree && nodeAt(tree, path) ? memberRange(tree, path) : undefined;
}
