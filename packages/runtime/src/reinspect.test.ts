import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diagnose } from "./diagnose.ts";
import { inspect } from "./inspect.ts";
import { inspectedAgain, replaced, wasShort } from "./testing/inspections.ts";
import { supervisorText } from "./testing/template-text.ts";

const first = inspect(supervisorText);

test("a keystroke inside an item is answered the short way, with the same answer", () => {
  const changes = [
    ["投诉、报事抽查比例", "投诉、报事的抽查比例"],
    ['"minimum": 5', '"minimum": 50'],
    ['"every": "week"', '"every": "month"'],
  ] as const;
  for (const [search, put] of changes) {
    const again = inspectedAgain(replaced(supervisorText, search, put), first);
    assert.ok(wasShort(first, again), search);
  }
});

test("what is not inside one item, or is not whole, is read from the start, with the same answer", () => {
  const changes = [
    ['"title": "客服主管"', '"title": "客服经理"'],
    ['"title": "工作标准"', '"title": "标准"'],
    ['"minimum": 5', '"minimum": 5 /*'],
    ['"minimum": 5', '"minimum": 5 }'],
    ['"minimum": 5', '"minimum": "5"'],
    ['"minimum": 5', '"minimum": 5, "minimum": 6'],
    ['"minimum": 5', '"minimum": 5, "pattern": "("'],
    ['"title": "投诉、报事抽查比例",', ""],
  ] as const;
  for (const [search, put] of changes) {
    const again = inspectedAgain(replaced(supervisorText, search, put), first);
    assert.equal(wasShort(first, again), false, put);
  }
});

test("a text that was broken for a while goes on from where it was whole", () => {
  const broken = inspect(replaced(supervisorText, '"minimum": 5', '"minimum": '), undefined, { previous: first });
  assert.equal(broken.template, undefined);
  assert.ok(wasShort(first, inspectedAgain(replaced(supervisorText, '"minimum": 5', '"minimum": 55'), broken)));
});

test("severities are those asked for now, not those of the time before", () => {
  const vague = replaced(supervisorText, "投诉、报事抽查比例", "及时抽查投诉");
  const previous = inspect(vague, undefined, { severities: { wording: "off" } });
  const options = { severities: { wording: "error" }, previous } as const;
  const again = inspect(replaced(vague, "及时抽查投诉", "及时抽查投诉事"), undefined, options);
  assert.ok(again.diagnostics.some(({ code, severity }) => code === "wording/vague" && severity === "error"));
});

/** What people do to a text: type, delete, overwrite. Biased to pieces that mean something in a template. */
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(12)),
  put: fc.oneof(
    fc.constantFrom(...'0123456789.,:{}[]"\\ \n及时约等每周月年'),
    fc.constantFrom(
      '"weight": 5,',
      '"every": "week",',
      "// note\n",
      "/* */",
      "null",
      "不低于90%",
      '"x-extends": "a",',
      "至少",
    ),
    fc.constant(""),
  ),
});

test("property: after any edits the answer is that of reading from the start", () => {
  let short = 0;
  const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
    let text = supervisorText;
    let previous = first;
    for (const { at, remove, put } of edits) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + put + text.slice(start + remove);
      const again = inspectedAgain(text, previous);
      if (wasShort(previous, again)) short += 1;
      previous = again;
    }
  });
  fc.assert(property, { numRuns: 150 });
  assert.ok(short > 0, `${short} came the short way`);
});

test("property: figures and words put in place of others are answered the short way, over and over", () => {
  const tokens = [...supervisorText.matchAll(/(?<=: )(?:\d+|"[^"]*[一-龥][^"]*")(?=,?\s)/g)].map(
    ({ 0: token }) => token,
  );
  const figures = fc.integer({ min: 0, max: 200 }).map(String);
  const words = fc.stringMatching(/^[一二及时等负责客服投诉每月周至少0-9%]{1,12}$/).map((text) => `"${text}"`);
  const property = fc.property(
    fc.array(fc.tuple(fc.nat(), figures, words), { minLength: 1, maxLength: 8 }),
    (steps) => {
      let text = supervisorText;
      let previous = first;
      for (const [pick, figure, word] of steps) {
        const token = tokens[pick % tokens.length] ?? "";
        text = text.replace(`: ${token}`, () => `: ${token.startsWith('"') ? word : figure}`);
        previous = inspectedAgain(text, previous);
      }
    },
  );
  fc.assert(property, { numRuns: 100 });
});

