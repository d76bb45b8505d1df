import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ImportWorker, readDescriptions, readSource } from "@rolewright/importer";
import mammoth from "mammoth";
import WordExtractor from "word-extractor";
import { readGold } from "../support/import/gold.ts";
import { compare, type Row } from "./measure.ts";

const rounds = 4;
const million = 2 ** 20;
/** What one text may take, MB. */
const allowed = 500;

const fixture = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`../../packages/importer/fixtures/records-clerk.${ending}`, import.meta.url)));

/** Reading documents: against libraries that give their raw text, against the size of the text, and many at once. */
export async function run(): Promise<Row[]> {
  const [docx, doc] = [fixture("docx"), fixture("doc")];
  return [
    await memory("memory for 5 MiB of Chinese descriptions", corpus("zh")),
    await compare(
      "a .docx of two pages, with its numbers and cells",
      "mammoth, raw text",
      () => readSource("a.docx", docx),
      () => mammoth.extractRawText({ buffer: Buffer.from(docx) }),
      rounds,
    ),
    await compare(
      "a .doc of two pages",
      "word-extractor, raw text",
      () => readSource("a.doc", doc),
      () => new WordExtractor().extract(Buffer.from(doc)),
      rounds,
    ),
    await growth("reading a text file, per MiB: 5 MiB against 1", await clerk(), (bytes) => readSource("a.txt", bytes)),
    await growth("understanding a records clerk, per MiB: 5 MiB against 1", await clerk(), understood),
    await growth("understanding Chinese descriptions, per MiB: 5 MiB against 1", corpus("zh"), understood),
    await growth("understanding English descriptions, per MiB: 5 MiB against 1", corpus("en"), understood),
    await twoHundred(docx),
  ];
}

async function understood(bytes: Uint8Array): Promise<unknown> {
  return readDescriptions(await readSource("a.txt", bytes));
}

async function clerk(): Promise<string> {
  return (await readSource("a.docx", fixture("docx"))).text;
}

/** The texts of one language that import is measured by, one behind the other. */
function corpus(language: "zh" | "en"): string {
  const folder = join(import.meta.dirname, "../fixtures/import");
  const files = ["tuning", "held-out"].flatMap((set) => readdirSync(join(folder, set)).map((name) => join(set, name)));
  const own = files.filter((file) => basename(file).startsWith(language));
  return own.map((file) => readGold(readFileSync(join(folder, file), "utf8")).text).join("\n");
}

/** A text again and again, up to so many bytes. */
function repeated(text: string, bytes: number): Uint8Array {
  const once = new TextEncoder().encode(`${text}\n`);
  const all = new Uint8Array(bytes).fill(10);
  for (let at = 0; at + once.length <= bytes; at += once.length) all.set(once, at);
  return all;
}

/** Time of the processor, not of the clock: what else the machine does must not look like growth. */
async function growth(name: string, text: string, read: (bytes: Uint8Array) => Promise<unknown>): Promise<Row> {
  const [small, large] = [repeated(text, million), repeated(text, 5 * million)];
  await read(small);
  const [peer, ours] = [await processorTime(() => read(small)), (await processorTime(() => read(large))) / 5];
  return { name, ours, peer, peerName: "per MiB of 1 MiB", unit: "ms", ratio: ours / peer };
}

/** ms */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return process.cpuUsage(start).user / 1000;
}

/** How far the most memory of the process is from what is allowed; to be measured first, since the most only rises. */
async function memory(name: string, text: string): Promise<Row> {
  const worker = new ImportWorker({ memoryMb: allowed });
  try {
    await worker.read({ name: "a.txt", bytes: repeated(text, 5 * million) });
    const ours = process.resourceUsage().maxRSS / 1024;
    return { name, ours, peer: allowed, peerName: "allowed", unit: "MB", ratio: ours / allowed };
  } finally {
    await worker.close();
  }
}

/** Documents of a folder through the worker, as the command line and the server read them. */
async function twoHundred(docx: Uint8Array): Promise<Row> {
  const worker = new ImportWorker();
  try {
    await worker.read({ name: "0.docx", bytes: docx });
    return await compare(
      "200 documents, read and understood in the thread",
      "mammoth, raw text of 200",
      async () => {
        for (let index = 0; index < 200; index += 1) await worker.read({ name: `${index}.docx`, bytes: docx });
      },
      async () => {
        for (let index = 0; index < 200; index += 1) await mammoth.extractRawText({ buffer: Buffer.from(docx) });
      },
      1,
    );
  } finally {
    await worker.close();
  }
}
