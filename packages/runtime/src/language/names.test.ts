import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { grammarDefinitions } from "../dialect/flat.ts";
import { applyEdits } from "../edit.ts";
import type { JsonObject } from "../json.ts";
import { isObject, objectAt } from "../json-kind.ts";
import type { TemplateHost } from "../template.ts";
import { compiled, supervisorText } from "../testing/template-text.ts";
import { definition } from "./definition.ts";
import { inputParams, linksOf } from "./links.ts";
import { looseText } from "./loose-text.ts";
import { references } from "./references.ts";
import { renamable, rename } from "./rename.ts";

/** The offset inside the first occurrence of a piece of text, behind another if given. */
function at(piece: string, behind = ""): number {
  const from = supervisorText.indexOf(behind);
  const offset = supervisorText.indexOf(piece, from);
  assert.ok(from >= 0 && offset >= 0, piece);
  return offset + 2;
}

function shown(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

const parentText = `{ "$id": "https://example.com/lead", "title": "主管", "properties": { "duties": { "x-section": { "kind": "duties" },
  "properties": { "guide": { "title": "带教新人", "type": "boolean" } } } } }`;
const host: TemplateHost = { template: (id) => (id === "https://example.com/lead" ? parentText : undefined) };
const childText = `{ "x-extends": "https://example.com/lead@1", "properties": {
  "duties": { "properties": { "guide": { "title": "带教" } } },
  "standards": { "x-section": { "kind": "standards" }, "properties": { "a": { "x-item": { "supports": ["guide"] } }, "b": {} } } } }`;

test("a duty that a standard supports is found, and so is an input that a measure names", () => {
  const duty = definition(supervisorText, at('"complaints"', '"supports"'));
  assert.ok(duty);
  assert.equal(shown(supervisorText, duty.selection), '"complaints"');
  assert.match(shown(supervisorText, duty.range), /^"complaints": \{/);
  const input = definition(supervisorText, at('"checked"', '"of"'));
  assert.match(input ? shown(supervisorText, input.range) : "", /^"checked": \{/);
});

test("a definition is found from the reference to it", () => {
  const place = definition(supervisorText, at("#/$defs/day") + 9);
  assert.match(place ? shown(supervisorText, place.range) : "", /^"day": /);
});

test("x-extends leads into the text it names, and so do inherited names and changed keys", () => {
  const parent = definition(childText, childText.indexOf("example.com"), { host });
  assert.deepEqual(parent?.elsewhere, { id: "https://example.com/lead", version: 1 });
  assert.equal(parent && shown(parentText, parent.range), '"title": "主管"');
  const unsaid = childText.replace('"guide": { "title": "带教" }', "");
  const named = definition(unsaid, unsaid.indexOf('"guide"') + 2, { host });
  assert.match(named ? shown(parentText, named.range) : "", /带教新人/);
  const changed = definition(childText, childText.indexOf('"guide"') + 2, { host });
  assert.match(changed ? shown(parentText, changed.range) : "", /带教新人/);
});

test("references are the key and every place that names it, from wherever one asks", () => {
  const fromKey = references(supervisorText, at('"checked"', '"spotCheck"'));
  const fromLink = references(supervisorText, at('"checked"', '"of"'));
  assert.deepEqual(fromKey, fromLink);
  assert.deepEqual(
    fromKey.map(({ range, isDeclaration }) => [shown(supervisorText, range), isDeclaration]),
    [
      ["checked", true],
      ["checked", false],
      ["checked", false],
    ],
  );
  assert.deepEqual(references(supervisorText, at('"x-role"')), []);
});

test("names in a formula are links, its functions and texts are not", () => {
  const text = `{ "properties": { "s": { "properties": { "a": { "properties": { "done": {}, "min": {} },
    "x-item": { "measure": { "kind": "expression", "formula": "done / 2 * max(done, 1) + (x == 'done' ? 1 : 0)" } } } } } } }`;
  assert.equal(references(text, text.indexOf('"done"') + 1).length, 3);
});

test("renaming changes the name at its key and at every link, and nothing else", () => {
  const result = rename(supervisorText, at('"complaints"', '"supports"'), "grievances");
  assert.ok("edits" in result);
  assert.ok(result.edits.every(({ length, text }) => length === "complaints".length && text === "grievances"));
  assert.equal(applyEdits(supervisorText, result.edits).includes("complaints"), false);
});

test("the compiled model after renaming any key is the same but for the key", () => {
  const { declarations } = linksOf(looseText(supervisorText));
  const before = withoutPlaces(supervisorText);
  fc.assert(
    fc.property(fc.constantFrom(...declarations), ({ member, name, kind }) => {
      const result = rename(supervisorText, member.keyStart + 1, "zzRenamedKey");
      assert.ok("edits" in result, name);
      const after = withoutPlaces(applyEdits(supervisorText, result.edits));
      assert.equal(after.replaceAll("zzRenamedKey", name), before);
      assert.ok(kind === "definition" || after !== before);
    }),
  );
});

/** The model without offsets, as text. */
function withoutPlaces(text: string): string {
  return JSON.stringify(compiled(text), (key, value: unknown) => (key === "range" ? undefined : value));
}

function refusal(text: string, offset: number, name: string, context = {}): string | undefined {
  const result = rename(text, offset, name, context);
  return "refused" in result ? result.refused.code : undefined;
}

test("a name that is no key, or is taken, is refused, and so is a text that does not parse", () => {
  const offset = at('"complaints"');
  for (const name of ["", "1st", "客诉", "a b", "__proto__", "constructor", "a".repeat(65)]) {
    assert.equal(refusal(supervisorText, offset, name), "rename/no-key", name);
  }
  assert.equal(refusal(supervisorText, offset, "stockTake"), "rename/taken");
  assert.equal(refusal(supervisorText, at('"checked"', '"spotCheck"'), "total"), "rename/taken");
  assert.equal(refusal(supervisorText, offset, "complaints"), undefined);
  assert.equal(refusal(supervisorText.replace(/\}\s*$/, ""), offset, "other"), "edit/text-broken");
  assert.equal(refusal(supervisorText, 0, "other"), "rename/nothing-here");
});

test("an inherited key keeps its name, and its name is taken", () => {
  const key = childText.indexOf('"guide"') + 2;
  assert.equal(refusal(childText, key, "other", { host }), "rename/inherited");
  const own = childText.replace('"guide": { "title": "带教" }', '"mine": { "title": "带教" }');
  assert.equal(refusal(own, own.indexOf('"mine"') + 2, "guide", { host }), "rename/taken");
});

test("what can be renamed is known before the new name is", () => {
  const offset = at('"complaints"', '"supports"');
  const found = renamable(supervisorText, offset);
  assert.deepEqual([found?.name, found?.kind], ["complaints", "item"]);
  assert.equal(found && shown(supervisorText, found.range), "complaints");
  assert.ok(found && found.range.start <= offset && offset <= found.range.end);
  assert.equal(renamable(supervisorText, at('"title"')), undefined);
});

test("every parameter that names an input is known as a link", () => {
  const named = Object.entries(grammarDefinitions()).flatMap(([owner, schema]) =>
    Object.entries(objectAt(schema, "properties"))
      .filter(([, param]) => isObject(param) && String((param as JsonObject).description).startsWith("Key of"))
      .map(([key]) => `${owner}.${key}`),
  );
  const known = Object.entries(inputParams).flatMap(([owner, keys]) => keys.map((key) => `${owner}.${key}`));
  assert.ok(named.length >= 4);
  assert.deepEqual(named.sort(), known.sort());
});
