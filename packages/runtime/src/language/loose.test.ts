import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseText } from "../parse.ts";
import type { SyntaxNode } from "../template.ts";
import { supervisorText } from "../testing/template-text.ts";
import { type LooseText, type LooseValue, parseLoose } from "./loose.ts";

/** Everything a tree says, as plain data. */
function plain({ text, root }: LooseText): unknown {
  return root && plainValue(text, root);
}

function plainValue(text: string, value: LooseValue): unknown {
  const { kind, start, end, closed } = value;
  if (kind === "array") return { start, end, closed, elements: value.elements.map((one) => plainValue(text, one)) };
  if (kind !== "object") return { kind, start, end, closed };
  const members = value.members.map((member) => [
    member.name,
    member.keyStart,
    member.keyEnd,
    member.colon >= 0,
    member.value && plainValue(text, member.value),
  ]);
  return { start, end, closed, members };
}

/** The strict parser's tree in the same words. */
function strict(node: SyntaxNode): unknown {
  const [start, end] = [node.offset, node.offset + node.length];
  const children = node.children ?? [];
  if (node.type === "array") return { start, end, closed: true, elements: children.map(strict) };
  if (node.type !== "object") {
    const kind = node.type === "string" || node.type === "number" ? node.type : "word";
    return { kind, start, end, closed: true };
  }
  const members = children.map(({ children: [key, value] = [] }) => [
    key?.value,
    key?.offset,
    (key?.offset ?? 0) + (key?.length ?? 0),
    true,
    value && strict(value),
  ]);
  return { start, end, closed: true, members };
}

/** Text that is mostly right, with signs put in and taken out. */
const mistyped = fc
  .array(
    fc.record({
      at: fc.nat(),
      take: fc.nat({ max: 6 }),
      put: fc.constantFrom(
        "",
        "{",
        "}",
        "[",
        "]",
        '"',
        ",",
        ":",
        "\n",
        "//",
        "/*",
        "*/",
        "\\",
        '"a": ',
        "1",
        "词",
        " ",
      ),
    }),
    { maxLength: 5 },
  )
  .map((changes) =>
    changes.reduce((text, { at, take, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + take);
    }, supervisorText),
  );

test("a text without mistakes is read as the strict parser reads it", () => {
  const { tree } = parseText(supervisorText);
  assert.ok(tree);
  assert.deepEqual(plain(parseLoose(supervisorText)), strict(tree));
});

test("any JSON is read as the strict parser reads it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.object(), fc.array(fc.anything())), fc.nat({ max: 3 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { tree } = parseText(text);
      if (tree?.type !== "object" && tree?.type !== "array") return;
      assert.deepEqual(plain(parseLoose(text)), strict(tree));
    }),
  );
});

test("reading on from what was read before gives the same as reading all of it", () => {
  const first = parseLoose(supervisorText);
  fc.assert(
    fc.property(mistyped, mistyped, (one, other) => {
      const read = parseLoose(one, first);
      assert.deepEqual(plain(read), plain(parseLoose(one)));
      assert.deepEqual(read.comments, parseLoose(one).comments);
      const again = parseLoose(other, read);
      assert.deepEqual(plain(again), plain(parseLoose(other)));
      assert.deepEqual(again.comments, parseLoose(other).comments);
    }),
    { numRuns: 300 },
  );
});

test("a missing quote ends with its line, and a missing bracket costs nobody else theirs", () => {
  const { root } = parseLoose('{\n "a": "one,\n "b": [1, 2,\n "c": { "d": 3 }\n}');
  assert.deepEqual(
    root?.members.map(({ name }) => name),
    ["a", "b"],
  );
  assert.equal(root?.closed, true);
  assert.equal(root?.members[1]?.value?.closed, false);
});

test("a key behind a colon is a key when a colon of its own follows", () => {
  const { root } = parseLoose('{ "every": \n "unit": "%" }');
  assert.deepEqual(
    root?.members.map(({ name, value }) => [name, value?.kind]),
    [
      ["every", undefined],
      ["unit", "string"],
    ],
  );
});
