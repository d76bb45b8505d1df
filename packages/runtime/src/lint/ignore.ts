import type { Diagnostic } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import { isObject, memberAt, objectAt, objectsAt, textAt } from "../json-kind.ts";
import type { TemplatePath, TemplateSource } from "../template.ts";
import type { LintContext } from "./rule.ts";

/** One entry of `x-lint-ignore`: `{ code, reason }` on the role, a section or an item. */
interface Ignore {
  /** A code, or an area for all of its codes: `wording/vague`, `wording`. */
  readonly code: string;
  readonly reason: string;
  /** The node it stands on; it holds for this and everything inside. */
  readonly node: TemplatePath;
  readonly path: TemplatePath;
  /** What goes with it when it is removed: the list, too, when it holds nothing else. */
  readonly whole: TemplatePath;
}

/**
 * The findings without those that the template's `x-lint-ignore` silences, and with those about the entries themselves:
 * one without a reason silences nothing, one that silences nothing is to be removed, and an error cannot be silenced.
 * Entries hold for the text they stand in; who extends a template decides anew.
 */
export function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  template: TemplateSource,
  context: LintContext,
): readonly Diagnostic[] {
  const ignores = ignoresOf(template.value);
  if (ignores.length === 0) return diagnostics;
  const used = new Set<Ignore>();
  const kept = diagnostics.filter((diagnostic) => {
    const silencing = ignores.filter((ignore) => concerns(ignore, diagnostic));
    for (const ignore of silencing) used.add(ignore);
    return diagnostic.severity === "error" || silencing.every(({ reason }) => reason === "");
  });
  return [...kept, ...ignores.flatMap((ignore) => about(ignore, diagnostics, used, context))];
}

function ignoresOf(value: JsonObject): Ignore[] {
  const sections = Object.entries(objectAt(value, "properties")).flatMap(([key, section]): Ignore[] => {
    const path = ["properties", key];
    if (!isObject(section)) return [];
    const items = Object.entries(objectAt(section, "properties")).flatMap(([name, item]) =>
      isObject(item) && memberAt(item, "x-lint-ignore") ? entriesOf(item, [...path, "properties", name]) : [],
    );
    return [...entriesOf(section, path), ...items];
  });
  return [...entriesOf(value, []), ...sections];
}

function entriesOf(node: JsonObject, path: TemplatePath): Ignore[] {
  if (memberAt(node, "x-lint-ignore") === undefined) return [];
  const list = [...path, "x-lint-ignore"];
  return objectsAt(node, "x-lint-ignore").map((entry, index, { length }) => ({
    code: textAt(entry, "code") ?? "",
    reason: (textAt(entry, "reason") ?? "").trim(),
    node: path,
    path: [...list, index],
    whole: length === 1 ? list : [...list, index],
  }));
}

function concerns({ code, node }: Ignore, diagnostic: Diagnostic): boolean {
  const named = code === diagnostic.code || diagnostic.code.startsWith(`${code}/`);
  return named && node.every((step, index) => diagnostic.path[index] === step);
}

function about(
  ignore: Ignore,
  diagnostics: readonly Diagnostic[],
  used: ReadonlySet<Ignore>,
  { report, fix }: LintContext,
): Diagnostic[] {
  const { code, reason, path, whole } = ignore;
  const removal = fix("ignore/remove", { code }, { path: whole, value: undefined });
  if (!used.has(ignore)) return [report("ignore/unused", "warning", [...path, "code"], { code }, removal)];
  const errors = diagnostics.some((found) => found.severity === "error" && concerns(ignore, found));
  return [
    ...(errors ? [report("ignore/error", "warning", [...path, "code"], { code }, removal)] : []),
    ...(reason === "" ? [report("ignore/no-reason", "warning", [...path, "code"], { code }, removal)] : []),
  ];
}
