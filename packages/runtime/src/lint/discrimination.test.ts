import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import { advice, findings, fixed, supervisorText, supervisorWith } from "../testing/template-text.ts";

const condition = ["properties", "qualifications", "properties", "condition"];
const stating = (title: string, more = {}) =>
  supervisorWith(condition, { title, type: "boolean", "x-item": { need: "required" }, ...more });

function found(text: string) {
  return inspect(text).diagnostics.filter(({ code }) => code.startsWith("discrimination/"));
}

test("a discriminatory condition is a warning at its words, and names whose law it falls under", () => {
  assert.deepEqual(findings(stating("大专以上学历，男性优先")), ["discrimination/sex at 男性优先"]);
  assert.deepEqual(
    [...found(stating("限男性")), ...found(stating("Males only"))].map(({ severity, params }) => [
      severity,
      params.law,
    ]),
    [
      ["warning", "cn"],
      ["warning", "us"],
    ],
  );
});

test("the condition can be taken out of the sentence", () => {
  const text = stating("大专以上学历，35周岁以下，会用电脑");
  assert.match(fixed(text, "discrimination/remove-words"), /"大专以上学历，会用电脑"/);
  assert.match(fixed(stating("限男性，会用电脑"), "discrimination/remove-words"), /"会用电脑"/);
  assert.match(fixed(stating("Able to drive; males only"), "discrimination/remove-words"), /"Able to drive"/);
});

test("an item that says nothing else can be removed", () => {
  assert.equal(fixed(stating("35周岁以下"), "discrimination/remove-item"), supervisorText);
});

test("a description that says nothing else can be removed, and the item stays", () => {
  const mended = fixed(stating("能上夜班", { description: "限男性。" }), "discrimination/remove-text");
  assert.deepEqual(found(mended), []);
  assert.match(mended, /能上夜班/);
});

test("what the work needs can stand where health or looks stood", () => {
  assert.match(fixed(stating("大专学历，五官端正"), "discrimination/reword"), /"大专学历，按岗位着装规范上岗"/);
  const mended = fixed(stating("无残疾"), "discrimination/reword");
  assert.match(mended, /能承担本岗位的工作/);
  assert.deepEqual(found(mended), []);
});

test("being in good health is advice, as it is only often meant as a bar", () => {
  assert.deepEqual(advice(stating("身体健康")), ["discrimination/health at 身体健康"]);
});

test("words that state a condition only where conditions stand are let be in duties", () => {
  const duty = ["properties", "duties", "properties", "complaints", "title"];
  assert.deepEqual(found(supervisorWith(duty, "为 35 岁以下青年开办夜校。")), []);
  assert.deepEqual(found(supervisorWith(duty, "Serve residents aged 20 to 35.")), []);
  assert.deepEqual(findings(supervisorWith(duty, "招聘管家，女生优先。")), ["discrimination/sex at 女生优先"]);
});

test("a section named after conditions states them, whatever its kind", () => {
  const section = { title: "录用条件", type: "object", "x-section": { kind: "custom" }, properties: {} };
  const text = supervisorWith(["properties", "terms"], {
    ...section,
    properties: { age: { title: "45周岁以下", type: "boolean" } },
  });
  assert.deepEqual(findings(text), ["discrimination/age at 45周岁以下"]);
});

test("an age that must only reach what the law itself sets is none, whichever way it is written", () => {
  const aged = (target: object, title = "年龄") =>
    findings(
      stating(title, { type: "number", minimum: 0, "x-item": { need: "required", unit: "岁", target: { ...target } } }),
    );
  assert.deepEqual(aged({ minimum: 18 }), []);
  assert.deepEqual(aged({ minimum: 16 }, "Age"), []);
  assert.deepEqual(aged({ minimum: 25 }), ["discrimination/age at 年龄"]);
  assert.deepEqual(aged({ minimum: 18, maximum: 45 }), ["discrimination/age at 年龄"]);
});

test("a sentence that forbids a condition states none", () => {
  assert.deepEqual(found(stating("不得要求已婚已育优先")), []);
  assert.deepEqual(found(stating("Open to all, regardless of males only traditions")), []);
});

test("conditions in a translation are found, and only the translation is mended", () => {
  const text = stating("能上夜班", { "x-i18n": { en: { title: "Works nights, males only" } } });
  assert.deepEqual(findings(text), ["discrimination/sex at males only"]);
  assert.match(fixed(text, "discrimination/remove-words"), /"Works nights"/);
});
