import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { FrozenText, rebase, type TextChange } from "./frozen-text.ts";

function applied(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .reverse()
    .reduce(
      (now, { offset, length, text: written }) => now.slice(0, offset) + written + now.slice(offset + length),
      text,
    );
}

/** Successive single changes, given as fractions of the text they meet. */
const script = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(5), text: fc.string({ maxLength: 4 }) }),
  { maxLength: 6 },
);

function follow(start: string, steps: readonly { at: number; length: number; text: string }[]) {
  const frozen = new FrozenText(start.length);
  let now = start;
  for (const step of steps) {
    const offset = Math.floor(step.at * now.length);
    const change = { offset, length: Math.min(step.length, now.length - offset), text: step.text };
    frozen.apply([change]);
    now = applied(now, [change]);
  }
  return { now, changes: frozen.changes() };
}

test("the net difference turns the start text into the present one", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), script, (start, steps) => {
      const { now, changes } = follow(start, steps);
      assert.equal(applied(start, changes), now);
    }),
  );
});

test("mine over theirs and theirs over mine give the same text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), script, script, (start, mySteps, theirSteps) => {
      const mine = follow(start, mySteps);
      const theirs = follow(start, theirSteps);
      assert.equal(
        applied(theirs.now, rebase(mine.changes, theirs.changes, "first")),
        applied(mine.now, rebase(theirs.changes, mine.changes, "second")),
      );
    }),
    { numRuns: 2000 },
  );
});

test("replacing a selection keeps what a peer wrote inside it", () => {
  const mine = follow("投诉处理", [{ at: 0, length: 4, text: "报事" }]);
  const theirs = follow("投诉处理", [{ at: 0.5, length: 0, text: "与报修" }]);
  assert.equal(applied(theirs.now, rebase(mine.changes, theirs.changes, "first")), "报事与报修");
});

test("several changes of one event all refer to the text before any of them", () => {
  const frozen = new FrozenText(6);
  frozen.apply([
    { offset: 1, length: 1, text: "B" },
    { offset: 4, length: 0, text: "++" },
  ]);
  assert.equal(applied("abcdef", frozen.changes()), "aBcd++ef");
});
