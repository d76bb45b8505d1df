import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenLanguage } from "./language.ts";

test("the stated language wins over the system's, wherever it stands", () => {
  assert.equal(chosenLanguage(["validate", "a", "--language", "en"], { LANG: "zh_CN.UTF-8" }), "en");
  assert.equal(chosenLanguage(["--language=en", "validate"], {}), "en");
});

test("the system's language is read in the order POSIX gives", () => {
  assert.equal(chosenLanguage([], { LANG: "en_GB.UTF-8" }), "en");
  assert.equal(chosenLanguage([], { LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }), "zh-CN");
});

test("a system without a language is spoken to in Chinese", () => {
  assert.equal(chosenLanguage([], { LANG: "C.UTF-8" }), "zh-CN");
  assert.equal(chosenLanguage(["--language"], {}), "zh-CN");
});
