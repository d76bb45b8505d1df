import assert from "node:assert/strict";
import { test } from "node:test";
import { library } from "../testing/library.ts";
import { advice, supervisorText } from "../testing/template-text.ts";

const parentId = "https://rolewright.dev/roles/test/service-supervisor";
const parent = supervisorText.replace(
  '"title": "投诉、报事抽查比例",',
  '"title": "投诉、报事抽查比例", "x-i18n": { "en": { "title": "Share of complaints checked" } },',
);
const host = library({ [parentId]: parent });

/** The findings about translations in a role that lays these members over the parent and its spot check. */
function found(members: object, spotCheck: object): string[] {
  const role = {
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/night-supervisor",
    "x-extends": `${parentId}@1`,
    ...members,
    properties: { standards: { properties: { spotCheck } } },
  };
  return advice(JSON.stringify(role), host).filter((one) => one.startsWith("extends/translation"));
}

test("a title written over an inherited one is advice while its translation is still the parent's", () => {
  assert.deepEqual(found({ title: "夜班主管", "x-i18n": { en: { title: "Night supervisor" } } }, { title: "抽查率" }), [
    'extends/translation at "抽查率"',
  ]);
  assert.deepEqual(found({ title: "夜班主管" }, {}), ['extends/translation at "夜班主管"']);
});

test("translated anew, taken out or not written anew, there is nothing to say", () => {
  const english = { "x-i18n": { en: { title: "Night supervisor" } } };
  assert.deepEqual(found({ title: "夜班主管", ...english }, {}), []);
  for (const texts of [{ title: "Checked" }, { title: null }, null]) {
    const spotCheck = { title: "抽查率", "x-i18n": { en: texts } };
    assert.deepEqual(found({ title: "夜班主管", ...english }, spotCheck), [], JSON.stringify(texts));
  }
});
