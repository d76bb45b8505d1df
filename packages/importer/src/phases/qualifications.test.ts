import assert from "node:assert/strict";
import { test } from "node:test";
import { readDescriptions } from "../read-descriptions.ts";
import { pastedText } from "../source.ts";
import { qualificationsIn } from "./qualifications.ts";

/** The parts as `kind need words`. */
function partsOf(words: string): string[] {
  return qualificationsIn(words, false, undefined, false).map(({ span, kind, need }) =>
    `${kind} ${need} ${words.slice(span.start, span.end)}`.replace(/[,;。、.\s]+$/u, ""),
  );
}

const cases: readonly (readonly [words: string, parts: readonly string[]])[] = [
  ["做事细心,有较强的写作能力。", ["trait required 做事细心", "skill required 有较强的写作能力"]],
  ["精通电路图;熟悉消防法规。", ["skill required 精通电路图", "knowledge required 熟悉消防法规"]],
  ["有护士证并具备三年以上急诊经验", ["certificate required 有护士证", "experience required 并具备三年以上急诊经验"]],
  ["能吃苦耐劳,责任心强", ["trait required 能吃苦耐劳,责任心强"]],
  ["有餐厅、酒店管理经验者优先", ["experience preferred 有餐厅、酒店管理经验者优先"]],
  ["会做视频,会 3D 建模的加分", ["skill required 会做视频", "skill preferred 会 3D 建模的加分"]],
  ["自备货车、有驾照优先", ["other preferred 自备货车", "certificate preferred 有驾照优先"]],
  ["带过十人以上班组的优先", ["experience preferred 带过十人以上班组的优先"]],
  ["了解塑料（PP、PE；含回料）性能", ["knowledge required 了解塑料（PP、PE；含回料）性能"]],
  [
    "Knowledge of fire codes; able to lift 20 kg",
    ["knowledge required Knowledge of fire codes", "other required able to lift 20 kg"],
  ],
  ["Grade 12. Fluent in Zulu and Sotho", ["education required Grade 12", "language required Fluent in Zulu and Sotho"]],
];

for (const [words, parts] of cases) {
  test(`"${words}" asks for ${parts.length}`, () => {
    assert.deepEqual(partsOf(words), parts);
  });
}

test("what asks for nothing stands beside what is asked", () => {
  const [part, ...rest] = qualificationsIn("大专以上学历,专业不限", false, undefined, false);
  assert.deepEqual([part?.span, part?.asides, rest], [{ start: 0, end: 7 }, [{ start: 7, end: 11 }], []]);
  const [none] = qualificationsIn("性别不限", false, undefined, false);
  assert.deepEqual([none?.span, none?.asides], [{ start: 0, end: 0 }, [{ start: 0, end: 4 }]]);
});

const more: readonly (readonly [words: string, parts: readonly string[]])[] = [
  ["三年以上财务经验,最好是制造业", ["experience required 三年以上财务经验", "experience preferred 最好是制造业"]],
  [
    "Five years in nursing, preferably in paediatrics or surgery",
    ["experience required Five years in nursing", "experience preferred preferably in paediatrics or surgery"],
  ],
  [
    "Hands-on experience with Docker and Terraform",
    ["experience required Hands-on experience with Docker and Terraform"],
  ],
  ["本科以上,能力突出的话大专也可以", ["education required 本科以上"]],
  ["Tamil; Telugu (added advantage)", ["language required Tamil", "language preferred Telugu (added advantage)"]],
];

for (const [words, parts] of more) {
  test(`"${words}" is read with what narrows or concedes it`, () => {
    assert.deepEqual(partsOf(words), parts);
  });
}

test("what stands behind the requirements and asks for nothing is none", () => {
  const text =
    "岗位职责\n1、养护绿地。\n2、修剪树木。\n\n任职要求\n1、高中以上学历。\n2、能吃苦耐劳。\n\n辛苦你看一下。\n\n周大力\n绿化科";
  const [description] = readDescriptions(pastedText("x", text)).descriptions;
  assert.deepEqual(
    description?.qualifications.map(({ text }) => text),
    ["高中以上学历", "能吃苦耐劳"],
  );
});

test("running text parts clauses of one kind that a list's item keeps together", () => {
  const words = "为人诚恳,能吃苦耐劳,服从安排";
  const inList = qualificationsIn(words, false, undefined, false);
  const inText = qualificationsIn(words, false, undefined, false, true);
  assert.deepEqual([inList.length, inText.length], [1, 3]);
});
