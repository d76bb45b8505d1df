import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inspect } from "./inspect.ts";
import { parseText } from "./parse.ts";

const keys = Array.from({ length: 400 }, (_, index) => `standard${index}`);

/** A section of many items whose titles are long enough to be cut from the text, not copied. */
function section(title: string, prefix: string) {
  const item = (key: string) => [
    prefix + key,
    { title: `${title}里按时完成的第 ${key} 件事情的比例`, type: "number", "x-item": { every: "month" } },
  ];
  const kind = { kind: "competencies" };
  return { title, type: "object", "x-section": kind, properties: Object.fromEntries(keys.map(item)) };
}

const written = JSON.stringify({
  $schema: "https://rolewright.dev/role/1",
  $id: "https://rolewright.dev/roles/test/long-session",
  title: "测试岗位",
  type: "object",
  "x-role": { language: "zh-CN" },
  properties: { first: section("甲部分", "a"), second: section("乙部分", "b") },
});

/** Bytes in use once all that nobody needs is gone. */
function inUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

test("a long session of keystrokes, now here, now there, keeps nothing of the texts and trees before", () => {
  let text = written;
  let previous = inspect(text);
  const steps = 120;
  const before = inUse();
  for (let step = 0; step < steps; step += 1) {
    const part = step % 2 === 0 ? "甲部分里" : "乙部分里";
    text = text.replace(part, () => `${part}又`);
    previous = inspect(text, undefined, { previous });
    parseText(text);
  }
  const grown = inUse() - before;
  assert.ok(previous.role);
  // Each text takes two bytes a sign.
  assert.ok(grown < 20 * 2 * text.length, `${grown} bytes after ${steps} keystrokes in a text of ${text.length} signs`);
});
