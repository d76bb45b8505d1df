import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { TextEdit } from "../diagnostic.ts";
import { applyEdits, edit } from "../edit.ts";
import { readKpi, readTemplate } from "../read.ts";
import { supervisorText } from "../testing/template-text.ts";
import { composeEdits } from "./compose.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migration.ts";
import { goalToTarget } from "./testing/goal-to-target.ts";

const fixtures = new URL("testing/fixtures/0-to-1/", import.meta.url);
const [before, after] = ["before.jsonc", "after.jsonc"].map((name) => readFileSync(new URL(name, fixtures), "utf8"));
const old = { migrations: [goalToTarget] };

/** A step that only names the new version, and one that puts a word into the title besides. */
const inName: Migration = { from: 1, to: 2, edit: () => [] };
const inTitle: Migration = {
  from: 2,
  to: 3,
  edit({ text, value }) {
    const result = edit(text, ["title"], `${String(value.title)}（新）`);
    return "edits" in result ? result.edits : [];
  },
};

test("a template of an older version is brought to the current one, with its comments, order and layout", () => {
  const result = migrate(before ?? "", old);
  assert.equal(result.text, after);
  assert.deepEqual([result.from, result.to, result.diagnostics], [0, 1, []]);
  assert.deepEqual(
    result.steps.map(({ from, to }) => [from, to]),
    [[0, 1]],
  );
  assert.ok(readTemplate(result.text).template);
});

test("the edits are as small as the change: three tokens", () => {
  const { edits } = migrate(before ?? "", old);
  assert.deepEqual(
    edits.map(({ text }) => text),
    ['"https://rolewright.dev/role/1"', '"target"', '"target"'],
  );
  assert.equal(applyEdits(before ?? "", edits), after);
});

test("a template of the current version comes back as it is, even with mistakes in it", () => {
  const mistaken = supervisorText.replace('"weight": 20', '"weigth": 20');
  for (const text of [supervisorText, mistaken]) {
    assert.deepEqual(migrate(text), { text, from: 1, to: 1, edits: [], steps: [], diagnostics: [] });
  }
});

test("several steps run one after the other and come to one list of edits to the text as it was", () => {
  const { text, edits, steps, to } = migrate(before ?? "", { migrations: [inTitle, goalToTarget, inName], current: 3 });
  assert.deepEqual(
    steps.map(({ from }) => from),
    [0, 1, 2],
  );
  assert.equal(to, 3);
  assert.equal(applyEdits(before ?? "", edits), text);
  assert.deepEqual(
    edits.map((one) => one.text),
    ['"https://rolewright.dev/role/3"', '"客服主管（新）"', '"target"', '"target"'],
  );
  assert.equal(text, after?.replace("role/1", "role/3").replace('"客服主管"', '"客服主管（新）"'));
});

test("a newer version is refused in plain words, by migration and by reading, and the text stays", () => {
  const text = supervisorText.replace("role/1", "role/7").replace('"weight": 20', '"heft": 20');
  const { diagnostics, ...rest } = migrate(text);
  assert.deepEqual(rest, { text, from: 7, to: 7, edits: [], steps: [] });
  for (const found of [diagnostics, readTemplate(text).diagnostics]) {
    assert.deepEqual(
      found.map(({ code, params, fixes, range }) => [code, params, fixes, text.slice(range.start, range.end)]),
      [["dialect/newer", { version: 7, current: 1 }, [], '"https://rolewright.dev/role/7"']],
    );
  }
});

test("a KPI of a newer library is refused likewise", () => {
  const text = '{ "$schema": "https://rolewright.dev/kpi/2", "title": "回访率" }';
  assert.deepEqual(
    readKpi(text).diagnostics.map(({ code, params }) => [code, params]),
    [["dialect/newer", { version: 2, current: 1 }]],
  );
});

test("without a step from its version a template stays as it is, with a finding", () => {
  const { text, steps, diagnostics } = migrate(before ?? "");
  assert.deepEqual([text, steps, diagnostics.map(({ code }) => code)], [before, [], ["dialect/no-way"]]);
  const gap = migrate(before ?? "", { migrations: [goalToTarget, inTitle], current: 3 });
  assert.deepEqual(
    [gap.to, gap.diagnostics.map(({ code, params }) => [code, params])],
    [1, [["dialect/no-way", { version: 1, current: 3 }]]],
  );
});

test("what is wrong with the new text is said after the last step", () => {
  const bad = (before ?? "").replace('"weight": 60', '"weight": 160');
  const { text, diagnostics } = migrate(bad, old);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
    [["schema/out-of-range", "160"]],
  );
});

test("any other text comes back as it is, with a reason", () => {
  const texts = ["", "[]", "{", '{ "$schema": 1 }', '{ "a": 1, "a": 2 }', '{ "__proto__": 1 }', "{}"];
  const foreign = supervisorText.replace(
    "https://rolewright.dev/role/1",
    "https://json-schema.org/draft/2020-12/schema",
  );
  for (const text of [...texts, foreign]) {
    const result = migrate(text, old);
    assert.deepEqual([result.text, result.edits, result.from], [text, [], undefined]);
    assert.ok(result.diagnostics.length > 0, text);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => assert.equal(migrate(text, old).text, text)),
    { numRuns: 300 },
  );
});

/** Edits that do not overlap, anywhere in a text of this length. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  return fc
    .array(fc.record({ offset: fc.nat(length), length: fc.nat(4), text: fc.string({ maxLength: 4 }) }), {
      maxLength: 5,
    })
    .map((list) => {
      let done = 0;
      return list
        .sort((a, b) => a.offset - b.offset)
        .flatMap((one) => {
          if (one.offset < done || one.offset + one.length > length) return [];
          done = one.offset + Math.max(1, one.length);
          return [one];
        });
    });
}

test("two lists of edits put together do what they do one after the other", () => {
  const cases = fc
    .string({ maxLength: 30 })
    .chain((text) =>
      editsOf(text.length).chain((first) =>
        editsOf(applyEdits(text, first).length).map((second) => ({ text, first, second })),
      ),
    );
  fc.assert(
    fc.property(cases, ({ text, first, second }) => {
      const together = composeEdits(first, second, text.length);
      assert.equal(applyEdits(text, together), applyEdits(applyEdits(text, first), second));
    }),
    { numRuns: 2000 },
  );
});
