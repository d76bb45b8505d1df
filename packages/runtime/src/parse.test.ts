import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseText } from "./parse.ts";
import { parseWhole, tokensOf } from "./syntax.ts";
import type { SyntaxNode } from "./template.ts";
import { flat, parentsHold } from "./testing/inspections.ts";
import { supervisorText } from "./testing/template-text.ts";

/** What a parser says of a text. */
function said({ tree, diagnostics }: ReturnType<typeof parseText>) {
  return structuredClone({ tree: tree && flat(tree), tokens: tree && tokensOf(tree), diagnostics });
}

/** Parses a text after the one before, and holds the answer against that of parsing it as a whole. */
function parsedAfter(before: string, text: string): SyntaxNode | undefined {
  parseText(before);
  const after = parseText(text);
  assert.deepEqual(said(after), said(parseWhole(text)), text.slice(0, 200));
  assert.ok(!after.tree || parentsHold(after.tree));
  return after.tree;
}

function wasShort(tree: SyntaxNode | undefined): boolean {
  return tree?.children?.some((child) => child.constructor !== Object) ?? false;
}

test("what stands between the entries of an object is parsed alone", () => {
  const text = '{ "a": 1, "b": { "c": 2, /* c */ "d": [3], "e": "f" } }';
  for (const [search, put] of [
    ['"d": [3], ', ""],
    ['"d": [3]', '"d": [3, 4], "n": {"o": null}'],
    ['"c": 2, ', '"c": 2, "x": 1, '],
    ['"e": "f"', '"e": "f", // last\n'],
    [', "e": "f"', ""],
    ['"c": 2, /* c */ "d": [3], "e": "f"', ""],
    ["2", "25"],
    ["1", "{}"],
  ] as const) {
    assert.ok(
      wasShort(
        parsedAfter(
          text,
          text.replace(search, () => put),
        ),
      ),
      put,
    );
  }
});

test("what reaches beyond the entries, or is none, is parsed as a whole", () => {
  const text = '{ "a": 1, "b": { "c": 2, "d": 3 } }';
  for (const [search, put] of [
    ['"c": 2,', '"c": 2'],
    ['"c": 2,', '"c": 2 }, "e": {'],
    ['"c": 2,', '"c": 2, /*'],
    ['"c": 2,', '"c": 2, //'],
    ['"c": 2,', '"c": "2,'],
    ['"c": 2,', ',"c": 2,'],
    ['"d": 3', '"d": 3 // and'],
    ['"c": 2,', '"":0}, "x": {"":0,'],
  ] as const) {
    assert.equal(
      wasShort(
        parsedAfter(
          text,
          text.replace(search, () => put),
        ),
      ),
      false,
      put,
    );
  }
});

test("caps hold for a text that grows bit by bit", () => {
  const nested = (depth: number) => `{ "first": 0, "a": ${'{"a":'.repeat(depth)}1${"}".repeat(depth)}, "z": 0 }`;
  for (const depth of [60, 61, 62, 63, 64, 65]) parsedAfter(nested(depth - 1), nested(depth));
});

test("property: after any edits the tree is that of the whole text", () => {
  const piece = fc.oneof(
    fc.constantFrom(...'0123456789.,:{}[]"\\/* \n及时'),
    fc.constantFrom(
      '"k": 1,',
      ', "k": {}',
      '"":0',
      "// x\n",
      "/* */",
      "{",
      "}",
      "/*",
      '"a": [1, 2],',
      "null",
      "-",
      "e5",
    ),
  );
  const edit = fc.record({ at: fc.nat(), remove: fc.nat(40), put: fc.array(piece, { maxLength: 4 }) });
  let short = 0;
  const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
    let text = supervisorText;
    for (const { at, remove, put } of edits) {
      const start = at % (text.length + 1);
      const next = text.slice(0, start) + put.join("") + text.slice(start + remove);
      if (wasShort(parsedAfter(text, next))) short += 1;
      text = next;
    }
  });
  fc.assert(property, { numRuns: 400 });
  assert.ok(short > 0, `${short} came the short way`);
});

test("property: entries that are moved, copied and taken out are parsed alone", () => {
  const property = fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }), (moves) => {
    let text = supervisorText;
    for (const [from, to] of moves) {
      const entries = [...text.matchAll(/^ {10}"\w+": \{[\s\S]*?^ {10}\},?\n/gm)];
      const entry = entries[from % entries.length];
      const place = entries[to % entries.length];
      if (!entry || !place || !entry[0].trimEnd().endsWith(",")) continue;
      const without = text.slice(0, entry.index) + text.slice(entry.index + entry[0].length);
      parsedAfter(text, without);
      const at = place.index > entry.index ? place.index - entry[0].length : place.index;
      const next = without.slice(0, at) + entry[0] + without.slice(at);
      parsedAfter(without, next);
      parsedAfter(text, next);
      text = next;
    }
  });
  fc.assert(property, { numRuns: 60 });
});
