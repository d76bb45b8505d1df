import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ImportWorker, pastedText, ReadError, readDescriptions, readSource } from "@rolewright/importer";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import iconv from "iconv-lite";
import { readGold } from "../support/import/gold.ts";
import { readingProblems } from "../support/import/reading-problems.ts";

/*
 * Real files are real texts with something lost, moved or added. Whatever was done to one, the reading is valid, its
 * words stand where it says, and nothing is dropped.
 */

const folder = join(import.meta.dirname, "../fixtures/import");
const texts = ["tuning", "held-out"].flatMap((set) =>
  readdirSync(join(folder, set)).map((name) => readGold(readFileSync(join(folder, set, name), "utf8")).text),
);
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schemas/import.schema.json"), "utf8"));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "\t",
    "\n\n",
    "\u3000",
    "\u200b",
    "**",
    "|",
    "（",
    "】",
    "1、",
    "①",
    "：",
    "百分之",
    "每月",
    "🎁",
    "\ud83c",
    "\r",
    "\u0000",
    "⼯",
    "= 1 =",
    "— 3 —",
  ),
);
type Change = (text: string) => string;
/** A place as a share of the text's length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (text) =>
        swapped(text, from, to),
  ),
  fc.tuple(place, fc.nat(40)).map(
    ([at, count]): Change =>
      (text) =>
        cut(text, Math.floor(at * text.length), count),
  ),
  fc.tuple(place, odd).map(
    ([at, words]): Change =>
      (text) =>
        inserted(text, Math.floor(at * text.length), words),
  ),
  fc.constantFrom<Change>(
    (text) => text.replaceAll("\n", ""),
    (text) => text.replaceAll(/[，。；]/gu, " "),
    (text) => text.replaceAll(/\d/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)),
    (text) => text.replaceAll("\n", "\r\n"),
    (text) => [...text].join(" "),
    (text) => `${text}\n${text}`,
  ),
);
const changed = fc
  .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => changes.reduce((told, make) => make(told), text));

function swapped(text: string, from: number, to: number): string {
  const lines = text.split("\n");
  const [one, other] = [from, to].map((share) => Math.min(lines.length - 1, Math.floor(share * lines.length))) as [
    number,
    number,
  ];
  [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
  return lines.join("\n");
}

function cut(text: string, at: number, count: number): string {
  return text.slice(0, at) + text.slice(at + count);
}

function inserted(text: string, at: number, words: string): string {
  return text.slice(0, at) + words + text.slice(at);
}

test("a description with lines swapped, lost or strewn with odd signs is read soundly", () => {
  fc.assert(
    fc.property(changed, (text) => {
      const source = pastedText("x", text);
      const result = readDescriptions(source);
      assert.deepEqual(validate(result) ? [] : validate.errors, []);
      assert.deepEqual(readingProblems(source, result).slice(0, 3), []);
    }),
    { numRuns: 300 },
  );
});

const encodings = ["utf-8", "gb18030", "gbk", "big5", "utf-16le", "windows-1252"] as const;

test("a file in any encoding, with bytes damaged, is read soundly or refused with a message", async () => {
  const damage = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.constantFrom(...encodings), damage, async (text, encoding, hurt) => {
      const bytes = new Uint8Array(iconv.encode(text, encoding));
      for (const [at, byte] of hurt) bytes[Math.floor(at * (bytes.length - 1))] = byte;
      const source = await readSource("x.txt", bytes).catch((problem: unknown) => problem);
      if (source instanceof ReadError) return;
      assert.ok(!(source instanceof Error), String(source));
      const read = source as Awaited<ReturnType<typeof readSource>>;
      const result = readDescriptions(read);
      assert.deepEqual(validate(result) ? [] : validate.errors, []);
      assert.deepEqual(readingProblems(read, result).slice(0, 3), []);
    }),
    { numRuns: 150 },
  );
});

test("a reading that loses a word or puts it elsewhere is found unsound", () => {
  const source = pastedText("x", "岗位名称：会计\n岗位职责：\n1、编制报表。\n2、核对账目。");
  const result = readDescriptions(source);
  const [description] = result.descriptions;
  assert.ok(description);
  const without = { ...result, descriptions: [{ ...description, duties: [] }] };
  const moved = description.duties.map((duty) => ({ ...duty, spans: [{ start: 0, end: 2 }] }));
  assert.deepEqual(readingProblems(source, result), []);
  assert.notDeepEqual(readingProblems(source, without), []);
  assert.notDeepEqual(readingProblems(source, { ...result, descriptions: [{ ...description, duties: moved }] }), []);
});

test("a reading says of a text what it said before, whatever was read in between", () => {
  const [first = "", ...others] = texts.slice(0, 12);
  const before = readDescriptions(pastedText("x", first));
  for (const text of others) readDescriptions(pastedText("y", text));
  assert.deepEqual(readDescriptions(pastedText("x", first)), before);
});

test("the thread outlives files of random bytes under every name", async () => {
  const worker = new ImportWorker();
  try {
    for (const name of ["a.docx", "a.doc", "a.pdf", "a.rtf", "a.odt", "a.html", "a.txt", "a.zip"]) {
      const bytes = new Uint8Array(fc.sample(fc.uint8Array({ minLength: 1, maxLength: 400 }), 1)[0] ?? [1]);
      await worker
        .read({ name, bytes })
        .catch((problem: unknown) => assert.ok(problem instanceof ReadError, String(problem)));
    }
    const { result } = await worker.read({ name: "a.txt", bytes: new TextEncoder().encode(texts[0]) });
    assert.equal(result.kind, "job-descriptions");
  } finally {
    await worker.close();
  }
});
