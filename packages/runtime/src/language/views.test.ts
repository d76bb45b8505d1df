import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspect } from "../inspect.ts";
import { compiled, supervisorText } from "../testing/template-text.ts";
import { definition } from "./definition.ts";
import { folds } from "./folding.ts";
import { type HoverPart, hover } from "./hover.ts";
import { outline } from "./outline.ts";
import { references } from "./references.ts";
import { renamable } from "./rename.ts";
import { repairsAt } from "./repairs.ts";

function parts(text: string, piece: string, context = {}): readonly HoverPart[] {
  const offset = text.indexOf(piece);
  assert.ok(offset >= 0, piece);
  return hover(text, offset + 2, context)?.parts ?? [];
}

test("a keyword is explained by the most specific text there is", () => {
  const [part] = parts(supervisorText, '"weight"');
  assert.deepEqual(part, {
    kind: "meaning",
    name: "weight",
    words: ["dialect.ItemInfo.weight", "dialect.Schema.weight"],
  });
  const [plan] = parts(supervisorText, '"plan"');
  assert.equal(plan?.kind === "meaning" && plan.words[0], "dialect.measure-deviation.plan");
});

test("a word of the dialect is explained, a free text is not", () => {
  const [month] = parts(supervisorText, '"month"');
  assert.deepEqual(month, { kind: "meaning", name: "month", words: ["language.values.every.month"] });
  assert.deepEqual(parts(supervisorText, '"客户服务系统"'), []);
});

test("an item's key leads to the item itself, for its target, due day and score in words", () => {
  const role = compiled(supervisorText);
  const [part] = parts(supervisorText, '"spotCheck"', { role });
  assert.equal(part?.kind === "item" && part.item.key, "spotCheck");
});

test("a name says what it names", () => {
  const behind = supervisorText.indexOf('"supports"');
  const found = hover(supervisorText, supervisorText.indexOf('"complaints"', behind) + 2);
  assert.deepEqual(found?.parts[0]?.kind === "name" && [found.parts[0].what, found.parts[0].name], [
    "item",
    "complaints",
  ]);
});

test("a key that changes an inherited one tells what it was, x-extends what it extends", () => {
  const parent =
    '{ "title": "主管", "properties": { "s": { "properties": { "a": { "x-item": { "weight": 20 } } } } } }';
  const child =
    '{ "x-extends": "https://example.com/lead@3", "properties": { "s": { "properties": { "a": { "x-item": { "weight": 30 } } } } } }';
  const host = { template: () => parent };
  const inherited = parts(child, '"weight"', { host }).find(({ kind }) => kind === "inherited");
  assert.deepEqual(inherited, { kind: "inherited", id: "https://example.com/lead", title: "主管", value: "20" });
  const [extended] = parts(child, '"https', { host });
  assert.deepEqual(extended, { kind: "parent", id: "https://example.com/lead", version: 3, title: "主管" });
});

test("the outline holds role, sections, items and inputs, by title", () => {
  const entries = outline(supervisorText);
  assert.deepEqual(
    entries.map(({ kind, title }) => `${kind} ${title}`),
    ["identity x-role", "section 任职标准", "section 岗位职责", "section 工作标准"],
  );
  const spotCheck = entries[3]?.children.find(({ key }) => key === "spotCheck");
  assert.deepEqual(
    spotCheck?.children.map(({ key }) => key),
    ["checked", "total"],
  );
  assert.equal(supervisorText.slice(spotCheck?.selection.start, spotCheck?.selection.end), '"spotCheck"');
});

test("an entry without a title of its own has the one it inherits", () => {
  const parent = '{ "properties": { "s": { "title": "工作标准", "properties": {} } } }';
  const child = '{ "x-extends": "https://example.com/lead@3", "properties": { "s": { "properties": { "a": {} } } } }';
  const [section] = outline(child, { host: { template: () => parent } });
  assert.deepEqual([section?.title, section?.children[0]?.title], ["工作标准", "a"]);
});

test("sections and items fold, and blocks of comments", () => {
  const text = `// one\n// two\n{\n "properties": {\n  "s": {\n   "properties": {\n    "a": {\n     "b": 1\n    },\n    "c": { "d": 2 }\n   }\n  }\n }\n}`;
  const kinds = folds(text).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["comment", "part", "part", "section", "part", "item"]);
});

test("repairs are those of the findings that the caret touches, the first preferred", () => {
  const text = supervisorText.replace('"weight": 20', '"weigth": 20');
  const { diagnostics } = inspect(text);
  const offset = text.indexOf("weigth");
  const [first] = repairsAt(diagnostics, { start: offset, end: offset });
  assert.deepEqual([first?.fix.edits[0]?.text, first?.preferred], ['"weight"', true]);
  assert.deepEqual(repairsAt(diagnostics, { start: 0, end: 1 }), []);
});

test("no offset of any text throws, and every range lies in the text", () => {
  const anyText = fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.string()).map(([at, take, put]) => {
    const place = at % supervisorText.length;
    return supervisorText.slice(0, place) + put + supervisorText.slice(place + take);
  });
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string()), fc.nat(), (text, at) => {
      const offset = at % (text.length + 2);
      const ranges = [
        hover(text, offset)?.range,
        definition(text, offset)?.range,
        renamable(text, offset)?.range,
        ...references(text, offset).map(({ range }) => range),
        ...folds(text).map(({ range }) => range),
        ...outline(text).map(({ range }) => range),
      ];
      for (const range of ranges) {
        if (range) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
      }
    }),
    { numRuns: 300 },
  );
});
