import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { complete } from "@rolewright/runtime/language";
import { type JsonServiceBundle, loadJsonService } from "../support/editor-service.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { compare, type Row } from "./measure.ts";

/**
 * Completion in a template of 200 KB, against the JSON service that Monaco runs in its worker, with the same dialect.
 * Each request is about a text that differs from the last by one character, as it is while somebody types: both read
 * the whole text, complete, and forget. The worker's messages to and fro are not counted. The last row is the first
 * request of all, before which we have read nothing either.
 */
export async function run(): Promise<Row[]> {
  const text = largeTemplate(200_000);
  const peer = await jsonService();
  const rows: Row[] = [];
  for (const [name, part] of places) {
    const offset = text.indexOf('"unit"', Math.floor(text.length * part));
    const requests = typing(text, [offset]);
    for (const request of requests.slice(1, 3)) checkOffers(request, await offeredByPeer(request, peer));
    rows.push(await completionRow(`complete a key in 200 KB, ${name}`, requests, peer));
  }
  const everywhere = Array.from({ length: 50 }, (_, index) => Math.floor((text.length * (index + 0.5)) / 50));
  rows.push(await completionRow("complete anywhere in 200 KB, 50 offsets in turn", typing(text, everywhere), peer));
  const offset = text.indexOf('"unit"', Math.floor(text.length / 2));
  const others = typing(text, [offset]).flatMap((request) => [{ text: "{}", offset: 1 }, request]);
  rows.push(await completionRow("complete in 200 KB just opened, and in an empty text", others, peer, 2));
  return rows;
}

const places = [
  ["near the start", 0.02],
  ["in the middle", 0.5],
  ["near the end", 0.95],
] as const;

interface Request {
  readonly text: string;
  readonly offset: number;
}

/** Fifty requests, at these offsets in turn, each about a text with other white space at its offset. */
function typing(text: string, offsets: readonly number[]): Request[] {
  return Array.from({ length: 50 }, (_, index) => {
    const offset = offsets[index % offsets.length] ?? 0;
    return { text: flat(text.slice(0, offset) + " ".repeat(index) + text.slice(offset)), offset };
  });
}

type Peer = Pick<JsonServiceBundle, "TextDocument"> & { service: ReturnType<JsonServiceBundle["getLanguageService"]> };

async function jsonService(): Promise<Peer> {
  const { getLanguageService, TextDocument } = await loadJsonService();
  const service = getLanguageService({});
  const file = new URL("../../schemas/generated/role.flat.en.schema.json", import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
  service.configure({ validate: false, schemas: [{ uri: "https://rolewright.dev/role/1", fileMatch: ["*"], schema }] });
  return { service, TextDocument };
}

/** `step` requests are one round. */
function completionRow(name: string, requests: readonly Request[], peer: Peer, step = 1): Promise<Row> {
  const next = { ours: 0, theirs: 0 };
  const round = (who: "ours" | "theirs") => {
    const taken = requests.slice(next[who], next[who] + step);
    next[who] = (next[who] + step) % requests.length;
    return taken;
  };
  const ours = () => round("ours").map(({ text, offset }) => complete(text, offset));
  const theirs = async () => {
    for (const request of round("theirs")) await offeredByPeer(request, peer);
  };
  return compare(name, "Monaco's JSON service", ours, theirs, 30);
}

async function offeredByPeer({ text, offset }: Request, { service, TextDocument }: Peer): Promise<string[]> {
  const document = TextDocument.create("file:///role.jsonc", "json", 1, text);
  const parsed = service.parseJSONDocument(document);
  const list = await service.doComplete(document, document.positionAt(offset), parsed);
  return list?.items.map(({ label }) => label) ?? [];
}

/** Nothing that the peer offers is missing in ours. */
function checkOffers({ text, offset }: Request, labels: readonly string[]): void {
  const offered = new Set(complete(text, offset).map(({ label }) => label));
  assert.deepEqual(
    labels.filter((label) => !offered.has(label)),
    [],
  );
  assert.ok(offered.has("due") && !offered.has("weight"), "the keys that are still free");
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
