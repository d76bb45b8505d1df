import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspect } from "./inspect.ts";
import { inspectedAgain, replaced, wasShort } from "./testing/inspections.ts";
import { library, spotCheckText } from "./testing/library.ts";
import { supervisorText } from "./testing/template-text.ts";

const parentId = "https://rolewright.dev/roles/test/service-supervisor";
const kpiId = "https://rolewright.dev/kpis/test/spot-check";
const host = library({ [parentId]: supervisorText, [kpiId]: spotCheckText });

/** Says more about what it inherits, takes something away, and has parts of its own; one section comes as it is. */
const childText = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://rolewright.dev/roles/test/night-supervisor",
  "title": "夜班客服主管",
  "properties": {
    "standards": {
      "properties": {
        "spotCheck": { "title": "夜间抽查比例", "x-item": { "weight": 30, "target": { "minimum": 4 } } },
        "weeklyMeeting": null,
        // Of the library, with a target of its own.
        "nightCheck": {
          "x-extends": "${kpiId}@1",
          "title": "夜间巡查比例",
          "x-item": { "weight": 20, "target": { "minimum": 50 }, "evidence": "巡查记录" },
        },
        "handover": { "title": "交接班准点次数", "type": "integer", "minimum": 0,
          "x-item": { "every": "month", "unit": "次", "weight": 20, "target": { "minimum": 28 } } },
      },
    },
    "duties": { "properties": { "complaints": { "x-item": { "part": "lead" } } } },
  },
  "x-extends": "${parentId}@1",
}
`;

const first = inspect(childText, host);

test("a keystroke in an item that is inherited, in part or not at all, is answered the short way, the same", () => {
  const changes = [
    ["夜间抽查比例", "夜间的抽查比例"],
    ['"minimum": 4', '"minimum": 40'],
    ['"minimum": 50', '"minimum": 5'],
    ["巡查记录", "巡查记录本"],
    ["交接班准点次数", "交接班准时次数"],
    ['"every": "month"', '"every": "week"'],
    ['"part": "lead"', '"part": "review"'],
    ['"weight": 30,', ""],
  ] as const;
  for (const [search, put] of changes) {
    const again = inspectedAgain(replaced(childText, search, put), first, host);
    assert.ok(wasShort(first, again), search);
  }
});

test("another parent, a removal, and a null that removes nothing are read from the start, with the same answer", () => {
  const changes = [
    [`${kpiId}@1`, `${kpiId}@2`],
    [`${parentId}@1`, `${parentId}@7`],
    ['"weeklyMeeting": null', '"stockTake": null'],
    ['"evidence": "巡查记录"', '"evidence": "巡查记录", "owner": null'],
    ['"title": "交接班准点次数"', '"title": "交接班准点次数", "note": null'],
    ['"part": "lead"', '"part": "leads"'],
  ] as const;
  for (const [search, put] of changes) {
    const again = inspectedAgain(replaced(childText, search, put), first, host);
    assert.equal(wasShort(first, again), false, put);
  }
});

test("a parent that changed in between is read anew", () => {
  const raised = library({
    [parentId]: replaced(supervisorText, '"minimum": 5', '"minimum": 6'),
    [kpiId]: spotCheckText,
  });
  const text = replaced(childText, "夜间抽查比例", "夜间抽查的比例");
  assert.equal(wasShort(first, inspectedAgain(text, first, raised)), false);
  assert.equal(wasShort(first, inspectedAgain(text, first, library({}))), false);
});

test("property: after any edits the answer is that of reading from the start", () => {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(12)),
    put: fc.constantFrom(
      ...'0123456789,:{}"夜及时每周',
      '"weight": 5,',
      '"owner": null,',
      '"every": "week",',
      '"x-extends": "a",',
      '"weeklyMeeting": {},',
      "// note\n",
      "null",
      "",
    ),
  });
  const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
    let [text, previous] = [childText, first];
    for (const { at, remove, put } of edits) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + put + text.slice(start + remove);
      previous = inspectedAgain(text, previous, host);
    }
  });
  fc.assert(property, { numRuns: 100 });
});

test("property: figures and words put in place of others are answered the short way, over and over", () => {
  const tokens = [...childText.matchAll(/(?<=: )(?:\d+|"[^"]*[一-龥][^"]*")(?=[,\s])/g)].map(({ 0: token }) => token);
  const figures = fc.integer({ min: 0, max: 200 }).map(String);
  const words = fc.stringMatching(/^[一二及时等负责客服投诉每月周至少0-9%]{1,12}$/).map((text) => `"${text}"`);
  let short = 0;
  const step = fc.tuple(fc.nat(), figures, words);
  const property = fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
    let [text, previous] = [childText, first];
    for (const [pick, figure, word] of steps) {
      const token = tokens[pick % tokens.length] ?? "";
      text = text.replace(`: ${token}`, () => `: ${token.startsWith('"') ? word : figure}`);
      const again = inspectedAgain(text, previous, host);
      if (wasShort(previous, again)) short += 1;
      previous = again;
    }
  });
  fc.assert(property, { numRuns: 60 });
  assert.ok(short > 0, `${short} came the short way`);
});
