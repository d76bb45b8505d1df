import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "json-schema-to-typescript";
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
