import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findNodeAtLocation, parse, parseTree } from "jsonc-parser";
import { applyEdits, edit } from "./edit.ts";
import type { JsonObject, JsonValue } from "./json.ts";

function edited(text: string, path: (string | number)[], value: JsonValue | undefined): string {
  const result = edit(text, path, value);
  assert.ok("edits" in result, JSON.stringify(result));
  return applyEdits(text, result.edits);
}

const role = `{
  // who
  "title": "客服主管", // shown everywhere
  "x-item": {
    "weight": 20,
    "target": { "minimum": 5 },
  },
}
`;

test("a number is replaced as a whole token and nothing else is touched", () => {
  const result = edit(role, ["x-item", "weight"], 25);
  assert.deepEqual(result, { edits: [{ offset: role.indexOf("20"), length: 2, text: "25" }] });
});

test("a value that is already there needs no edit", () => {
  assert.deepEqual(edit(role, ["x-item"], { weight: 20, target: { minimum: 5 } }), { edits: [] });
});

test("a new member gets its own line, the indentation of its neighbours and their trailing comma", () => {
  assert.equal(
    edited(role, ["x-item", "unit"], "%"),
    role.replace('"minimum": 5 },\n', '"minimum": 5 },\n    "unit": "%",\n'),
  );
});

test("a new member in an object on one line stays on that line", () => {
  assert.equal(edited(role, ["x-item", "target", "maximum"], 9), role.replace("5 }", '5, "maximum": 9 }'));
});

test("a new last member brings its comma behind the old last value, before that value's comment", () => {
  assert.equal(edited('{\n  "a": 1 // one\n}', ["b"], 2), '{\n  "a": 1, // one\n  "b": 2\n}');
});

test("objects missing on the way are made", () => {
  assert.equal(edited('{\n  "a": 1\n}', ["b", "c"], true), '{\n  "a": 1,\n  "b": { "c": true }\n}');
});

test("a removed member takes its line and its comma along and leaves its neighbour's comment", () => {
  assert.equal(edited(role, ["title"], undefined), role.replace('"title": "客服主管", ', ""));
  assert.equal(edited('{\n  "a": 1,\n  "b": 2\n}', ["b"], undefined), '{\n  "a": 1\n}');
  assert.equal(edited('{ "a": 1, "b": 2 }', ["b"], undefined), '{ "a": 1 }');
  assert.equal(edited("[1, 2, 3]", [0], undefined), "[2, 3]");
});

test("an object put over an object changes only the members that differ", () => {
  const result = edit(role, ["x-item"], { weight: 20, target: { minimum: 6 } });
  assert.ok("edits" in result);
  assert.deepEqual(result.edits, [{ offset: role.indexOf("5 }"), length: 1, text: "6" }]);
});

test("members in another order change places as they are written", () => {
  const text = '{\n  "a": { "x": 1 /* keep */ },\n  // between\n  "b": 2\n}';
  assert.equal(edited(text, [], { b: 2, a: { x: 1 } }), '{\n  "b": 2,\n  // between\n  "a": { "x": 1 /* keep */ }\n}');
});

test("a new member is put behind the member it follows", () => {
  assert.equal(edited('{\n  "a": 1,\n  "c": 3\n}', [], { a: 1, b: 2, c: 3 }), '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}');
  assert.equal(edited('{\n  "c": 3\n}', [], { a: 1, c: 3 }), '{\n  "a": 1,\n  "c": 3\n}');
});

test("a list grows and shrinks where it differs", () => {
  assert.equal(edited('["请示", "执行"]', [], ["请示", "汇报", "执行"]), '["请示", "汇报", "执行"]');
  assert.equal(edited("[\n  1,\n  2,\n]", [2], 3), "[\n  1,\n  2,\n  3,\n]");
});

test("an empty object opens up and a long value is written one member per line", () => {
  assert.equal(edited("{}", ["a"], 1), '{\n  "a": 1\n}');
  assert.equal(edited('{\n  "p": {},\n}', ["p", "a"], 1), '{\n  "p": {\n    "a": 1,\n  },\n}');
});

test("Windows line ends are kept", () => {
  assert.equal(edited('{\r\n  "a": 1\r\n}', ["b"], 2), '{\r\n  "a": 1,\r\n  "b": 2\r\n}');
});

test("a text that does not parse, or has a key twice, is not edited", () => {
  for (const [text, code] of [
    ['{ "a": 1, ', "edit/text-broken"],
    ["", "edit/text-broken"],
    ['{ "a": 1, "a": 2 }', "edit/duplicate-key"],
  ] as const) {
    const result = edit(text, ["a"], 3);
    assert.equal("refused" in result && result.refused.code, code);
  }
});

test("a path through a text or past the end of a list leads nowhere", () => {
  for (const path of [["title", "x"], ["x-item", 0], [0]]) {
    const result = edit(role, path, 1);
    assert.equal("refused" in result && result.refused.code, "edit/no-such-place");
  }
});

