import assert from "node:assert/strict";
import { test } from "node:test";
import { moveMember, removeMember } from "@rolewright/runtime";
import fc from "fast-check";
import { mendOrigin } from "../write-edits.ts";
import {
  dutyOf,
  encounters,
  keysOf,
  make,
  meet,
  peopleOf,
  problemAfter,
  type Step,
  tell,
  twoPeople,
  type,
} from "./two-people.ts";

test("words typed into an item that a peer moves meanwhile go with it", async () => {
  for (const place of [{ container: ["duties"] }, { container: ["duties"], before: "first" }]) {
    const { a, b } = twoPeople();
    make(a, (text) => moveMember(text, ["duties", "second"], place));
    type(b, "处理投诉报修", "处理投诉、表扬与报修");
    await meet(a, b);
    assert.deepEqual(dutyOf(a, "second"), { title: "处理投诉、表扬与报修", weight: 30 });
    assert.deepEqual(keysOf(a).length, 3);
    assert.deepEqual([...a.orphans, ...b.orphans], []);
  }
});

test("a figure replaced in an item that a peer moves meanwhile is the new one, not both", async () => {
  const { a, b } = twoPeople();
  make(a, (text) => moveMember(text, ["duties", "first"], { container: ["duties"] }));
  type(b, '"weight": 20', '"weight": 25');
  await meet(a, b);
  assert.deepEqual(dutyOf(a, "first"), { title: "接待业主来访", weight: 25 });
});

test("what the one who moved an item changed in it stays beside what the other wrote", async () => {
  const { a, b } = twoPeople();
  type(a, "业主来访", "业主与租户来访");
  make(a, (text) => moveMember(text, ["duties", "first"], { container: ["duties"] }));
  type(b, '"weight": 20', '"weight": 25');
  await meet(a, b);
  assert.deepEqual(dutyOf(a, "first"), { title: "接待业主与租户来访", weight: 25 });
});

test("words typed into an item that a peer deletes are taken out and told of, and the text can be read", async () => {
  const { a, b } = twoPeople();
  make(a, (text) => removeMember(text, ["duties", "second"]));
  type(b, "处理投诉报修", "处理投诉和表扬、报修");
  await meet(a, b);
  assert.deepEqual(keysOf(a), ["first", "third"]);
  assert.deepEqual(b.orphans, ["和表扬、"]);
  assert.deepEqual(a.orphans, []);
});

test("of words of somebody who has left, whoever moved or deleted what they stand in takes care", async () => {
  for (const what of ["moved", "deleted"] as const) {
    const [away, left, other] = peopleOf([10, 20, 30], true, 1);
    assert.ok(away && left && other);
    if (what === "moved") make(away, (text) => moveMember(text, ["duties", "second"], { container: ["duties"] }));
    else make(away, (text) => removeMember(text, ["duties", "second"]));
    type(left, "处理投诉报修", "处理投诉、表扬与报修");
    await tell(left, other);
    left.close();
    const mended = new Promise<void>((resolve) => {
      away.text.observe((_, { origin }) => origin === mendOrigin && resolve());
    });
    await tell(other, away);
    await mended;
    await meet(away, other);
    if (what === "moved") assert.deepEqual(dutyOf(other, "second"), { title: "处理投诉、表扬与报修", weight: 30 });
    else assert.deepEqual([keysOf(other), away.orphans], [["first", "third"], ["、表扬与"]]);
  }
});

test("words of a third person in a moved item keep nobody from taking care of theirs", async () => {
  const [a, b, c] = peopleOf([10, 20, 30]);
  assert.ok(a && b && c);
  make(a, (text) => moveMember(text, ["duties", "second"], { container: ["duties"] }));
  type(b, "处理投诉", "当天处理投诉");
  type(c, "投诉报修", "投诉与报修");
  await meet(a, b, c);
  assert.deepEqual(dutyOf(a, "second"), { title: "当天处理投诉与报修", weight: 30 });
  assert.equal(b.text.toString(), c.text.toString());
});

test("words inside a deleted comment harm nobody and stay", async () => {
  const { a, b } = twoPeople();
  type(a, "职责", "");
  type(b, "职责", "职及责");
  await meet(a, b);
  assert.match(a.text.toString(), /\/\/ 及\n/);
  assert.deepEqual(b.orphans, []);
});

test("words go with the very item they were written into, also when a peer moves and deletes several at once", async () => {
  // Each of these once ended in a text that could not be read, in words lost, or in words in somebody else's duty.
  const found = {
    "toFront third, toFront first": "toEnd second",
    "toFront third, remove second, toFront first": "value second",
    "toEnd first, toEnd third, remove second": "value second",
    "toFront second, toFront first, remove third": "typing third",
    "toEnd second, toFront third, toFront first": "value second",
    "toEnd first, toEnd second": "value first",
    "toEnd first, paste first": "value first",
    "toFront third, toFront second": "typing second, typing third",
    "typing first, toEnd first, typing first": "toFront third",
    "typing second, toEnd second, typing second": "remove third, value first, toFront first",
  };
  for (const [mine, theirs] of Object.entries(found)) {
    for (const higher of ["first", "second"] as const) {
      const problem = await problemAfter({ mine: stepsOf(mine), theirs: stepsOf(theirs), higher });
      assert.equal(problem, undefined, `${mine} beside ${theirs}`);
    }
  }
});

function stepsOf(list: string): readonly Step[] {
  return list.split(", ").map((step) => step.split(" ") as unknown as Step);
}

test("whatever two people do at once, both end with one text that can be read, and typed words stand there once or are told of", async () => {
  // The same encounters at every run; `npm run bench -- strays` looks at many others.
  const seed = Number(process.env.SEED ?? 1);
  const property = fc.asyncProperty(encounters({ mine: 3, theirs: 2 }), async (encounter) => {
    assert.equal(await problemAfter(encounter), undefined);
  });
  await fc.assert(property, { numRuns: 300, seed });
});
