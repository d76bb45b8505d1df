import type { DiagnosticCode } from "../codes.ts";
import type { Diagnostic, Fix, Severity } from "../diagnostic.ts";
import { type Change, editTreeAt } from "../edit.ts";
import { finding } from "../finding.ts";
import type { Item, RoleModel, Section, SectionKind, TextRange } from "../model.ts";
import { pointRange } from "../places.ts";
import { nodeAt } from "../syntax.ts";
import type { TemplatePath, TemplateSource } from "../template.ts";
import { type RoleText, textsOf, textsOfItem } from "./texts.ts";
import { wordRange } from "./word-range.ts";

/** One thing that can be wrong with what a role says. One file each; the list is `lint/index.ts`. */
export interface LintRule {
  /** The code of its findings, or their common beginning. */
  readonly id: string;
  /**
   * Whether its findings keep their severity whatever was configured: without them, a scorecard would be calculated
   * from parameters that make no sense.
   */
  readonly essential?: true;
  /**
   * `item`: each item or text is judged on its own, by what it says and what the role says of itself, and findings about
   * an item stand inside it. After a change in one item, such a rule is asked about that one only.
   */
  readonly scope?: "item";
  /** For a rule about several items that takes time: all that it reads of one. What did not change is not read again. */
  reads?(item: Item): readonly unknown[];
  check(context: LintContext): readonly Diagnostic[];
}

/** What a rule works with: the role, and the text it came from where that is known. */
export interface LintContext {
  readonly role: RoleModel;
  /** All items, in text order. */
  readonly items: readonly Item[];
  /** All texts people read, in text order. */
  readonly texts: readonly RoleText[];
  /** The items of all sections of a kind, in text order. */
  itemsOf(kind: SectionKind): readonly Item[];
  report(
    code: DiagnosticCode,
    severity: Severity,
    path: TemplatePath,
    params: Diagnostic["params"],
    fixes?: readonly Fix[],
  ): Diagnostic;
  /** A finding that points at some words of a text. */
  reportWords(
    code: DiagnosticCode,
    severity: Severity,
    words: Words,
    params: Diagnostic["params"],
    fixes?: readonly Fix[],
  ): Diagnostic;
  /** Whether the text itself has a value there, rather than something that it inherits or refers to. */
  isWritten(path: TemplatePath): boolean;
  /** A fix that puts these values in place; an empty list when there is no text to edit. */
  fix(code: string, params: Fix["params"], ...changes: readonly Change[]): readonly Fix[];
}

/** Some words of a text: `text.slice(from, to)`. */
export interface Words {
  readonly in: RoleText;
  readonly from: number;
  readonly to: number;
}

/** Where a finding stands, as far as that is known without looking into the text. */
export type KnownPlaces = (code: DiagnosticCode, path: TemplatePath) => TextRange | undefined;

/**
 * The context of one role, or of one of its items alone. Without the template, findings point at the start of the text
 * and carry no fixes.
 */
export function lintContext(
  role: RoleModel,
  template?: TemplateSource,
  only?: Item,
  known: KnownPlaces = () => undefined,
): LintContext {
  const rangeAt = template ? (path: TemplatePath) => pointRange(template.tree, path) : nodeRanges(role);
  const report: LintContext["report"] = (code, severity, path, params, fixes = []) =>
    finding(code, severity, { path, range: known(code, path) ?? rangeAt(path) }, params, fixes);
  const itemsIn = ({ items }: Section) => (only ? items.filter((item) => item === only) : items);
  let texts: readonly RoleText[] | undefined;
  return {
    role,
    items: role.sections.flatMap(itemsIn),
    get texts() {
      texts ??= only ? textsOfItem(only, role) : textsOf(role);
      return texts;
    },
    itemsOf: (kind) => role.sections.filter((section) => section.kind === kind).flatMap(itemsIn),
    report,
    reportWords(code, severity, words, params, fixes) {
      const found = report(code, severity, words.in.path, params, fixes);
      return { ...found, range: wordsAt(template, words) ?? found.range };
    },
    isWritten: (path) => template !== undefined && nodeAt(template.tree, path) !== undefined,
    fix(code, params, ...changes) {
      if (!template) return [];
      const edits = editTreeAt(template.text, template.tree, changes);
      return edits.length > 0 ? [{ code, params, edits }] : [];
    },
  };
}

/** The path of a field of `x-item`. */
export function infoPath(item: Item, ...field: TemplatePath): TemplatePath {
  return [...item.source.path, "x-item", ...field];
}

function wordsAt(template: TemplateSource | undefined, { in: { path }, from, to }: Words): TextRange | undefined {
  const node = template && nodeAt(template.tree, path);
  return template && node && wordRange(template.text, node, from, to);
}

/** The range of the section or item a path lies in, for roles whose text is not at hand. */
function nodeRanges(role: RoleModel): (path: TemplatePath) => TextRange {
  const nodes = role.sections.flatMap((section) => [...section.items, section]);
  const ranges = new Map(nodes.map(({ source }) => [JSON.stringify(source.path), source.range]));
  return (path) =>
    ranges.get(JSON.stringify(path.slice(0, 4))) ??
    ranges.get(JSON.stringify(path.slice(0, 2))) ?? { start: 0, end: 0 };
}
