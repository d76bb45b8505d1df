import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, removeMember, valueAt } from "@rolewright/runtime";
import { bringBack } from "./bring-back.ts";

const text = `{
  "duties": {
    "first": { "title": "接待" },
    // 每月
    "second": {
      "title": "投诉" // 含报修
    },
    "third": { "title": "收缴" }
  }
}
`;

function without(key: string): string {
  const result = removeMember(text, ["duties", key]);
  assert.ok("edits" in result);
  return applyEdits(text, result.edits);
}

test("an item comes back where it stood, with its comments, and as its last words were", () => {
  const before = without("second");
  const item = '    // 每月\n    "second": {\n      "title": "投诉" // 含报修\n    }';
  const result = bringBack(before, item, before.indexOf('    "third"'));
  assert.ok("edits" in result);
  assert.equal(applyEdits(before, result.edits), text);
});

test("what stood last comes back last, and what stands there already does not come twice", () => {
  const before = without("third");
  const result = bringBack(before, '"third": { "title": "收缴" }', before.lastIndexOf("\n  }"));
  assert.ok("edits" in result);
  assert.deepEqual(valueAt(applyEdits(before, result.edits), []), valueAt(text, []));
  assert.deepEqual(bringBack(text, '"third": {}', text.indexOf('"third"')), { edits: [] });
});

test("where the object is gone, or the text cannot be read, it says so", () => {
  for (const broken of ['{ "duties": { "first": ', ""]) {
    assert.ok("refused" in bringBack(broken, '"x": {}', broken.length), broken);
  }
});
