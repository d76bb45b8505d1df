import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type EditResult } from "./edit.ts";
import { copyMember, insertMember, keysAt, moveMember, removeMember, removeMemberAt, valueAt } from "./edit-member.ts";
import { inheritedAt, resolvedAt } from "./inherited.ts";
import { patchOver } from "./patch-over.ts";

const text = `{
  // head
  "a": {
    // about x
    // and more
    "x": 1, // tail of x
    "y": { "deep": [1, 2] },

    // a heading of its own

    "z": 3,
  },
  "b": {
    "q": 1
  },
}
`;

function done(result: EditResult, before = text): string {
  assert.ok("edits" in result, JSON.stringify(result));
  return applyEdits(before, result.edits);
}

test("a member moves with the comments above and behind it, and nothing else changes", () => {
  const after = done(moveMember(text, ["a", "x"], { container: ["a"], before: "z" }));
  const lines = (whole: string) => whole.split("\n").toSorted();
  assert.deepEqual(lines(after), lines(text));
  assert.deepEqual(Object.keys(valueAt(after, ["a"]) as object), ["y", "x", "z"]);
  assert.match(after, /\/\/ about x\n {4}\/\/ and more\n {4}"x": 1, \/\/ tail of x\n {4}"z"/);
  assert.match(after, /\/\/ a heading of its own\n\n {4}\/\/ about x/);
});

test("a member moves to the end and to the front, with and without a trailing comma", () => {
  assert.deepEqual(Object.keys(valueAt(done(moveMember(text, ["a", "x"], { container: ["a"] })), ["a"]) as object), [
    "y",
    "z",
    "x",
  ]);
  const plain = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n';
  assert.equal(done(moveMember(plain, ["a"], { container: [] }), plain), '{\n  "b": 2,\n  "c": 3,\n  "a": 1\n}\n');
  assert.equal(
    done(moveMember(plain, ["c"], { container: [], before: "a" }), plain),
    '{\n  "c": 3,\n  "a": 1,\n  "b": 2\n}\n',
  );
});

test("a member moves into another object, at that object's indentation", () => {
  const after = done(moveMember(text, ["a", "y"], { container: [], before: "b" }));
  assert.match(after, /\n {2}"y": \{ "deep": \[1, 2\] \},\n {2}"b"/);
  const appended = done(moveMember(text, ["a", "x"], { container: ["b"] }));
  assert.deepEqual(valueAt(appended, ["b"]), { q: 1, x: 1 });
  assert.match(appended, /"q": 1,\n {4}\/\/ about x/);
});

test("members that share a line move by value", () => {
  const line = '{ "a": 1, "b": 2, "c": 3 }';
  assert.equal(done(moveMember(line, ["a"], { container: [] }), line), '{ "b": 2, "c": 3, "a": 1 }');
});

test("a member that stands there already stays", () => {
  assert.equal(done(moveMember(text, ["a", "x"], { container: ["a"], before: "y" })), text);
  assert.equal(done(moveMember(text, ["a", "z"], { container: ["a"] })), text);
});

const keys = ["x", "y", "z"];

function movedTo(key: string, before: string | undefined): readonly string[] {
  const others = keys.filter((name) => name !== key);
  if (before === undefined) return [...others, key];
  return before === key ? keys : others.toSpliced(others.indexOf(before), 0, key);
}

for (const layout of [text, text.replace('"z": 3,', '"z": 3')]) {
  test(`every move gives the order asked for and keeps every comment, ${layout === text ? "with" : "without"} a trailing comma`, () => {
    for (const [key, before] of keys.flatMap((one) => [...keys, undefined].map((other) => [one, other] as const))) {
      const after = done(moveMember(layout, ["a", key], { container: ["a"], ...(before ? { before } : {}) }), layout);
      assert.deepEqual(Object.keys(valueAt(after, ["a"]) as object), movedTo(key, before));
      assert.deepEqual(after.match(/\/\/ .*/g)?.toSorted(), text.match(/\/\/ .*/g)?.toSorted());
    }
  });
}

