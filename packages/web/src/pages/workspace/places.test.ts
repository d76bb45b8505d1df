import assert from "node:assert/strict";
import { test } from "node:test";
import { lineAt } from "./places.ts";

test("lines are counted from one, a line's end being its own", () => {
  const text = "a\nbc\n\nd";
  assert.deepEqual(
    [...text, "end"].map((_, offset) => lineAt(text, offset)),
    [1, 1, 2, 2, 2, 3, 4, 4],
  );
  assert.equal(lineAt("", 0), 1);
  assert.equal(lineAt("一行\n二行", 3), 2);
});
