import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { DiagnosticCode } from "./codes.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";
import { limits } from "./limits.ts";
import type { SyntaxNode } from "./template.ts";

/** A syntax tree, or the reasons why the text has none that can be trusted. */
export interface SyntaxResult {
  readonly tree?: SyntaxNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** JSONC as people write it: comments and a comma after the last member are fine. */
export const jsonc = { allowTrailingComma: true, disallowComments: false } as const;

/**
 * Parses JSONC under the caps of `limits`, all of it; `parseText` knows what was parsed before.
 *
 * The text is first scanned flat: a parser that calls itself for each bracket must never meet 100,000 of them.
 */
export function parseWhole(text: string): SyntaxResult {
  const tokens = countTokens(text);
  if (typeof tokens !== "number") return { diagnostics: [tokens] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, jsonc);
  if (!tree && saysNothing(text)) return { diagnostics: [problem("syntax/empty", 0, text.length)] };
  if (errors.length > 0) return { diagnostics: onePerLine(text, errors).map((error) => syntaxError(text, error)) };
  if (tree) tokenCounts.set(tree, tokens);
  return tree ? { tree, diagnostics: [] } : { diagnostics: [problem("syntax/empty", 0, text.length)] };
}

/** Numbers of jsonc-parser's SyntaxKind, which is a const enum and so has no value at run time. */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

const tokenCounts = new WeakMap<SyntaxNode, number>();

/** How many tokens the text of a tree has that was made here. */
export function tokensOf(tree: SyntaxNode): number | undefined {
  return tokenCounts.get(tree);
}

/** Says how many tokens the text of a tree has that was put together from others. */
export function countedTokens(tree: SyntaxNode, tokens: number): SyntaxNode {
  tokenCounts.set(tree, tokens);
  return tree;
}

/** The number of tokens, or the cap that the text goes beyond. */
function countTokens(text: string): number | Diagnostic {
  if (text.length > limits.size) return problem("limits/size", 0, 0, { characters: text.length, allowed: limits.size });
  const scanner = createScanner(text, true);
  let depth = 0;
  let tokens = 0;
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    tokens += 1;
    if (kind === kinds.openBrace || kind === kinds.openBracket) depth += 1;
    else if (kind === kinds.closeBrace || kind === kinds.closeBracket) depth -= 1;
    if (depth > limits.depth) return problem("limits/depth", scanner.getTokenOffset(), 1, { allowed: limits.depth });
    if (tokens > limits.tokens)
      return problem("limits/tokens", scanner.getTokenOffset(), 1, { allowed: limits.tokens });
  }
  return tokens;
}

/** No token but comments. */
function saysNothing(text: string): boolean {
  return (createScanner(text, true).scan() as number) === kinds.end;
}

/** The first errors, one a line: those behind it mostly come from it. */
function onePerLine(text: string, errors: readonly ParseError[]): ParseError[] {
  const firsts = errors.filter(({ offset }, index) => {
    const before = errors[index - 1];
    return !before || text.slice(before.offset, offset).includes("\n");
  });
  return firsts.slice(0, 20);
}

function problem(code: DiagnosticCode, offset: number, length: number, params: Diagnostic["params"] = {}): Diagnostic {
  return { code, severity: "error", path: [], range: { start: offset, end: offset + length }, params, fixes: [] };
}

/** jsonc-parser's names of its errors → ours. */
const syntaxCodes: Readonly<Record<string, DiagnosticCode>> = {
  CommaExpected: "syntax/comma-missing",
  ColonExpected: "syntax/colon-missing",
  PropertyNameExpected: "syntax/key-missing",
  ValueExpected: "syntax/value-missing",
  CloseBraceExpected: "syntax/brace-open",
  CloseBracketExpected: "syntax/bracket-open",
  EndOfFileExpected: "syntax/text-after-end",
  UnexpectedEndOfComment: "syntax/comment-open",
  UnexpectedEndOfString: "syntax/quote-open",
  UnexpectedEndOfNumber: "syntax/number",
  InvalidNumberFormat: "syntax/number",
  InvalidUnicode: "syntax/escape",
  InvalidEscapeCharacter: "syntax/escape",
  InvalidCharacter: "syntax/character",
};