test("a new member goes where it is told, and its object is made where it is missing", () => {
  const after = done(insertMember(text, "n", { k: [1] }, { container: ["a"], before: "x" }));
  assert.match(after, /"a": \{\n {4}"n": \{ "k": \[1\] \},\n {4}\/\/ about x/);
  assert.deepEqual(valueAt(done(insertMember(text, "n", 1, { container: ["c", "d"] })), ["c"]), { d: { n: 1 } });
  const empty = '{\n  "a": {},\n}\n';
  assert.deepEqual(valueAt(done(insertMember(empty, "n", 1, { container: ["a"] }), empty), ["a"]), { n: 1 });
  assert.ok("refused" in insertMember(text, "x", 1, { container: ["a"] }));
});

test("a member that goes takes its comments along, and the last comma where there is no trailing one", () => {
  const after = done(removeMember(text, ["a", "x"]));
  assert.ok(after.startsWith('{\n  // head\n  "a": {\n    "y":'), after);
  const plain = '{\n  "a": 1,\n  // b\n  "b": 2 // two\n}\n';
  assert.equal(done(removeMember(plain, ["b"]), plain), '{\n  "a": 1\n}\n');
  assert.equal(done(removeMember(plain, ["c"]), plain), plain);
});

test("of a key that stands twice the one at a place goes, and in one line its comma goes with it", () => {
  const twice = '{\n  "a": 1,\n  // the second\n  "a": 2\n}\n';
  assert.equal(applyEdits(twice, removeMemberAt(twice, twice.indexOf('"a": 2'))), '{\n  "a": 1\n}\n');
  assert.equal(applyEdits(twice, removeMemberAt(twice, 4)), '{\n  // the second\n  "a": 2\n}\n');
  const line = '{ "a": 1, "b": 2, "a": 1 }';
  assert.deepEqual(valueAt(applyEdits(line, removeMemberAt(line, 2)), []), { b: 2, a: 1 });
  assert.deepEqual(removeMemberAt(line, 3), []);
});

test("a copy is written as its original is, under its own key", () => {
  const after = done(copyMember(text, ["a", "x"], "x2", { container: ["a"], before: "y" }));
  assert.match(after, /\/\/ and more\n {4}"x2": 1, \/\/ tail of x\n {4}"y"/);
  assert.match(after, /"x": 1, \/\/ tail of x/);
});

test("a member of another text comes with its comments, at the indentation of its new place", () => {
  const from = '{\n"x": {\n  // why\n  "deep": 1, // so\n},\n}\n';
  const after = done(copyMember(text, ["x"], "w", { container: ["b"] }, from));
  assert.match(after, /"q": 1,\n {4}"w": \{\n {6}\/\/ why\n {6}"deep": 1, \/\/ so\n {4}\}\n/);
  assert.ok("refused" in copyMember(text, ["x"], "q", { container: ["b"] }, from));
});

test("a patch says only what differs, and null for what must go", () => {
  assert.deepEqual(patchOver({ minimum: 1, title: "t" }, { maximum: 5, title: "t" }), { minimum: null, maximum: 5 });
  assert.equal(patchOver({ minimum: 1 }, { minimum: 1 }), undefined);
  assert.equal(patchOver(1, undefined), null);
  assert.equal(patchOver(undefined, undefined), undefined);
});

const parent = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/parent", "title": "主管", "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": { "standards": { "title": "工作标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
    "rate": { "title": "收缴率", "type": "number", "x-item": { "every": "month", "unit": "%", "target": { "minimum": 90 } } },
    "other": { "title": "另一项", "type": "boolean" }
  } } }
}`;
const child = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/child", "title": "客服主管", "type": "object",
  "x-extends": "https://example.com/roles/parent@1",
  "properties": { "standards": { "properties": { "rate": { "x-item": { "target": { "minimum": 95 } } } } } }
}`;
const host = { template: () => parent };

test("what is inherited is known below what the text says, and where it says nothing", () => {
  const item = ["properties", "standards", "properties", "rate"];
  assert.deepEqual(inheritedAt(child, host, [...item, "x-item", "target"]), { minimum: 90 });
  assert.equal(inheritedAt(child, host, [...item.slice(0, 3), "other", "title"]), "另一项");
  assert.equal(inheritedAt(parent, host, [...item, "title"]), undefined);
  const named = child.replace('"x-extends"', '"x-role": { "department": "客服部" }, "x-extends"');
  assert.equal(inheritedAt(named, host, ["x-role", "language"]), "zh-CN");
  assert.equal(inheritedAt(named, host, ["x-role", "department"]), undefined);
  assert.equal(inheritedAt(named, host, ["properties", "standards", "title"]), "工作标准");
  const whole = inheritedAt(named, host, []) as Record<string, unknown>;
  assert.deepEqual([whole.title, whole["x-role"]], ["主管", { language: "zh-CN" }]);
});

test("what a place says is what is written over what is inherited", () => {
  const rate = resolvedAt(child, host, ["properties", "standards", "properties", "rate"]);
  assert.deepEqual(rate, {
    title: "收缴率",
    type: "number",
    "x-item": { every: "month", unit: "%", target: { minimum: 95 } },
  });
});

test("the keys of an object are told in the order of the text, and none where the text has no object", () => {
  const text = '{ "a": { "y": 1, "x": 2 }, "b": [1] }';
  assert.deepEqual(keysAt(text, ["a"]), ["y", "x"]);
  assert.deepEqual(keysAt(text, ["b"]), []);
  assert.deepEqual(keysAt(text, ["c"]), []);
  assert.deepEqual(keysAt("{", []), []);
});
