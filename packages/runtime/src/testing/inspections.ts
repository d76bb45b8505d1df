import assert from "node:assert/strict";
import { type Inspection, inspect } from "../inspect.ts";
import type { SyntaxNode, TemplateHost } from "../template.ts";

/* For tests of inspections that go on from an earlier one: they must equal those that read from the start. */

/** Whether the answer came the short way: items that stayed as they were are then not compiled again. */
export function wasShort(before: Inspection, after: Inspection): boolean {
  const known = new Set(observationsOf(before));
  return after !== before && observationsOf(after).some((observation) => known.has(observation));
}

function observationsOf({ role }: Inspection) {
  return (role?.sections ?? []).flatMap(({ items }) => items.map(({ observation }) => observation));
}

/** The inspection of a text that goes on from an earlier one, after it was found equal to one from the start. */
export function inspectedAgain(text: string, previous: Inspection, host?: TemplateHost): Inspection {
  const again = inspect(text, host, { previous });
  assert.deepEqual(plain(again), plain(inspect(text, host)));
  return again;
}

/** All of an inspection as plain data: the tree with offsets and parents, too. */
function plain({ template, role, diagnostics }: Inspection) {
  return structuredClone({
    value: template?.value,
    tree: template && flat(template.tree),
    parents: template && parentsHold(template.tree),
    role,
    diagnostics,
  });
}

/** A tree as plain data. */
export function flat(node: SyntaxNode): unknown {
  const { type, offset, length, colonOffset, value, children = [] } = node;
  return { type, offset, length, colonOffset, value, children: children.map(flat) };
}

/** Whether every node knows its parent. */
export function parentsHold(node: SyntaxNode): boolean {
  return (node.children ?? []).every((child) => child.parent === node && parentsHold(child));
}

/** The text with the first occurrence of something put in place of it; it must be there. */
export function replaced(text: string, search: string, put: string): string {
  assert.ok(text.includes(search), search);
  return text.replace(search, () => put);
}
