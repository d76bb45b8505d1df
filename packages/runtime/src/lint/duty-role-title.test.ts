import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, supervisorWith } from "../testing/template-text.ts";

const duty = (title: string) =>
  findings(supervisorWith(["properties", "duties", "properties", "complaints", "title"], title));

test("a duty that only repeats the role's or the section's title is a warning", () => {
  assert.deepEqual(duty("负责客服主管的工作。"), ['duty/role-title at "负责客服主管的工作。"']);
  assert.deepEqual(duty("全面履行岗位职责。"), ['duty/role-title at "全面履行岗位职责。"']);
});

test("a duty that says what is done is none", () => {
  assert.deepEqual(duty("带领客服主管的接班人。"), []);
});

test("the same in English", () => {
  const english = supervisorWith(["title"], "Cashier").replace(
    "检查日常投诉与报事。",
    "Perform the duties of the cashier.",
  );
  assert.deepEqual(findings(english), ['duty/role-title at "Perform the duties of the cashier."']);
  assert.deepEqual(findings(english.replace("duties of the cashier", "daily cash count")), []);
});
