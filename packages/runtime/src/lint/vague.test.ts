import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import { advice, findings, fixed, standard, supervisorWith } from "../testing/template-text.ts";

const duty = ["properties", "duties", "properties", "complaints"];
const titled = (title: string) => supervisorWith([...duty, "title"], title);

test("a vague word is advice in a duty and a warning in a standard, at the word itself", () => {
  assert.deepEqual(advice(titled("及时检查日常投诉。")), ["wording/vague at 及时"]);
  const text = supervisorWith(standard("weeklyMeeting", "title"), "及时召开例会");
  assert.deepEqual(findings(text), ["wording/vague at 及时"]);
});

test("the word is found behind escapes, too", () => {
  const text = titled("检查\t“日常”投诉。X妥善处理。").replace("X", "\\u0041");
  assert.deepEqual(advice(text), ["wording/vague at 妥善"]);
});

test("a figure in the same sentence makes it concrete, one in the next does not", () => {
  assert.deepEqual(advice(titled("24 小时（含）内及时回访投诉。")), []);
  assert.deepEqual(advice(titled("及时回访投诉。24 小时值守。")), ["wording/vague at 及时"]);
  assert.deepEqual(advice(titled("Answer promptly, within 20 seconds.")), []);
  assert.deepEqual(advice(titled("Answer promptly. Work 8 hours.")), ["wording/vague at promptly"]);
});

test("the item's own cadence can stand where 定期 or regularly stood", () => {
  const mended = fixed(titled("定期检查日常投诉。"), "wording/vague");
  assert.match(mended, /"title": "每月检查日常投诉。"/);
  assert.deepEqual(advice(mended), []);
  assert.match(fixed(titled("Check complaints regularly."), "wording/vague"), /"Check complaints every month\."/);
});

test("a monthly due day can stand where 及时 stood", () => {
  const text = supervisorWith(standard("stockTake", "title"), "及时盘点固定资产");
  assert.match(fixed(text, "wording/vague"), /"title": "每月 25 日（含）前盘点固定资产"/);
});

test("nothing is made up where the item does not say it", () => {
  const [found] = inspect(titled("妥善处理投诉。")).diagnostics;
  assert.deepEqual(found?.fixes, []);
});

test("an open list can be closed", () => {
  assert.match(fixed(titled("检查投诉、报事等。"), "wording/close-list"), /"检查投诉、报事。"/);
  assert.match(
    fixed(titled("Check complaints, requests, etc."), "wording/close-list"),
    /"Check complaints, requests\."/,
  );
});

test("translations are read as well", () => {
  const text = supervisorWith([...duty, "x-i18n"], { en: { title: "Check complaints as needed." } });
  assert.deepEqual(advice(text), ["wording/vague at as needed"]);
});
