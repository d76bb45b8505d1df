import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import type { JsonObject } from "../json.ts";

/*
 * Sentences as job descriptions have them, in Chinese and English: those that must give nothing, and those that must
 * give one finding. A rule that finds too much is switched off by its readers, so the clean ones count double.
 */

type SectionName = "qualifications" | "duties" | "standards";
type Sentences = Partial<Record<SectionName, readonly string[]>>;

const clean = read<Sentences>("clean.json");
const hits = read<Readonly<Record<string, Sentences>>>("hits.json");

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"));
}

const items: Readonly<Record<SectionName, JsonObject>> = {
  qualifications: { type: "boolean", "x-item": { need: "required", target: { const: true } } },
  duties: { type: "boolean", "x-item": { part: "lead" } },
  standards: {
    type: "number",
    minimum: 0,
    "x-item": {
      every: "month",
      unit: "%",
      weight: 100,
      target: { minimum: 90 },
      score: { kind: "pass" },
      source: "台账",
      supports: ["duty"],
    },
  },
};

/** The findings about one sentence, standing as the title of an item. */
function findingsAbout(sentence: string, section: SectionName): { code: string; at: string }[] {
  const text = templateWith(sentence, section);
  return inspect(text)
    .diagnostics.filter(({ code }) => !["duty/no-standard", "standard/no-duty"].includes(code))
    .map(({ code, range }) => ({ code, at: text.slice(range.start, range.end) }));
}

function templateWith(sentence: string, section: SectionName): string {
  const duty = { title: "核对台账。", type: "boolean" };
  const sections: Record<SectionName, Record<string, JsonObject>> = {
    qualifications: {},
    duties: { duty },
    standards: {},
  };
  sections[section].sentence = { title: sentence, ...items[section] };
  return JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/sentences",
    title: "岗位",
    type: "object",
    properties: Object.fromEntries(
      Object.entries(sections).map(([kind, properties]) => [
        kind,
        { title: `${kind}的部分`, type: "object", "x-section": { kind }, properties },
      ]),
    ),
  });
}

function all(sentences: Sentences): [SectionName, string][] {
  return (Object.entries(sentences) as [SectionName, readonly string[]][]).flatMap(([section, list]) =>
    list.map((sentence): [SectionName, string] => [section, sentence]),
  );
}

test("there are enough sentences of both kinds to mean something", () => {
  assert.ok(all(clean).length >= 120, String(all(clean).length));
  assert.ok(Object.values(hits).flatMap(all).length >= 120, String(Object.values(hits).flatMap(all).length));
});

test("clear and lawful sentences give no finding", () => {
  const wrong = all(clean).flatMap(([section, sentence]) =>
    findingsAbout(sentence, section).map(({ code, at }) => `${sentence} → ${code} at ${at}`),
  );
  assert.deepEqual(wrong, []);
});

for (const [code, sentences] of Object.entries(hits)) {
  test(`${code} finds each of its sentences, points at words of it, and nothing else finds them`, () => {
    const wrong = all(sentences).flatMap(([section, sentence]) => {
      const found = findingsAbout(sentence, section);
      const right = found.length > 0 && found.every((one) => one.code === code && sentence.includes(one.at));
      return right ? [] : [`${sentence} → ${found.map((one) => `${one.code} at ${one.at}`).join(", ") || "nothing"}`];
    });
    assert.deepEqual(wrong, []);
  });
}
