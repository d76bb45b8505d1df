import assert from "node:assert/strict";
import { test } from "node:test";
import { type ImportResult, type ListName, placesToCheck, reviewCounts } from "./import-result.ts";
import {
  accept,
  answer,
  change,
  correct,
  keepWords,
  measure,
  merge,
  move,
  passOver,
  placeWords,
  remove,
  split,
  writeField,
  writePurpose,
  writeSubordinates,
} from "./result-edits.ts";
import { sampleResult, sampleSource, spanOf } from "./sample-result.ts";

const at = (list: ListName, index: number) => ({ description: 0, list, index });
const role = (result: ImportResult) => result.descriptions[0] ?? assert.fail("there is a description");

test("no edit changes the result it starts from", () => {
  const result = sampleResult();
  const before = structuredClone(result);
  accept(result, [at("standards", 2)]);
  change(result, at("duties", 0), { text: "受理投诉" });
  writeField(result, 0, "title", "主管");
  remove(result, at("duties", 0));
  move(result, at("standards", 1), "duties");
  split(result, at("duties", 0), ["处理投诉", "回访客户"], sampleSource);
  merge(result, at("duties", 1));
  measure(result, at("duties", 0));
  placeWords(result, 0, 0, "others", sampleSource);
  answer(result, [0], true);
  correct(result, [0]);
  assert.deepEqual(result, before);
});

test("what is unsure or in question waits for a look until it is accepted or answered", () => {
  const result = sampleResult();
  assert.deepEqual(placesToCheck(result, 0), [at("standards", 1), at("standards", 2)]);
  const answered = answer(accept(result, [at("standards", 2)]), [0], false);
  assert.deepEqual(reviewCounts(answered), { all: 6, open: 0 });
  assert.equal(role(answered).standards[1]?.deadline?.inclusive, false);
  assert.equal(role(answered).standards[1]?.confidence, 1);
  assert.deepEqual(answered.ambiguities, []);
});

test("a question follows its entry to another place and another list, and goes when the entry goes", () => {
  const result = sampleResult();
  const shifted = remove(result, at("standards", 0));
  assert.equal(shifted.ambiguities[0]?.path, "/descriptions/0/standards/0/deadline/inclusive");
  const moved = move(result, at("standards", 1), "duties");
  assert.equal(moved.ambiguities[0]?.path, "/descriptions/0/duties/2/deadline/inclusive");
  assert.deepEqual(remove(result, at("standards", 1)).ambiguities, []);
});

test("a standard follows the duty in whose words it stands", () => {
  const result = sampleResult();
  assert.equal(role(remove(result, at("duties", 0))).standards[0]?.duty, 0);
  assert.equal(role(split(result, at("duties", 0), ["处理投诉", "回访客户"], sampleSource)).standards[0]?.duty, 2);
  assert.equal("duty" in (role(remove(result, at("duties", 1))).standards[0] ?? {}), false);
});

test("words taken out are listed as unplaced, unless something else stands on them", () => {
  const result = sampleResult();
  assert.deepEqual(remove(result, at("duties", 0)).unplaced, [spanOf("处理投诉；回访客户"), spanOf("公司在东门。")]);
  assert.deepEqual(remove(result, at("duties", 1)).unplaced, result.unplaced, "the standard still holds them");
});

test("an entry that moves keeps what its new list can say, in the order of the source", () => {
  const moved = move(sampleResult(), at("standards", 2), "qualifications");
  assert.deepEqual(role(moved).qualifications[1], {
    text: "效劳满意率不低于90%",
    spans: [spanOf("效劳满意率不低于90%")],
    confidence: 1,
    kind: "other",
    need: "required",
  });
  const back = move(sampleResult(), at("qualifications", 0), "duties");
  assert.deepEqual(
    role(back).duties.map(({ text }) => text),
    ["大专以上学历", "处理投诉；回访客户", "每周开一次例会"],
  );
});

