import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, firstText, hoverInWords, languages, usualUnits } from "@rolewright/locale";
import { inspect } from "@rolewright/runtime";
import { complete, hover } from "@rolewright/runtime/language";
import { shippedLibrary, shippedTemplates } from "./shipped.ts";

/* What the language service answers can be said in every language, at every place of the shipped roles. */

const host = shippedLibrary();

/** Every place where a token begins, or something may be inserted. */
function places(text: string): number[] {
  return [...text.matchAll(/"[^"\n]*"|[{[,:]/g)].map(({ index, 0: token }) => index + Math.min(token.length, 2));
}

/** Where `|` stands, every kind of place of the dialect is asked for once. */
const marked = [
  "{ | }",
  '{ "x-role": { | } }',
  '{ "x-role": { "rounding": { "mode": | } } }',
  '{ "properties": { "s": { "x-section": { | } } } }',
  item("|"),
  '{ "properties": { "s": { "x-section": { "kind": | } } } }',
  ...["every", "aggregate", "noData", "part", "need", "owner"].map((key) => item(`"${key}": |`)),
  ...["weekday", "roll", "day"].map((key) => item(`"due": { "${key}": | }`)),
  ...["kind", "whenZero"].map((key) => item(`"measure": { "kind": "ratio", "${key}": | }`)),
  ...["unit", "take"].map((key) => item(`"measure": { "kind": "duration", "${key}": | }`)),
  item('"score": { "kind": | }'),
  item('"score": { "kind": "proportion", "direction": | }'),
  item('"score": { "kind": "deduct", "each": | }'),
  '{ "properties": { "s": { "properties": { "a": { "type": | } } } } }',
  '{ "properties": { "s": { "properties": { "a": { "format": | } } } } }',
  '{ "properties": { | } }',
  '{ "properties": { "s": { "properties": { | } } } }',
  '{ "properties": { "s": { "properties": { "a": { "properties": { | } } } } } }',
];

function item(rest: string): string {
  return `{ "properties": { "s": { "properties": { "a": { "x-item": { ${rest} } } } } } }`;
}

test("a shipped role is offered what the library has: its KPIs as items, its roles as parents", () => {
  const text =
    shippedTemplates().find(({ name }) => name === "customer-service/property/customer-service-supervisor")?.text ?? "";
  const standards = text.indexOf('"properties"', text.indexOf('"standards"'));
  const offered = complete(text, text.indexOf("{", standards) + 1, { host });
  assert.ok(offered.filter(({ insert }) => insert.includes("/kpis/")).length >= 60);
  const parents = complete(text, text.indexOf('"https', text.indexOf('"x-extends"')) + 1, { host });
  assert.ok(parents.some(({ label }) => label === "https://rolewright.dev/roles/base/supervisor@1"));
  assert.ok(!parents.some(({ label }) => label.includes("/kpis/")));
});

for (const { tag } of languages) {
  test(`every key, word and snippet that is offered has its text in ${tag}`, async () => {
    const speaker = await createTranslator(tag);
    const mute = marked.flatMap((text) =>
      complete(text.replace("|", ""), text.indexOf("|"))
        .filter(({ kind, words }) => kind !== "link" && firstText(words, speaker) === "")
        .map(({ label }) => `${label} in ${text}`),
    );
    for (const text of marked) {
      assert.notDeepEqual(complete(text.replace("|", ""), text.indexOf("|")), [], text);
    }
    assert.deepEqual(mute, []);
  });

  test(`every hover can be said in ${tag}, without a placeholder left over`, async () => {
    const speaker = await createTranslator(tag);
    const kinds = new Set<string>();
    for (const { text } of shippedTemplates()) {
      const { role } = inspect(text, host);
      assert.ok(role);
      for (const offset of places(text)) {
        const found = hover(text, offset, { role, host });
        if (!found) continue;
        for (const { kind } of found.parts) kinds.add(kind);
        assert.doesNotMatch(hoverInWords(found.parts, speaker), /undefined|\[object|NaN|(?<!`)\{[a-z]+\}/);
      }
    }
    assert.deepEqual([...kinds].sort(), ["inherited", "item", "meaning", "name", "parent"]);
  });

  test(`the usual units of ${tag} are words`, async () => {
    const units = usualUnits(await createTranslator(tag));
    assert.ok(units.length >= 8 && units.every((unit) => unit !== ""));
  });
}
