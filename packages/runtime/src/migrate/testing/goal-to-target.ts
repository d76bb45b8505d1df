import type { TextEdit } from "../../diagnostic.ts";
import { objectAt } from "../../json-kind.ts";
import { keyRange } from "../../places.ts";
import { childNode } from "../../syntax.ts";
import type { TemplateSource } from "../../template.ts";
import type { Migration } from "../migration.ts";

/**
 * A step for tests, from a version 0 that never was: there `x-item.target` was called `goal`. It shows what a real one
 * looks like, and that steps run; it is in no list of the program.
 */
export const goalToTarget: Migration = {
  from: 0,
  to: 1,
  edit: (template) => itemInfos(template).flatMap(renamedIn(template)),
};

type Path = readonly string[];

function itemInfos({ value }: TemplateSource): Path[] {
  const sections = objectAt(value, "properties");
  return Object.keys(sections).flatMap((section) =>
    Object.keys(objectAt(objectAt(sections, section), "properties")).map((item) => [
      "properties",
      section,
      "properties",
      item,
      "x-item",
    ]),
  );
}

/** Replaces the key alone; its value, and comments about it, stay. */
function renamedIn({ tree }: TemplateSource): (path: Path) => TextEdit[] {
  return (path) => {
    let node: ReturnType<typeof childNode> = tree;
    for (const step of [...path, "goal"]) node = node && childNode(node, step);
    if (!node) return [];
    const { start, end } = keyRange(tree, [...path, "goal"]);
    return [{ offset: start, length: end - start, text: '"target"' }];
  };
}
