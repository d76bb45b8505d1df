import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "./edit.ts";
import { type Inspection, inspect } from "./inspect.ts";
import { inspectedAgain, wasShort } from "./testing/inspections.ts";
import { listChanges, withListChanged } from "./testing/list-changes.ts";

const entangled = readFileSync(new URL("fixtures/entangled.jsonc", import.meta.url), "utf8").replaceAll("\r\n", "\n");

/** The same role as different people lay it out. */
const layouts = [
  entangled,
  entangled.replaceAll("\n", "\r\n"),
  JSON.stringify(inspect(entangled).template?.value),
  JSON.stringify(inspect(entangled).template?.value, null, "\t"),
];

const change = fc.record({
  what: fc.constantFrom(...listChanges),
  section: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
});
const step = fc.oneof(
  { arbitrary: change, weight: 5 },
  { arbitrary: fc.record({ what: fc.constantFrom("undo" as const, "mend" as const), from: fc.nat() }), weight: 1 },
);

test("property: whatever is done to items that matter to one another, the answer is that of reading from the start", () => {
  let short = 0;
  const steps = fc.array(step, { minLength: 1, maxLength: 6 });
  const property = fc.property(fc.constantFrom(...layouts), steps, (start, list) => {
    let previous = inspect(start);
    const texts = [start];
    for (const [index, one] of list.entries()) {
      const text = stepped(texts, previous, one, `Again${index}`);
      const again = inspectedAgain(text, previous);
      if (wasShort(previous, again)) short += 1;
      previous = again;
      texts.push(text);
    }
  });
  fc.assert(property, { numRuns: 60 });
  assert.ok(short > 0, `${short} came the short way`);
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** The next text: an item changed, the fix of some finding taken, or one of the texts there were before. */
function stepped(texts: readonly string[], { diagnostics }: Inspection, one: Step, mark: string): string {
  const text = texts.at(-1) ?? "";
  if ("section" in one) return withListChanged(text, one, mark);
  if (one.what === "undo") return texts[one.from % texts.length] ?? "";
  const fixes = diagnostics.flatMap((found) => found.fixes);
  return applyEdits(text, fixes[one.from % fixes.length]?.edits ?? []);
}
