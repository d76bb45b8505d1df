import type { Diagnostic } from "../diagnostic.ts";
import { targetRelation } from "../diff/target-relation.ts";
import type { Item, Target } from "../model.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/** What a parent demands, a template that extends it may raise; lowering it should be somebody's decision. */
export const targetLoosened: LintRule = {
  id: "extends/loosened",
  check: (context) => context.items.flatMap((item) => loosened(item, context)),
};

function loosened(item: Item, context: LintContext): Diagnostic[] {
  const { inheritedTarget: inherited, target } = item;
  if (!inherited) return [];
  const relation = target ? targetRelation(inherited.target, target) : "loosened";
  // A target that refuses some values and accepts others than before is not as strict either.
  if (relation !== "loosened" && relation !== "changed") return [];
  const path = infoPath(item, "target");
  const before = inWords(inherited.target, item);
  const params = {
    title: item.title,
    parent: inherited.origin.title,
    before,
    after: target ? inWords(target, item) : "",
    removed: target === undefined,
  };
  const fixes = context.fix("extends/loosened", { before }, { path, value: undefined });
  return [context.report("extends/loosened", "warning", path, params, fixes)];
}

const signs = {
  minimum: "≥",
  exclusiveMinimum: ">",
  maximum: "≤",
  exclusiveMaximum: "<",
  const: "=",
} as const;

function inWords({ bounds, accepted }: Target, { unit }: Item): string {
  const limits = bounds.map(({ keyword, value }) => [signs[keyword], value, ...(unit ? [unit] : [])].join(" "));
  return [...limits, ...(accepted ?? []).map(String)].join(" / ");
}
