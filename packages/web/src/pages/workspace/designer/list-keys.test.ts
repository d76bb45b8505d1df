import assert from "node:assert/strict";
import { test } from "node:test";
import { listAction, type Pressed } from "./list-keys.ts";

function press(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, ...held };
}

test("arrows and J K go from card to card, with Shift they stretch the choice", () => {
  assert.deepEqual(listAction(press("ArrowDown"), true, false), { does: "go", by: 1 });
  assert.deepEqual(listAction(press("k"), true, false), { does: "go", by: -1 });
  assert.deepEqual(listAction(press("ArrowUp", { shiftKey: true }), true, false), { does: "stretch", by: -1 });
});

test("in a field only moving and repairing are the list's, and nothing is while a word is composed", () => {
  assert.deepEqual(listAction(press("ArrowDown", { altKey: true }), false, false), { does: "move", by: 1 });
  assert.deepEqual(listAction(press(".", { metaKey: true }), false, false), { does: "fix" });
  assert.equal(listAction(press("Delete"), false, false), undefined);
  assert.equal(listAction(press("d", { ctrlKey: true }), false, false), undefined);
  assert.equal(listAction(press("ArrowDown", { isComposing: true }), true, false), undefined);
});

test("Space and Esc mean something only while several items are worked on", () => {
  assert.deepEqual(listAction(press(" "), true, true), { does: "toggle" });
  assert.equal(listAction(press(" "), true, false), undefined);
  assert.deepEqual(listAction(press("Escape"), true, true), { does: "clear" });
  assert.deepEqual(listAction(press(" ", { ctrlKey: true }), true, false), { does: "toggle" });
});