function syntaxError(text: string, error: ParseError): Diagnostic {
  const code = syntaxCodes[printParseErrorCode(error.error)] ?? "syntax/character";
  const token = text.slice(error.offset, error.offset + error.length);
  // The parser counts one character beyond the end of a text that breaks off in a comment.
  const found = problem(code, error.offset, token.length, { found: token.replaceAll(/[“”"]/g, "").slice(0, 20) });
  if (code === "syntax/comma-missing") return { ...found, fixes: [commaFix(text, error.offset)] };
  return code === "syntax/character" ? { ...found, fixes: widthFix(token, error.offset) } : found;
}

/** Chinese punctuation, as an input method writes it, and what JSON takes in its place. */
const narrow: Readonly<Record<string, string>> = { "“": '"', "”": '"', "，": ",", "：": ":", "｛": "{", "｝": "}" };

function widthFix(token: string, offset: number): Fix[] {
  const text = token.replaceAll(/[“”，：｛｝]/g, (sign) => narrow[sign] ?? sign);
  if (text === token) return [];
  return [{ code: "syntax/character", params: {}, edits: [{ offset, length: token.length, text }] }];
}

/** The comma goes behind the last thing written before the error, past white space but not past comments. */
function commaFix(text: string, offset: number): Fix {
  let end = 0;
  const scanner = createScanner(text, true);
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (scanner.getTokenOffset() >= offset) break;
    end = scanner.getTokenOffset() + scanner.getTokenLength();
  }
  return { code: "syntax/comma-missing", params: {}, edits: [{ offset: end, length: 0, text: "," }] };
}

/** A node that shows what was read before at another place. */
export interface NodeOfBefore extends SyntaxNode {
  readonly base: object;
}

/** What a node shows, the same for all nodes that show it: what is said of the one holds for the others. */
export function shownBy(node: SyntaxNode): object {
  return (node as Partial<NodeOfBefore>).base ?? node;
}

/** Key → place among the children of what an object node shows; made once, as a section may hold thousands of items. */
const places = new WeakMap<object, ReadonlyMap<string, number>>();

/** Where among the children of an object node the property of `key` stands; of several the last. */
export function propertyIndex(object: SyntaxNode, key: string): number | undefined {
  if (object.type !== "object") return undefined;
  const shown = shownBy(object);
  let known = places.get(shown);
  if (!known) {
    const entries = (object.children ?? []).map((property, index) => [String(property.children?.[0]?.value), index]);
    known = new Map(entries as [string, number][]);
    places.set(shown, known);
  }
  return known.get(key);
}

/** Says that a copy of what `object` shows has the same keys in the same places: they need not be looked through again. */
export function shareKeys(object: SyntaxNode, copy: object): void {
  const known = places.get(shownBy(object));
  if (known) places.set(copy, known);
}

/** The property node (key and value) of `key` in an object node. */
export function propertyNode(object: SyntaxNode, key: string): SyntaxNode | undefined {
  const index = propertyIndex(object, key);
  return index === undefined ? undefined : object.children?.[index];
}

/** The value node one step below `node`. */
export function childNode(node: SyntaxNode, step: string | number): Node | undefined {
  if (node.type === "array") return typeof step === "number" ? node.children?.[step] : undefined;
  return propertyNode(node, String(step))?.children?.[1];
}

/** The value node at `path`, or undefined when the text has none. */
export function nodeAt(tree: SyntaxNode, path: readonly (string | number)[]): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = tree;
  for (const step of path) {
    if (!node) return undefined;
    node = childNode(node, step);
  }
  return node;
}

/** The value node at `path` of an object, and the way to it: indexes of `children` from `tree` on. */
export function wayTo(tree: SyntaxNode, path: readonly (string | number)[]) {
  const way: number[] = [];
  let node = tree;
  for (const step of path) {
    const index = propertyIndex(node, String(step));
    const value = index === undefined ? undefined : node.children?.[index]?.children?.[1];
    if (index === undefined || !value) return undefined;
    way.push(index, 1);
    node = value;
  }
  return { way, node };
}
