import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleResult, sampleSource, spanOf } from "./sample-result.ts";
import { marksOf, piecesOf } from "./source-marks.ts";

test("every stretch is marked by the most telling thing that stands on it", () => {
  const shown = marksOf(sampleResult()).map(({ start, end, kind }) => [sampleSource.slice(start, end), kind]);
  assert.deepEqual(shown, [
    ["客服主管", "relation"],
    ["客服经理", "relation"],
    ["大专以上学历", "qualification"],
    ["处理投诉；回访客户", "duty"],
    ["每周开一次例会", "standard"],
    ["每月25日前完成盘点", "question"],
    ["效劳满意率不低于90%", "standard"],
    ["公司在东门。", "unplaced"],
  ]);
});

test("a stretch two entries stand on names both", () => {
  const shared = marksOf(sampleResult()).find(({ start }) => start === spanOf("每周开一次例会").start);
  assert.deepEqual(shared?.keys, ["0/standards/0", "0/duties/1"]);
});

test("entries that overlap in part are cut where they begin and end, and marks never overlap", () => {
  const result = sampleResult();
  const [first] = result.descriptions[0]?.duties ?? [];
  if (first) first.spans = [{ start: spanOf("处理").start, end: spanOf("每周开").end }];
  const marks = marksOf(result);
  for (const [index, { end }] of marks.entries())
    assert.ok(end <= (marks[index + 1]?.start ?? Number.POSITIVE_INFINITY));
  const cut = marks.find(({ start }) => start === spanOf("每周开一次例会").start);
  assert.equal(sampleSource.slice(cut?.start, cut?.end), "每周开");
  assert.deepEqual(cut?.keys, ["0/standards/0", "0/duties/0", "0/duties/1"]);
});

test("the pieces of a stretch are the whole of it, marked where marks are", () => {
  const line = spanOf("每月25日前完成盘点。");
  const pieces = piecesOf(line, marksOf(sampleResult()));
  assert.deepEqual(
    pieces.map(({ start, end, mark }) => [sampleSource.slice(start, end), mark?.kind]),
    [
      ["每月25日前完成盘点", "question"],
      ["。", undefined],
    ],
  );
  assert.deepEqual(piecesOf(spanOf("任职要求"), marksOf(sampleResult())), [spanOf("任职要求")]);
});
