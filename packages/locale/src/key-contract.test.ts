import assert from "node:assert/strict";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { type LanguageTag, languages } from "./index.ts";
import { flatten } from "./messages.ts";

const texts = new Map<LanguageTag, ReadonlyMap<string, string>>();
for (const { tag, load } of languages) texts.set(tag, flatten(await load()));
const reference = texts.get(languages[0].tag) ?? new Map<string, string>();

test("every message of every language parses", () => {
  const broken = [...texts].flatMap(([tag, messages]) =>
    [...messages].flatMap(([key, text]) => parseProblem(tag, key, text)),
  );
  assert.deepEqual(broken, []);
});

for (const { tag } of languages.slice(1)) {
  const messages = texts.get(tag) ?? new Map<string, string>();

  test(`${tag} has the keys of ${languages[0].tag}, no fewer and no more`, () => {
    const missing = [...reference.keys()].filter((key) => !messages.has(key));
    const surplus = [...messages.keys()].filter((key) => !reference.has(key));
    assert.deepEqual({ missing, surplus }, { missing: [], surplus: [] });
  });

  test(`${tag} uses the placeholders of ${languages[0].tag}`, () => {
    const differing = [...messages].filter(
      ([key, text]) =>
        reference.has(key) && placeholders(text).join() !== placeholders(reference.get(key) ?? "").join(),
    );
    assert.deepEqual(
      differing.map(([key]) => key),
      [],
    );
  });
}

test("the contract sees placeholders inside plurals and choices", () => {
  assert.deepEqual(placeholders("{n, plural, one {{name} is} other {are}} {on, select, true {{b}} other {}}"), [
    "b",
    "n",
    "name",
    "on",
  ]);
});

function parseProblem(tag: string, key: string, text: string): string[] {
  try {
    new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
    return [];
  } catch (problem) {
    return [`${tag} ${key}: ${String(problem)}`];
  }
}

/** The names a message asks for, sorted; broken messages have none (the first test names them). */
function placeholders(text: string): string[] {
  try {
    const parsed = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst();
    return [...new Set(names(parsed))].sort();
  } catch {
    return [];
  }
}

/** Element types of the ICU parser: 0 is literal text, 7 is the # of a plural; all others carry a name. */
function names(elements: unknown): string[] {
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((element: { type: number; value?: string; options?: Record<string, { value: unknown }> }) => [
    ...(element.type === 0 || element.type === 7 ? [] : [String(element.value)]),
    ...Object.values(element.options ?? {}).flatMap((option) => names(option.value)),
  ]);
}
