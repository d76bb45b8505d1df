import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingChosen, reached, remaining, toggled } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];
const keys = (selection: { readonly keys: ReadonlySet<string> }) => [...selection.keys];

test("items are added one by one, and taken out again", () => {
  const two = toggled(toggled(nothingChosen, "b"), "d");
  assert.deepEqual(keys(two), ["b", "d"]);
  assert.deepEqual(keys(toggled(two, "b")), ["d"]);
});

test("a stretch is reckoned from the item that was chosen last, in both directions", () => {
  const from = toggled(nothingChosen, "c");
  assert.deepEqual(keys(reached(from, "e", order)), ["c", "d", "e"]);
  assert.deepEqual(keys(reached(reached(from, "e", order), "a", order)), ["a", "b", "c"]);
  assert.deepEqual(keys(reached(nothingChosen, "b", order)), ["b"]);
});

test("what is no longer there is no longer chosen", () => {
  const chosen = toggled(toggled(nothingChosen, "b"), "d");
  assert.deepEqual(keys(remaining(chosen, (key) => key !== "b")), ["d"]);
  assert.equal(
    remaining(chosen, () => true),
    chosen,
  );
});
