import { readFileSync } from "node:fs";
import { ImportWorker, readDescriptions, readSource } from "@rolewright/importer";
import mammoth from "mammoth";
import WordExtractor from "word-extractor";
import { compare, type Row } from "./measure.ts";

const rounds = 4;
const million = 2 ** 20;

const fixture = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`../../packages/importer/fixtures/records-clerk.${ending}`, import.meta.url)));

/** Reading documents: against libraries that give their raw text, against the size of the text, and many at once. */
export async function run(): Promise<Row[]> {
  const [docx, doc] = [fixture("docx"), fixture("doc")];
  return [
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
    await growth("reading a text file, per MiB: 5 MiB against 1", (bytes) => readSource("a.txt", bytes)),
    await growth("reading and understanding, per MiB: 5 MiB against 1", async (bytes) =>
      readDescriptions(await readSource("a.txt", bytes)),
    ),
    await twoHundred(docx),
  ];
}

/** The text of the fixture again and again, up to so many bytes. */
async function textOf(bytes: number): Promise<Uint8Array> {
  const { text } = await readSource("a.docx", fixture("docx"));
  const once = new TextEncoder().encode(`${text}\n`);
  const all = new Uint8Array(bytes);
  for (let at = 0; at + once.length <= bytes; at += once.length) all.set(once, at);
  return all.map((byte) => byte || 10);
}

async function growth(name: string, read: (bytes: Uint8Array) => Promise<unknown>): Promise<Row> {
  const [small, large] = [await textOf(million), await textOf(5 * million)];
  const { ours, peer } = await compare(
    name,
    "",
    () => read(large),
    () => read(small),
    2,
  );
  return { name, ours: ours / 5, peer, peerName: "per MiB of 1 MiB", unit: "ms", ratio: ours / 5 / peer };
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