const tolerant = { allowTrailingComma: true };
const key = fc.constantFrom("a", "b", "c", "d", "weight");
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: -99, max: 9999 }),
    fc.constantFrom("客服", "a // b", "}", ","),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** Writes a value as people might: on one line or several, with comments (numbered from 1) and trailing commas. */
function untidy(given: JsonValue, style: { lines: boolean; trailing: boolean; comments: boolean }): string {
  let comment = 0;
  const note = (line: boolean) => {
    if (!style.comments) return "";
    comment += 1;
    return line ? ` // note ${comment}.` : ` /* note ${comment}. */`;
  };
  function written(value: JsonValue, indent: string): string {
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const isList = Array.isArray(value);
    const [open, close] = isList ? "[]" : "{}";
    const inner = `${indent}  `;
    const entries = isList
      ? value.map((element: JsonValue) => written(element, inner))
      : Object.entries(value).map(([name, member]) => `"${name}": ${written(member, inner)}`);
    if (entries.length === 0) return `${open}${note(false)}${close}`;
    if (!style.lines) return `${open} ${entries.join(",")}${note(false)}${style.trailing ? "," : ""} ${close}`;
    const lines = entries.map((entry, index) => {
      const comma = index < entries.length - 1 || style.trailing ? "," : "";
      return `\n${inner}${entry}${comma}${note(true)}`;
    });
    return `${open}${lines.join("")}\n${indent}${close}`;
  }
  return written(given, "");
}

const style = fc.record({ lines: fc.boolean(), trailing: fc.boolean(), comments: fc.boolean() });
const rootObject = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });

function setAt(root: JsonValue, [step, ...below]: (string | number)[], wanted: JsonValue | undefined): JsonValue {
  if (step === undefined) return wanted ?? null;
  if (Array.isArray(root)) {
    const copy = [...root];
    if (below.length === 0 && wanted === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = setAt(copy[Number(step)] ?? null, below, wanted);
    return copy;
  }
  const copy: Record<string, JsonValue> = { ...(root as JsonObject) };
  if (below.length === 0 && wanted === undefined) delete copy[step];
  else copy[step] = setAt(copy[step] ?? {}, below, wanted);
  return copy;
}

function pathsOf(root: JsonValue): (string | number)[][] {
  if (root === null || typeof root !== "object") return [[]];
  const steps = Array.isArray(root) ? [...root.keys()] : Object.keys(root);
  const below = steps.flatMap((step) =>
    pathsOf((root as Record<string | number, JsonValue>)[step] ?? null).map((path) => [step, ...path]),
  );
  return [[], ...below];
}

test("property: a value put anywhere gives a text that says just that", () => {
  fc.assert(
    fc.property(rootObject, style, value, fc.nat(), (root, layout, wanted, pick) => {
      const text = untidy(root, layout);
      const paths = pathsOf(root);
      const path = paths[pick % paths.length] ?? [];
      const expected = setAt(root, path, wanted);
      assert.deepEqual(parse(edited(text, path, wanted), [], tolerant), expected);
    }),
    { numRuns: 1500 },
  );
});

test("property: adding a member keeps every comment", () => {
  fc.assert(
    fc.property(rootObject, style, (root, layout) => {
      const text = untidy(root, { ...layout, comments: true });
      const result = edited(text, ["fresh"], { x: [1, { y: 2 }] });
      assert.deepEqual(parse(result, [], tolerant), { ...root, fresh: { x: [1, { y: 2 }] } });
      for (const [note] of text.matchAll(/note \d+\./g))
        assert.ok(result.includes(note), `${note} is lost in\n${text}`);
    }),
    { numRuns: 1500 },
  );
});

test("property: removing a member or an element keeps every comment outside it", () => {
  fc.assert(
    fc.property(rootObject, style, fc.nat(), (root, layout, pick) => {
      const text = untidy(root, { ...layout, comments: true });
      const paths = pathsOf(root).filter((path) => path.length > 0);
      const path = paths[pick % paths.length] ?? ["none"];
      const result = edited(text, path, undefined);
      const tree = parseTree(text, [], tolerant);
      const gone = tree && findNodeAtLocation(tree, path);
      assert.deepEqual(parse(result, [], tolerant), gone ? setAt(root, path, undefined) : root);
      const inside = gone ? text.slice(gone.offset, gone.offset + gone.length) : "";
      for (const [note] of text.matchAll(/note \d+\./g)) {
        assert.ok(result.includes(note) || inside.includes(note), `${note} is lost in\n${text}\n${result}`);
      }
    }),
    { numRuns: 1500 },
  );
});

test("property: one object becomes any other by edits inside the text", () => {
  fc.assert(
    fc.property(rootObject, rootObject, style, (root, wanted, layout) => {
      const text = untidy(root, layout);
      const result = edit(text, [], wanted);
      assert.ok("edits" in result);
      assert.deepEqual(parse(applyEdits(text, result.edits), [], tolerant), wanted);
      assert.equal(
        result.edits.every(({ offset, length }) => offset >= 0 && offset + length <= text.length),
        true,
      );
    }),
    { numRuns: 1500 },
  );
});
