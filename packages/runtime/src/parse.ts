import { reparse } from "./reparse.ts";
import { parseWhole, type SyntaxResult } from "./syntax.ts";

/**
 * The tree of a JSONC text, under the caps of `limits`. A text that differs little from the one parsed last is parsed
 * where it differs.
 */
export function parseText(text: string): SyntaxResult {
  if (last?.text !== text) last = { text, result: parsed(text) };
  return last.result;
}

/** The text that was parsed last: one change of a text asks for its tree several times. Nobody changes a tree. */
let last: { readonly text: string; readonly result: SyntaxResult } | undefined;

function parsed(text: string): SyntaxResult {
  const before = last?.result.tree;
  const tree = last && before && reparse(text, { text: last.text, tree: before });
  return tree ? { tree, diagnostics: [] } : parseWhole(text);
}
