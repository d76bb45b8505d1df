import assert from "node:assert/strict";
import { test } from "node:test";
import { positionOf, positionsIn } from "./index.ts";

test("lines and columns count from 1, columns in UTF-16 code units", () => {
  const text = "甲\n😀乙\r\n\n丙";
  const positions = positionsIn(text);
  const places = ["甲", "\n", "😀", "乙", "\r", "丙"].map((part) => positions(text.indexOf(part)));
  assert.deepEqual(
    places.map(({ line, column }) => `${line}:${column}`),
    ["1:1", "1:2", "2:1", "2:3", "2:4", "4:1"],
  );
});

test("an offset outside the text is its nearest end", () => {
  assert.deepEqual(positionOf("", 0), { line: 1, column: 1 });
  assert.deepEqual(positionOf("甲\n乙", 99), { line: 2, column: 2 });
  assert.deepEqual(positionOf("甲\n乙", -1), { line: 1, column: 1 });
});
