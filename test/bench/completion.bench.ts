import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { complete } from "@rolewright/runtime/language";
import { type JsonServiceBundle, loadJsonService } from "../support/editor-service.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { compare, type Row } from "./measure.ts";

/**
 * Completion in a template of 200 KB, against the JSON service that Monaco runs in its worker, with the same dialect.
 * Each request is about a text that differs from the last by one character, as it is while somebody types: both read
 * the whole text, complete, and forget. The worker's messages to and fro are not counted.
 */
export async function run(): Promise<Row[]> {
  const text = largeTemplate(200_000);
  const peer = await jsonService();
  const rows: Row[] = [];
  for (const [name, part] of places) {
    const offset = text.indexOf('"unit"', Math.floor(text.length * part));
    rows.push(await completionRow(`complete a key in 200 KB, ${name}`, text, offset, peer));
  }
  return rows;
}

const places = [
  ["near the start", 0.02],
  ["in the middle", 0.5],
  ["near the end", 0.95],
] as const;

type Peer = Pick<JsonServiceBundle, "TextDocument"> & { service: ReturnType<JsonServiceBundle["getLanguageService"]> };

async function jsonService(): Promise<Peer> {
  const { getLanguageService, TextDocument } = await loadJsonService();
  const service = getLanguageService({});
  const file = new URL("../../schemas/generated/role.flat.en.schema.json", import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
  service.configure({ validate: false, schemas: [{ uri: "https://rolewright.dev/role/1", fileMatch: ["*"], schema }] });
  return { service, TextDocument };
}

async function completionRow(
  name: string,
  text: string,
  offset: number,
  { service, TextDocument }: Peer,
): Promise<Row> {
  const texts = Array.from({ length: 50 }, (_, typed) =>
    flat(text.slice(0, offset) + " ".repeat(typed) + text.slice(offset)),
  );
  let typed = 0;
  const next = () => {
    typed = (typed + 1) % texts.length;
    return texts[typed] ?? text;
  };
  const ours = () => complete(next(), offset);
  const theirs = async () => {
    const document = TextDocument.create("file:///role.jsonc", "json", 1, next());
    return (await service.doComplete(document, document.positionAt(offset), service.parseJSONDocument(document)))
      ?.items;
  };
  const offered = new Set(ours().map(({ label }) => label));
  for (const { label } of (await theirs()) ?? []) assert.ok(offered.has(label), `${label} is offered by both`);
  assert.ok(offered.has("due") && !offered.has("weight"), "the keys that are still free");
  return compare(name, "Monaco's JSON service", ours, theirs, 30);
}

/** Joining the pieces of a text is the editor's work, not that of who reads it. */
function flat(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function largeTemplate(size: number): string {
  const item = figure("收缴率，按月统计，口径以财务系统的实收与应收为准", {
    every: "month",
    weight: 0.5,
    unit: "%",
    source: "财务系统",
  });
  const count = Math.ceil(size / (JSON.stringify(item, null, 2).length * 1.5));
  const standards = Object.fromEntries(Array.from({ length: count }, (_, index) => [`standard${index}`, item]));
  return templateText(roleTemplate(standards));
}