test("each part of a split entry points at its own words, and merging joins words and spans", () => {
  const parted = split(sampleResult(), at("duties", 0), ["处理投诉", "回访客户"], sampleSource);
  assert.deepEqual(
    role(parted)
      .duties.slice(0, 2)
      .map(({ text, spans }) => ({ text, spans })),
    [
      { text: "处理投诉", spans: [spanOf("处理投诉")] },
      { text: "回访客户", spans: [spanOf("回访客户")] },
    ],
  );
  const joined = merge(parted, at("duties", 1));
  assert.equal(role(joined).duties[0]?.text, "处理投诉，回访客户");
  assert.deepEqual(role(joined).duties[0]?.spans, [spanOf("处理投诉"), spanOf("回访客户")]);
});

test("a duty turned into a measure stays, and its standard says which duty it measures", () => {
  const measured = measure(sampleResult(), at("duties", 0));
  assert.equal(role(measured).duties.length, 2);
  assert.deepEqual(role(measured).standards[0], {
    text: "处理投诉；回访客户",
    spans: [spanOf("处理投诉；回访客户")],
    confidence: 1,
    duty: 0,
  });
});

test("unplaced words get a place, or are passed over as layout", () => {
  const placed = placeWords(sampleResult(), 0, 0, "others", sampleSource);
  assert.deepEqual(role(placed).others, [
    { text: "公司在东门。", spans: [spanOf("公司在东门。")], confidence: 1, section: "other" },
  ]);
  assert.deepEqual(placed.unplaced, []);
  const passed = passOver(sampleResult(), [0]);
  assert.deepEqual([passed.unplaced, passed.layout], [[], [spanOf("公司在东门。")]]);
});

test("a correction changes the words that stand on its place and is offered no more", () => {
  const corrected = correct(sampleResult(), [0]);
  assert.equal(role(corrected).standards[2]?.text, "服务满意率不低于90%");
  assert.deepEqual(corrected.corrections, []);
  assert.equal(role(keepWords(sampleResult(), [0])).standards[2]?.text, "效劳满意率不低于90%");
});

test("a field is written, and an emptied one gives its words up", () => {
  const named = writeField(sampleResult(), 0, "department", "客服部");
  assert.deepEqual(role(named).department, { text: "客服部", spans: [], confidence: 1 });
  const emptied = writeField(sampleResult(), 0, "superior", "");
  assert.equal(role(emptied).superior, undefined);
  assert.deepEqual(emptied.unplaced[0], spanOf("客服经理"));
});

test("where nothing was read, words that are placed begin a description", () => {
  const result: ImportResult = { ...sampleResult(), descriptions: [], ambiguities: [], corrections: [] };
  const placed = placeWords({ ...result, unplaced: [spanOf("处理投诉；回访客户")] }, 0, 0, "duties", sampleSource);
  assert.deepEqual(placed.unplaced, []);
  assert.deepEqual(role(placed).duties, [
    { text: "处理投诉；回访客户", spans: [spanOf("处理投诉；回访客户")], confidence: 1 },
  ]);
});

test("the purpose is written as one text on the words it was read from, and taken away by an empty one", () => {
  const result = sampleResult();
  const said = { text: "公司在东门", spans: [spanOf("公司在东门。")], confidence: 0.7 };
  const [first] = result.descriptions;
  const given = { ...result, unplaced: [], descriptions: [{ ...first, purpose: [said] }] } as ImportResult;
  const written = writePurpose(given, 0, "守好东门");
  assert.deepEqual(role(written).purpose, [{ text: "守好东门", spans: said.spans, confidence: 1 }]);
  const gone = writePurpose(written, 0, "");
  assert.deepEqual(role(gone).purpose, []);
  assert.deepEqual(gone.unplaced, said.spans);
});

test("subordinates are written as names: known ones keep their words, those taken out give theirs up", () => {
  const result = sampleResult();
  const [first] = result.descriptions;
  const known = ["处理投诉", "回访客户"].map((text) => ({ text, spans: [spanOf(text)], confidence: 0.7 }));
  const given = { ...result, unplaced: [], descriptions: [{ ...first, duties: [], subordinates: known }] };
  const written = writeSubordinates(given as ImportResult, 0, ["回访客户", "前台"]);
  assert.deepEqual(role(written).subordinates, [known[1], { text: "前台", spans: [], confidence: 1 }]);
  assert.deepEqual(written.unplaced, [spanOf("处理投诉")]);
});
