import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shippedTemplates } from "../contract/shipped.ts";
import { type JsonCompletion, loadJsonService } from "../support/editor-service.ts";

/*
 * The JSON service inside Monaco, asked directly: it reads schemas in its own way, and what it does with ours decides
 * what people see while they type.
 */

const { getLanguageService, TextDocument } = await loadJsonService();
const service = getLanguageService({});
const schema: unknown = JSON.parse(
  readFileSync(new URL("../../schemas/generated/role.flat.zh-CN.schema.json", import.meta.url), "utf8"),
);
service.configure({ validate: true, schemas: [{ uri: "https://rolewright.dev/role/1", fileMatch: ["*"], schema }] });

function opened(text: string) {
  const document = TextDocument.create("file:///role.jsonc", "json", 1, text);
  return { document, parsed: service.parseJSONDocument(document) };
}

async function problems(text: string): Promise<string[]> {
  const { document, parsed } = opened(text);
  const settings = { comments: "ignore", trailingCommas: "ignore" };
  return (await service.doValidation(document, parsed, settings)).map(({ message }) => message);
}

/** What is offered where `|` stands. */
async function offered(marked: string): Promise<JsonCompletion[]> {
  const offset = marked.indexOf("|");
  const { document, parsed } = opened(marked.replace("|", ""));
  return (await service.doComplete(document, document.positionAt(offset), parsed))?.items ?? [];
}

const item = (info: string) =>
  `{ "properties": { "standards": { "x-section": { "kind": "standards" }, "properties": { "a": { "x-item": ${info} } } } } }`;

const roles = shippedTemplates().filter(({ text }) => text.includes('"https://rolewright.dev/role/1"'));

for (const { name, text } of roles) {
  test(`the editor has no complaint about ${name}`, async () => assert.deepEqual(await problems(text), []));
}

test("a misspelt keyword is underlined", async () => {
  const text = roles.find(({ text }) => text.includes('"weight":'))?.text.replace('"weight":', '"wieght":') ?? "";
  assert.deepEqual(await problems(text), ["Property wieght is not allowed."]);
});

test("inside x-item its own keywords are offered, and no others", async () => {
  const labels = (await offered(item('{ "every": "month", | }'))).map(({ label }) => label);
  assert.ok(labels.includes("weight") && labels.includes("target") && labels.includes("score"));
  assert.equal(labels.includes("every") || labels.includes("minimum") || labels.includes("title"), false);
});

test("a scoring method is offered its own parameters", async () => {
  const labels = (await offered(item('{ "score": { "kind": "linear", | } }'))).map(({ label }) => label);
  assert.deepEqual(labels, ["from", "to", "low", "high"]);
});

test("the words of a keyword are offered", async () => {
  const labels = (await offered(item('{ "every": | }'))).map(({ label }) => label);
  assert.deepEqual(labels.slice(0, 3), ['"day"', '"week"', '"month"']);
});

test("a whole item is offered as a snippet, named in the reader's language", async () => {
  const marked = '{ "properties": { "standards": { "properties": { "a": | } } } }';
  const ratio = (await offered(marked)).find(({ label }) => label === "比率（两个数字）");
  assert.match(ratio?.insertText ?? "", /"kind": "ratio"/);
  assert.match(ratio?.insertText ?? "", /"weight": \$\{2:10\}/);
});

test("hovering a keyword explains it in the reader's language", async () => {
  const text = item('{ "weight": 10 }');
  const { document, parsed } = opened(text);
  const hover = await service.doHover(document, document.positionAt(text.indexOf("weight")), parsed);
  assert.match(JSON.stringify(hover?.contents), /权重/);
});
