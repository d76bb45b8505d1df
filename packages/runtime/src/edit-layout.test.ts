import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf, lineIndent } from "./edit-layout.ts";
import { parseText } from "./parse.ts";

test("the layout of a text is read once for all edits of its tree, and anew for another text", () => {
  const text = '{\n    "a": 1\n}';
  const { tree } = parseText(text);
  assert.ok(tree);
  const layout = layoutOf(text, tree);
  assert.equal(layout.step, "    ");
  assert.equal(layoutOf(text, tree), layout);
  assert.equal(layoutOf(`${text}\r\n`, tree).newline, "\r\n");
});

test("the indentation is that of the line an offset is in, also when texts take turns", () => {
  const [lines, line] = ['{\n  "a": {\n\t"b": 1 }\n}', '   { "a": { "b": 1 } }'];
  for (let turn = 0; turn < 2; turn += 1) {
    assert.equal(lineIndent(lines, 0), "");
    assert.equal(lineIndent(lines, lines.indexOf('"a"')), "  ");
    assert.equal(lineIndent(lines, lines.indexOf("1")), "\t");
    assert.equal(lineIndent(lines, 3), " ");
    assert.equal(lineIndent(lines, lines.length), "");
    assert.equal(lineIndent(line, line.indexOf("1")), "   ");
  }
});
