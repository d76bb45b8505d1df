import type { Fix } from "./diagnostic.ts";
import { editTree } from "./edit.ts";
import { nodeAt, propertyNode } from "./syntax.ts";
import type { TemplatePath, TemplateSource } from "./template.ts";

/** What most items are: a tick or a figure. */
const usual = ["boolean", "number"] as const;

const ofFigures = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "unit"];

/** Fixes that give an item its `type`; first a figure where one is written of it: a limit, a bound, a unit. */
export function typeFixes({ text, tree }: TemplateSource, path: TemplatePath): Fix[] {
  const speaksOfFigures = [[], ["x-item"], ["x-item", "target"]].some((rest) => {
    const node = nodeAt(tree, [...path, ...rest]);
    return node?.type === "object" && ofFigures.some((key) => propertyNode(node, key));
  });
  return (speaksOfFigures ? usual.toReversed() : usual).map((type) => ({
    code: "item/type-missing",
    params: { type },
    edits: editTree(text, tree, [...path, "type"], type) ?? [],
  }));
}
