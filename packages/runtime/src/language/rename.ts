import type { DiagnosticCode } from "../codes.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { keyPattern } from "../dialect/names.ts";
import { type EditResult, editable } from "../edit.ts";
import { finding } from "../finding.ts";
import type { TextRange } from "../model.ts";
import { inheritedBy } from "./ancestry.ts";
import { type LanguageContext, nobody } from "./context.ts";
import { type Declaration, linksOf } from "./links.ts";
import type { LooseText } from "./loose.ts";
import { keyRangeOf, looseText, memberOf, memberPath, pathOf } from "./loose-text.ts";
import { declarationAt, references } from "./references.ts";

/** A key that can be renamed. */
export interface Renamable {
  /** Where it is written at the place asked about, without quotes. */
  readonly range: TextRange;
  readonly name: string;
  readonly kind: Declaration["kind"];
}

/** The key at an offset, or the one named there; undefined where there is none to rename. */
export function renamable(text: string, offset: number): Renamable | undefined {
  const declaration = declarationAt(text, offset);
  const here = references(text, offset).find(({ range }) => offset >= range.start - 1 && offset <= range.end + 1);
  return declaration && here && { range: here.range, name: declaration.name, kind: declaration.kind };
}

/**
 * Gives the key at an offset, or the one named there, another name, everywhere it is named. Only the names change.
 *
 * Refused while the text does not parse, for a name that is no key or is taken, and for a key that the text inherits:
 * under another name it would be another item.
 */
export function rename(text: string, offset: number, name: string, context: LanguageContext = {}): EditResult {
  const source = looseText(text);
  const declaration = declarationAt(text, offset);
  if (!declaration) return refuse("rename/nothing-here", { start: offset, end: offset }, {});
  const { refused } = editable(text, memberPath(declaration.member));
  if (refused) return { refused };
  const range = keyRangeOf(declaration.member);
  const problem = problemOf(source, declaration, name, context);
  if (problem) return refuse(problem, range, { key: declaration.name, name }, memberPath(declaration.member));
  const edits = references(text, offset).map(({ range: { start, end } }) => ({
    offset: start,
    length: end - start,
    text: name,
  }));
  return { edits };
}

function refuse(code: DiagnosticCode, range: TextRange, params: Diagnostic["params"], path: Diagnostic["path"] = []) {
  return { refused: finding(code, "error", { path, range }, params) };
}

const reserved = new Set(["__proto__", "constructor", "prototype"]);

function problemOf(
  source: LooseText,
  declaration: Declaration,
  name: string,
  { host = nobody }: LanguageContext,
): DiagnosticCode | undefined {
  if (!new RegExp(keyPattern).test(name) || reserved.has(name)) return "rename/no-key";
  if (name !== declaration.name && isTaken(source, declaration, name, host)) return "rename/taken";
  const inherited = inheritedBy(source, memberPath(declaration.member), host).some(({ value }) => value);
  return inherited ? "rename/inherited" : undefined;
}

/** Items share one list of names over all sections; all else only with its neighbours. Inherited names count. */
function isTaken(source: LooseText, { kind, scope, member }: Declaration, name: string, host: typeof nobody): boolean {
  if (memberOf(member.object, name)) return true;
  const others = linksOf(source).declarations.filter((other) => other.name === name && other.kind === kind);
  if (others.some((other) => kind !== "input" || other.scope === scope)) return true;
  return inheritedBy(source, pathOf(member.object), host).some(({ source: parent, value }) => {
    if (memberOf(value, name)) return true;
    return (
      kind === "item" && linksOf(parent).declarations.some((other) => other.kind === "item" && other.name === name)
    );
  });
}
