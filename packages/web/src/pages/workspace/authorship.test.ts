import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "@rolewright/runtime";
import { authorsIn } from "./authorship.ts";

const [su, fu] = [
  { id: "1", name: "苏芮", color: 1 },
  { id: "2", name: "傅宁", color: 2 },
];

const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/clerk",
  "title": "文员",
  "type": "object",
  "properties": {
    "duties": {
      "title": "岗位职责",
      "type": "object",
      "x-section": { "kind": "duties" },
      "properties": {
        "filing": { "title": "整理档案", "type": "boolean" },
        "mail": { "title": "收发信件", "type": "boolean" }
      }
    }
  }
}
`;

/** The text as somebody's, in which others wrote some words. */
function written(words: Readonly<Record<string, typeof su | undefined>>) {
  const places = Object.entries(words).map(([each, by]) => ({
    at: text.indexOf(each),
    length: each.length,
    by: by ?? null,
  }));
  const stretches: { length: number; by: typeof su | null }[] = [];
  let at = 0;
  for (const place of places) {
    stretches.push({ length: place.at - at, by: null }, { length: place.length, by: place.by });
    at = place.at + place.length;
  }
  return { text, stretches: [...stretches, { length: text.length - at, by: null }] };
}

test("of each item and of the rest is told who wrote how many signs, most first", () => {
  const authorship = written({
    文员: fu,
    整理: su,
    档案: fu,
    '"mail": { "title": "收发信件", "type": "boolean" }': su,
  });
  const told = authorsIn(authorship, inspect(text).role).map(({ item, shares }) => [
    item?.title,
    ...shares.map(({ by, signs }) => `${by?.name ?? "-"} ${signs}`),
  ]);
  const rest = text
    .replace(/"(filing|mail)": .*/g, "")
    .replace("文员", "")
    .replace(/\s/g, "").length;
  const [filing, mail] = [
    '"filing": { "title": "", "type": "boolean" }',
    '"mail": { "title": "收发信件", "type": "boolean" }',
  ];
  assert.deepEqual(told, [
    [undefined, `- ${rest + 1}`, "傅宁 2"],
    ["整理档案", `- ${filing.replace(/\s/g, "").length}`, "苏芮 2", "傅宁 2"],
    ["收发信件", `苏芮 ${mail.replace(/\s/g, "").length}`],
  ]);
});

test("of a text that is no role the whole is told", () => {
  const [rest, ...others] = authorsIn({ text: "{ 甲乙", stretches: [{ length: 4, by: su }] }, undefined);
  assert.deepEqual([rest?.shares, others], [[{ by: su, signs: 3 }], []]);
});
