import type { TextEdit } from "@rolewright/runtime";

/** Comments, marks, strings, and runs of anything else but white space. */
const tokens = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\],:]|"(?:[^"\\\n]|\\.)*"|[^\s{}[\],:"]+/g;

/**
 * The edits that set right the commas of a JSONC text: one between two members or elements, none behind an opening
 * bracket or another comma. Two people who add, move or remove neighbours at once each bring or take a comma.
 */
export function commaEdits(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let before = "";
  let end = 0;
  for (const { index, token } of jsoncTokens(text)) {
    if (token === "," && /^[{[,]?$/.test(before)) edits.push({ offset: index, length: 1, text: "" });
    else {
      if (endsValue(before) && beginsValue(token)) edits.push({ offset: end, length: 0, text: "," });
      before = token;
      end = index + token.length;
    }
  }
  return edits;
}

/** The marks and values of a JSONC text or a piece of one, without white space and comments. */
export function* jsoncTokens(text: string): Generator<{ readonly index: number; readonly token: string }> {
  for (const { index, 0: token } of text.matchAll(tokens)) {
    if (!token.startsWith("//") && !token.startsWith("/*")) yield { index, token };
  }
}

function endsValue(token: string): boolean {
  return !/^[{[,:]?$/.test(token);
}

function beginsValue(token: string): boolean {
  return !/^[}\],:]$/.test(token);
}
