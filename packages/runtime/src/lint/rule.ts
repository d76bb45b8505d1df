import type { DiagnosticCode } from "../codes.ts";
import type { Diagnostic, Fix, Severity, TextEdit } from "../diagnostic.ts";
import { editTree } from "../edit.ts";
import { finding } from "../finding.ts";
import type { JsonValue } from "../json.ts";
import type { Item, RoleModel, TextRange } from "../model.ts";
import { pointRange } from "../places.ts";
import type { TemplatePath, TemplateSource } from "../template.ts";

/** One thing that can be wrong with what a role says. One file each; the list is `lint/index.ts`. */
export interface LintRule {
  /** The code of its findings, or their common beginning. */
  readonly id: string;
  check(context: LintContext): readonly Diagnostic[];
}

/** What a rule works with: the role, and the text it came from where that is known. */
export interface LintContext {
  readonly role: RoleModel;
  /** All items, in text order. */
  readonly items: readonly Item[];
  report(
    code: DiagnosticCode,
    severity: Severity,
    path: TemplatePath,
    params: Diagnostic["params"],
    fixes?: readonly Fix[],
  ): Diagnostic;
  /** A fix that puts these values in place; an empty list when there is no text to edit. */
  fix(code: string, params: Fix["params"], ...changes: readonly Change[]): readonly Fix[];
}

/** A value (undefined: nothing) to be put at a path. */
export interface Change {
  readonly path: TemplatePath;
  readonly value: JsonValue | undefined;
}

/** The context of one role. Without its template, findings point at the start of the text and carry no fixes. */
export function lintContext(role: RoleModel, template?: TemplateSource): LintContext {
  return {
    role,
    items: role.sections.flatMap(({ items }) => items),
    report(code, severity, path, params, fixes = []) {
      return finding(code, severity, { path, range: rangeAt(role, template, path) }, params, fixes);
    },
    fix(code, params, ...changes) {
      if (!template) return [];
      const edits = changes.flatMap(({ path, value }): readonly TextEdit[] => {
        return editTree(template.text, template.tree, path, value) ?? [];
      });
      return [{ code, params, edits }];
    },
  };
}

/** The path of a field of `x-item`. */
export function infoPath(item: Item, ...field: TemplatePath): TemplatePath {
  return [...item.source.path, "x-item", ...field];
}

function rangeAt(role: RoleModel, template: TemplateSource | undefined, path: TemplatePath): TextRange {
  if (template) return pointRange(template.tree, path);
  const items = role.sections.flatMap((section) => [...section.items, section]);
  const owner = items.find(({ source }) => source.path.every((step, index) => step === path[index]));
  return owner?.source.range ?? { start: 0, end: 0 };
}
