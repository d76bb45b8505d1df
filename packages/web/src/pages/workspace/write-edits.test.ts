import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type TextEdit } from "@rolewright/runtime";
import * as Y from "yjs";
import { writeEdits } from "./write-edits.ts";

const text = "0123456789";

const cases: readonly (readonly [name: string, edits: readonly TextEdit[]])[] = [
  ["a text put in right before one that is replaced", [insert(3, "in"), { offset: 3, length: 4, text: "new" }]],
  ["the same, told the other way round", [{ offset: 3, length: 4, text: "new" }, insert(3, "in")]],
  ["several texts put in at one place, in their order", [insert(5, "a"), insert(5, "b"), insert(5, "c")]],
  ["a replaced stretch and a text put in right behind it", [{ offset: 3, length: 4, text: "new" }, insert(7, "in")]],
];

function insert(offset: number, added: string): TextEdit {
  return { offset, length: 0, text: added };
}

for (const [name, edits] of cases) {
  test(`edits of a shared text give what they give of a plain one: ${name}`, () => {
    const shared = new Y.Doc().getText("text");
    shared.insert(0, text);
    writeEdits({ text: shared, history: new Y.UndoManager(shared) }, edits);
    assert.equal(shared.toString(), applyEdits(text, edits));
  });
}
