import type { TextEdit } from "@rolewright/runtime";

/** White space and comments (not matched as tokens), marks, strings, and runs of anything else. */
const tokens = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\],:]|"(?:[^"\\\n]|\\.)*"|[^\s{}[\],:"]+/g;

/**
 * The edits that set right the commas of a JSONC text: one between two members or elements, none behind an opening
 * bracket or another comma. Two people who add, move or remove neighbours at once each bring or take a comma.
 */
export function commaEdits(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let before = "";
  let end = 0;
  for (const { index, 0: token } of text.matchAll(tokens)) {
    if (token.startsWith("//") || token.startsWith("/*")) continue;
    if (token === "," && /^[{[,]?$/.test(before)) edits.push({ offset: index, length: 1, text: "" });
    else {
      if (endsValue(before) && beginsValue(token)) edits.push({ offset: end, length: 0, text: "," });
      before = token;
      end = index + token.length;
    }
  }
  return edits;
}

function endsValue(token: string): boolean {
  return !/^[{[,:]?$/.test(token);
}

function beginsValue(token: string): boolean {
  return !/^[}\],:]$/.test(token);
}
