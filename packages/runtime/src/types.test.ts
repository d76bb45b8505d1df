import assert from "node:assert/strict";
import { stripTypeScriptTypes } from "node:module";
import { test } from "node:test";
import fc from "fast-check";
import { compile } from "json-schema-to-typescript";
import type { JsonObject } from "./json.ts";
import { compiled, standard, supervisorText, supervisorWith } from "./testing/template-text.ts";
import { recordSchema } from "./types.ts";

async function types(text: string): Promise<string> {
  const schema = recordSchema(compiled(text)) as Parameters<typeof compile>[0];
  return compile(schema, "RoleRecord", { bannerComment: "", $refOptions: { resolve: { file: false, http: false } } });
}

test("records are named by key, with the title as their comment", async () => {
  const text = await types(supervisorText);
  assert.match(text, /\* 3\.3 投诉、报事抽查比例 \(%\)\n/);
  assert.match(text, /spotCheck\?: \{\n\s+\/\*\*\n\s+\* 抽查\n\s+\*\/\n\s+checked: number;/);
  assert.match(text, /weeklyMeeting\?: string\[\];/);
  assert.match(text, /complaints\?: boolean;/);
});

test("a title cannot end the comment it is put in", async () => {
  const text = await types(supervisorWith(standard("stockTake", "title"), "盘点 */ evil(); /*"));
  assert.equal(text.includes("*/ evil()"), false);
});

test("nothing outside the allow-list reaches the generator", () => {
  const schema = JSON.stringify(recordSchema(compiled(supervisorText)));
  for (const keyword of ["x-", "tsType", "$ref", "minimum"]) assert.equal(schema.includes(`"${keyword}`), false);
});

/** What a module would run: its text without types and comments. */
function program(text: string): string {
  return stripTypeScriptTypes(text)
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .trim();
}

test("names come from keys, whatever the title: Chinese, empty of letters, or a name of something else", async () => {
  for (const title of ["客服主管", "１２３", "constructor", "Record<string, never>"]) {
    assert.match(
      await types(supervisorWith(standard("stockTake", "title"), title)),
      /^ {2}stockTake\?: string;$/m,
      title,
    );
  }
});

test("property: no title, description or unit of a template becomes code", async () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "*/ evil(); /*",
      "*\u200b/",
      "**//**/evil()",
      "\n*/\nevil();",
      "`evil()`",
      "</script>",
      "@ts-ignore */",
    ),
    fc.string({ unit: fc.constantFrom("*", "/", "\\", "`", "$", "{", "}", '"', "'", "\n", "e"), minLength: 1 }),
  );
  const place = fc.constantFrom(
    standard("stockTake", "title"),
    standard("spotCheck", "x-item", "unit"),
    standard("spotCheck", "properties", "checked", "title"),
    ["title"],
  );
  const property = fc.asyncProperty(place, hostile, async (path, words) => {
    assert.equal(program(await types(supervisorWith(path, words))), "");
  });
  await fc.assert(property, { numRuns: 30 });
});

test("property: no choice of a template becomes code", async () => {
  const words = fc.string({
    unit: fc.constantFrom('"', "'", "\\", ";", "|", "*", "/", "`", "\n", "\u2028", "e"),
    minLength: 1,
  });
  const property = fc.asyncProperty(words, async (choice) => {
    const item = { title: "等级", enum: [choice, "良"], "x-item": { every: "month" } } as const;
    assert.equal(program(await types(supervisorWith(standard("stockTake"), item))), "");
  });
  await fc.assert(property, { numRuns: 30 });
});

test("keywords by which a generator is told what to write, or to read a file, do not reach it", () => {
  const role = compiled(supervisorText);
  const commands = {
    tsType: "evil",
    tsEnumNames: ["evil"],
    $ref: "file:///etc/passwd",
    goJSONSchema: {},
    extends: "x",
  };
  const told = (schema: JsonObject): JsonObject => ({ ...schema, ...commands, properties: { a: { ...commands } } });
  const sections = role.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      observation: { ...item.observation, schema: told(item.observation.schema) },
    })),
  }));
  const schema = JSON.stringify(recordSchema({ ...role, sections }));
  for (const words of ["evil", "file:", "goJSONSchema", "extends"]) assert.equal(schema.includes(words), false, words);
});
