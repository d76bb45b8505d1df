import assert from "node:assert/strict";
import { test } from "node:test";
import { slowPart } from "./pattern-cost.ts";

const slow: readonly [pattern: string, part: string, mended?: string][] = [
  ["^(a+)+$", "(a+)+", "^a+$"],
  ["^([a-z]*)+x", "([a-z]*)+", "^[a-z]*x"],
  ["^(?:\\d+)*$", "(?:\\d+)*", "^\\d*$"],
  ["^((a+)+)$", "(a+)+", "^(a+)$"],
  ["^(a+)+?$", "(a+)+?"],
  ["^(\\w+\\s?)*$", "(\\w+\\s?)*"],
  ["^(.*,)*$", "(.*,)*"],
  ["^((ab)+)+$", "((ab)+)+"],
  ["^([a-z]{1,3})+$", "([a-z]{1,3})+"],
  ["^(aa?)+$", "(aa?)+"],
  ["^(a+){2,}$", "(a+){2,}"],
  ["^(a|a)*$", "(a|a)*"],
  ["^(\\w|\\d)+$", "(\\w|\\d)+"],
  ["^(.|\\s)*$", "(.|\\s)*"],
  ["^(a|aa)+$", "(a|aa)+"],
];

for (const [pattern, part, mended] of slow) {
  test(`${pattern} may hang other validators`, () => {
    const found = slowPart(pattern);
    assert.deepEqual([found?.part, found?.mended], [part, mended]);
  });
}

const harmless = [
  "^\\d+$",
  "^(\\d+,)*\\d+$",
  "^(\\w+\\s)*$",
  "^(a|b)*$",
  "^(.|\\n)*$",
  "^(\\s|\\S)*$",
  "^(ab+c)+$",
  "^(-?\\d)+$",
  "^(a+)?$",
  "^(a+){2}$",
  "^[a-z]+(-[a-z]+)*$",
  "^[(a+)+]$",
  "^\\(a+\\)+$",
  "^(\\d{4})+$",
  "^\\p{Lu}{2}-\\d{3}$",
  "^(KF|GC)-[0-9]{4}(0[1-9]|1[0-2])$",
];

for (const pattern of harmless) {
  test(`${pattern} hangs nobody`, () => assert.equal(slowPart(pattern), undefined));
}

test("a mended pattern matches what the one before did", () => {
  for (const pattern of ["^(a+)+$", "^(a*)+$", "^(a+)*$", "^(a*)*$"]) {
    const mended = slowPart(pattern)?.mended;
    assert.ok(mended);
    for (const text of ["", "a", "aaa", "ab", "ba"]) {
      assert.equal(new RegExp(mended).test(text), new RegExp(pattern).test(text), `${pattern} ${text}`);
    }
  }
});
