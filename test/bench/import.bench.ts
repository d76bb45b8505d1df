import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImportWorker, readDescriptions, readSource } from "@rolewright/importer";
import mammoth from "mammoth";
import WordExtractor from "word-extractor";
import { descriptions } from "./descriptions.ts";
import { compare, type Row } from "./measure.ts";

const rounds = 4;
const million = 2 ** 20;
/** What one text of 5 MiB may take. */
const allowed = { seconds: 5, megabytes: 500 };

const fixture = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`../../packages/importer/fixtures/records-clerk.${ending}`, import.meta.url)));

/** Reading documents: against libraries that give their raw text, against the size of the text, and many at once. */
export async function run(): Promise<Row[]> {
  const [docx, doc] = [fixture("docx"), fixture("doc")];
  return [
    ...inProcess("5 MiB of Chinese descriptions", descriptions("zh", 5 * million)),
    ...inProcess("5 MiB of English descriptions", descriptions("en", 5 * million)),
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
    await growth("reading a text file", (bytes) => descriptions("zh", bytes), readText),
    await growth("understanding Chinese descriptions", (bytes) => descriptions("zh", bytes), understood),
    await growth("understanding English descriptions", (bytes) => descriptions("en", bytes), understood),
    await growth("understanding one description again and again", await repeatedClerk(), understood),
    await twoHundred(docx),
  ];
}

function readText(bytes: Uint8Array): Promise<unknown> {
  return readSource("a.txt", bytes);
}

async function understood(bytes: Uint8Array): Promise<unknown> {
  return readDescriptions(await readSource("a.txt", bytes));
}

async function repeatedClerk(): Promise<(bytes: number) => Uint8Array> {
  const { text } = await readSource("a.docx", fixture("docx"));
  const once = new TextEncoder().encode(`${text}\n`);
  return (bytes) => {
    const all = new Uint8Array(bytes).fill(10);
    for (let at = 0; at + once.length <= bytes; at += once.length) all.set(once, at);
    return all;
  };
}

/** Time of the processor, not of the clock: what else the machine does must not look like growth. */
async function growth(
  what: string,
  text: (bytes: number) => Uint8Array,
  read: (bytes: Uint8Array) => Promise<unknown>,
): Promise<Row> {
  const [small, large] = [text(million), text(5 * million)];
  const name = `${what}, per MiB: 5 MiB against 1`;
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

/** Time and most memory of a process that reads one text and does nothing else, beside what is allowed. */
function inProcess(what: string, text: Uint8Array): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-bench-"));
  try {
    const file = join(folder, "descriptions.txt");
    writeFileSync(file, text);
    const script = join(import.meta.dirname, "import-process.ts");
    const told = execFileSync(process.execPath, [script, file], { encoding: "utf8" });
    const { seconds, megabytes } = JSON.parse(told) as { seconds: number; megabytes: number };
    return [
      limit(`${what}, read and understood: time`, seconds, allowed.seconds, "s"),
      limit(`${what}, read and understood: memory`, megabytes, allowed.megabytes, "MB"),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function limit(name: string, ours: number, most: number, unit: string): Row {
  return { name, ours, peer: most, peerName: "allowed", unit, ratio: ours / most };
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
