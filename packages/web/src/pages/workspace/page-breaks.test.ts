import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesOf, type Unit } from "./page-breaks.ts";

/** Units of these heights one below the other; `keep` and `head` by index. */
function flow(heights: readonly number[], keep: readonly number[] = [], heads: Record<number, number> = {}): Unit[] {
  let top = 0;
  return heights.map((height, index) => {
    top += height;
    return { top: top - height, bottom: top, keep: keep.includes(index), head: heads[index] ?? 0 };
  });
}

test("what fits on one page has no break, and the rest of the page is told", () => {
  assert.deepEqual(pagesOf(flow([40, 40]), 100), { breaks: [], rest: 20 });
  assert.deepEqual(pagesOf([], 100), { breaks: [], rest: 100 });
});

test("a part that does not fit begins the next page", () => {
  assert.deepEqual(pagesOf(flow([60, 30, 30, 90]), 100), {
    breaks: [
      { before: 2, rest: 10 },
      { before: 3, rest: 70 },
    ],
    rest: 10,
  });
});

test("a heading and a table's head go over with what follows them", () => {
  assert.deepEqual(pagesOf(flow([50, 20, 20, 40], [1, 2]), 100).breaks, [{ before: 1, rest: 50 }]);
});

test("a heading that begins a page stays there, even where what follows does not fit", () => {
  assert.deepEqual(pagesOf(flow([50, 60, 70], [1]), 100).breaks, [
    { before: 1, rest: 50 },
    { before: 2, rest: 40 },
  ]);
});

test("the table head that is repeated takes its room on the next page", () => {
  const heads = { 1: 30, 2: 30, 3: 30 };
  assert.deepEqual(pagesOf(flow([60, 50, 15, 20], [], heads), 100).breaks, [
    { before: 1, rest: 40 },
    { before: 3, rest: 5 },
  ]);
});

test("a part higher than a page stands on one of its own", () => {
  assert.deepEqual(pagesOf(flow([30, 150, 30]), 100), {
    breaks: [
      { before: 1, rest: 70 },
      { before: 2, rest: 0 },
    ],
    rest: 70,
  });
});
