import type { Fix } from "./diagnostic.ts";
import { editTree } from "./edit.ts";
import type { TemplatePath, TemplateSource } from "./template.ts";

/** What most items are: a tick or a figure. */
const usual = ["boolean", "number"] as const;

/** Fixes that give an item its `type`. */
export function typeFixes({ text, tree }: TemplateSource, path: TemplatePath): Fix[] {
  return usual.map((type) => ({
    code: "item/type-missing",
    params: { type },
    edits: editTree(text, tree, [...path, "type"], type) ?? [],
  }));
}
