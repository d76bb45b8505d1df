import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { layoutOf, pastedText, readSource } from "./index.ts";

const wordsOf = ({ text }: { text: string }, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

test("every line of pasted text that is not blank is a paragraph without white space at its ends", () => {
  const source = pastedText("粘贴", "\uFEFF仓储主管\r\n\r\n  一、任职要求　\r1、大专");
  assert.equal(source.text, "仓储主管\n\n  一、任职要求　\n1、大专");
  assert.deepEqual(
    wordsOf(
      source,
      source.blocks.map(({ span }) => span),
    ),
    ["仓储主管", "一、任职要求", "1、大专"],
  );
});

test("pasted text has no layout, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.deepEqual(layoutOf(pastedText("x", text)), []);
    }),
  );
});

test("what stands outside all blocks is layout", () => {
  const text = "页眉\n正文\n第 1 页\n页脚";
  assert.deepEqual(wordsOf({ text }, layoutOf({ text, blocks: [{ kind: "paragraph", span: { start: 3, end: 5 } }] })), [
    "页眉",
    "第 1 页",
    "页脚",
  ]);
});

test("GB18030 bytes are read as Chinese, UTF-8 with a byte order mark loses the mark", async () => {
  const gb = await readSource("a.txt", Uint8Array.from([0xbf, 0xcd, 0xb7, 0xfe]));
  assert.deepEqual([gb.text, gb.encoding], ["客服", "gb18030"]);
  const marked = await readSource("b.txt", new TextEncoder().encode("\uFEFF客服\r\n主管"));
  assert.equal(marked.text, "客服\n主管");
});
