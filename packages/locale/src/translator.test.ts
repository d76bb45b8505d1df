import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, defaultLanguage, languages, negotiate } from "./index.ts";
import { flatten, textAt } from "./messages.ts";
import { translatorOf } from "./translator.ts";

const zh = (messages: Record<string, string>, missing: "throw" | "show" = "throw") =>
  translatorOf("zh-CN", (key) => messages[key], missing);

test("every language loads and answers under its own tag", async () => {
  for (const { tag } of languages) assert.equal((await createTranslator(tag)).tag, tag);
});

test("an unknown tag gets the nearest language", async () => {
  assert.equal((await createTranslator("en-GB")).tag, "en");
  assert.equal((await createTranslator("fr")).tag, defaultLanguage);
});

test("negotiation takes the first wish that exists, exactly or by language", () => {
  assert.equal(negotiate(["fr", "en-AU", "zh-CN"]), "en");
  assert.equal(negotiate(["zh-TW"]), "zh-CN");
  assert.equal(negotiate(["ZH-cn"]), "zh-CN");
  assert.equal(negotiate(["*", ""]), defaultLanguage);
  assert.equal(negotiate([]), defaultLanguage);
});

test("placeholders take numbers, decimal text, flags and lists", () => {
  const { t } = zh({ "x.a": "{value} %，{names}", "x.b": "{on, select, true {是} other {否}}", "x.c": "{none}。" });
  assert.equal(t("x.a", { value: "94.70", names: ["前台", "管家"] }), "94.70 %，前台、管家");
  assert.equal(t("x.b", { on: true }), "是");
  assert.equal(t("x.b", { on: false }), "否");
  assert.equal(t("x.c", { none: null }), "。");
});

test("a text without choices says what the full format says of it", () => {
  const given = { value: "94.70", count: 3, names: ["前台", "管家"], none: undefined, at: new Date(0) };
  const texts = [
    "",
    "保存",
    "#{count} / {value}",
    "{names}{none}{value}",
    "{value}",
    "a < b > c",
    "{count} 项：{names}。",
  ];
  for (const text of texts) {
    // A choice that says nothing sends the same text through the full format.
    const { t } = zh({ "x.plain": text, "x.full": `${text}{count, select, other {}}` });
    assert.equal(t("x.plain", given), t("x.full", given), text);
  }
  assert.equal(zh({ "x.a": "It''s {value}" }).t("x.a", given), "It's 94.70");
  assert.throws(() => zh({ "x.a": "{value} {gone}" }).t("x.a", given), /gone/);
});

test("a message may hold a less-than sign", () => {
  assert.equal(zh({ "x.a": "目标 <10 %，<b>" }).t("x.a"), "目标 <10 %，<b>");
});

test("a missing key throws in tests and is shown elsewhere", async () => {
  assert.throws(() => zh({}).t("web.none"), /web\.none/);
  assert.equal(zh({}, "show").t("web.none"), "web.none");
  assert.throws(() => zh({ "x.a": "{value}" }).t("x.a"), /value/);
  const real = await createTranslator("en");
  assert.equal(real.has("web.no-such-key"), false);
  assert.throws(() => real.t("web.no-such-key"));
});

test("decimal text is written with all its digits and grouped", () => {
  const { number } = zh({});
  assert.equal(number("94.70"), "94.70");
  assert.equal(number("12345678901234567890.5"), "12,345,678,901,234,567,890.5");
  assert.equal(number(0), "0");
});

test("a calendar day stays that day", () => {
  const { date } = zh({});
  assert.equal(date("2026-11-23"), "2026年11月23日");
  assert.equal(date("2026-11-23", { weekday: "long" }), "星期一");
  assert.equal(date(new Date("2026-11-23T20:00:00Z"), { timeZone: "Asia/Shanghai" }), "2026年11月24日");
});

test("nested and dotted keys are the same key, and writing one twice is refused", () => {
  assert.deepEqual(
    [...flatten({ web: { shell: { "a/b": "1" }, "shell.c": "2" } })],
    [
      ["web.shell.a/b", "1"],
      ["web.shell.c", "2"],
    ],
  );
  assert.throws(() => flatten({ web: { shell: { a: "1" }, "shell.a": "2" } }), /web\.shell\.a/);
});

test("each text is found under its full key, however its names are written, and under no other", async () => {
  const made = { web: { shell: { "a/b": "1" }, "shell.c": "2" } };
  assert.deepEqual(
    ["web.shell.a/b", "web.shell.c", "web.shell", "web.shell.c.d", "web.constructor.name"].map((key) =>
      textAt(made, key),
    ),
    ["1", "2", undefined, undefined, undefined],
  );
  for (const language of languages) {
    const messages = await language.load();
    for (const [key, text] of flatten(messages)) assert.equal(textAt(messages, key), text, key);
  }
});
