import type { Diagnostic, Fix, TextEdit } from "@rolewright/runtime";

/**
 * The repairs that need no decision, as one: of each finding with a single way to mend it. What would touch the same
 * place as one before it waits for the next time. Undefined where there is none.
 */
export function fixAll(diagnostics: readonly Diagnostic[]): { readonly fix: Fix; readonly count: number } | undefined {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const { fixes } of diagnostics) {
    const [only, other] = fixes;
    if (!only || other || only.edits.length === 0 || only.edits.some((edit) => taken.some(touches(edit)))) continue;
    taken.push(...only.edits);
    count += 1;
  }
  if (count === 0) return undefined;
  const edits = taken.toSorted((a, b) => a.offset - b.offset);
  return { fix: { code: "all", params: { count }, edits }, count };
}

function touches({ offset, length }: TextEdit): (other: TextEdit) => boolean {
  return (other) => offset <= other.offset + other.length && other.offset <= offset + length;
}