test("items that are added, taken out and moved are answered the short way, with the same answer", () => {
  const [first = "", second = "", ...rest] = itemLines(supervisorText);
  const last = rest.at(-1) ?? "";
  const list = supervisorText;
  const again = (text: string) => wasShort(before, inspectedAgain(text, before));
  const before = inspect(list);
  assert.ok(again(list.replace(first + second, () => second + first)), "moved");
  assert.ok(again(list.replace(first, "")), "taken out");
  assert.ok(again(list.replace(second, () => second + second.replace(/"(\w+)"/, '"$1Again"'))), "added");
  assert.ok(again(list.replace(last, () => last + last.replace(/"(\w+)"/, '"$1Again"'))), "added behind");
  assert.equal(again(list.replace(second, () => second + second)), false, "twice");
  assert.equal(again(list.replace(second, () => second + second.replace(/"(\w+)"/, '"7"'))), false, "a number as key");
  assert.equal(again(list.replace(second, () => `${second}"x": null,\n`)), false, "nothing");
});

test("what is found about a section stays when an item goes whose key is the language of the section's translations", () => {
  const text = `{ "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/lead", "title": "主管",
    "type": "object", "x-role": { "language": "zh-CN" }, "properties": { "duties": {
      "title": "职责", "type": "object", "x-section": { "kind": "duties" }, "x-i18n": { "en": { "title": "Duties, done promptly" } },
      "properties": {
        "en": { "title": "英语接待", "type": "boolean" },
        "calls": { "title": "接听来电", "type": "boolean" }
      } } } }`;
  const before = inspect(text);
  const after = inspectedAgain(replaced(text, '"en": { "title": "英语接待", "type": "boolean" },', ""), before);
  assert.ok(wasShort(before, after));
  assert.ok(after.diagnostics.some(({ code, path }) => code === "wording/vague" && path.includes("x-i18n")));
});

test("what would be written elsewhere follows the lines of the text as they are now", () => {
  const crlf = replaced(supervisorText, '"unit": "%",', '"unit": "%",\r\n          ');
  const before = inspect(replaced(supervisorText, '"score": { "kind": "pass" }', '"owner": "甲"'));
  const unscored = replaced(crlf, '"score": { "kind": "pass" }', '"owner": "甲"');
  assert.ok(before.diagnostics.some(({ code }) => code === "score/missing"));
  inspectedAgain(before.template?.text ?? "", inspectedAgain(unscored, before));
});

/** The items of the last section that has several, each with its lines and comma. */
function itemLines(text: string): string[] {
  return [...text.slice(text.lastIndexOf('"x-section"')).matchAll(/^ {8}"\w+": \{[\s\S]*?^ {8}\},?\n/gm)].map(
    ([all]) => all,
  );
}

test("property: after items were moved, copied, taken out and changed, the answer is that of reading from the start", () => {
  const step = fc.record({
    what: fc.constantFrom("move", "copy", "copy into", "remove", "remove several", "type", "swap and type"),
    from: fc.nat(),
    to: fc.nat(),
  });
  let short = 0;
  const property = fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
    let text = supervisorText;
    let previous = first;
    for (const [index, { what, from, to }] of steps.entries()) {
      text = changedList(text, { what, from, to, mark: `Again${index}` });
      const again = inspectedAgain(text, previous);
      if (wasShort(previous, again)) short += 1;
      previous = again;
    }
  });
  fc.assert(property, { numRuns: 150 });
  assert.ok(short > 0, `${short} came the short way`);
});

interface ListChange {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}

/** One item of any section, with its comma, and what people do with it. */
function changedList(text: string, { what, from, to, mark }: ListChange): string {
  const items = [...text.matchAll(/^ {8}"\w+": \{[\s\S]*?^ {8}\},\n/gm)];
  const item = items[from % items.length];
  const place = items[to % items.length];
  if (!item || !place) return text;
  const [lines] = item;
  const copy = lines.replace(/"(\w+)"/, (_all, key) => `"${key}${mark}"`);
  const put = (at: number, piece: string, into: string) => into.slice(0, at) + piece + into.slice(at);
  const without = text.slice(0, item.index) + text.slice(item.index + lines.length);
  const there = place.index > item.index ? place.index - lines.length : place.index;
  const changes: Record<string, () => string> = {
    move: () => put(there, lines, without),
    copy: () => put(item.index, copy, text),
    "copy into": () => put(place.index, copy, text),
    remove: () => without,
    "remove several": () =>
      text.slice(0, Math.min(item.index, place.index)) + text.slice(Math.max(item.index, place.index)),
    type: () => put(item.index + lines.indexOf('": "') + 4, "至少", text),
    "swap and type": () => put(there, lines.replace('": "', '": "及时'), without),
  };
  return changes[what]?.() ?? text;
}

test("a role found the short way is frozen, and is one that everything else can work with", () => {
  const { role, template, diagnostics } = inspect(replaced(supervisorText, '"minimum": 5', '"minimum": 6'), undefined, {
    previous: first,
  });
  assert.ok(role && template && Object.isFrozen(role) && Object.isFrozen(role.sections[2]?.items[0]?.source.range));
  assert.deepEqual(diagnose(role, template), diagnostics);
});
