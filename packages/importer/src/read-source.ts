import { ReadError } from "./read-error.ts";
import { refuseForeign } from "./readers/foreign.ts";
import { type SourceReader, type UnreadFile, unreadFile } from "./readers/reader.ts";
import { readers } from "./readers/readers.ts";
import type { SourceDocument } from "./source.ts";

/** What the person chose where the file leaves a choice. */
export interface ReadOptions {
  /** WHATWG label of the encoding of a text file. Default: found from the bytes. */
  readonly encoding?: string;
}

/** A file above this is refused. Bytes. */
export const largestFile = 500 * 2 ** 20;

/**
 * Reads one file as what its content shows it to be; a name ending that says otherwise is told in a note.
 *
 * It trusts nothing in the file, but it takes the time and memory that the file asks for, within its limits: where
 * files of strangers are read, read them through `ImportWorker`.
 *
 * @param name File name, for the document and for messages.
 * @throws {ReadError} with a message a person can act on; nothing else of a bad file escapes.
 */
export async function readSource(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceDocument> {
  if (bytes.length === 0) throw new ReadError("emptyFile");
  if (bytes.length > largestFile) throw new ReadError("fileTooLarge", { megabytes: largestFile / 2 ** 20 });
  const file = unreadFile(name, bytes);
  const reader = readers.find((candidate) => candidate.recognises(file));
  if (!reader) return refuseForeign(file);
  const source = await readBy(reader, name, bytes, options);
  if (source.blocks.length === 0) throw new ReadError("noWords", { format: source.format });
  return withNamingNote(source, reader, file);
}

/** What a reader stumbles over, wherever in it, is a damaged file. */
async function readBy(reader: SourceReader, name: string, bytes: Uint8Array, options: ReadOptions) {
  try {
    return await reader.read(name, bytes, options);
  } catch (problem) {
    if (problem instanceof ReadError) throw problem;
    const words = problem instanceof Error ? problem.message : String(problem);
    throw new ReadError("damaged", { part: reader.format, problem: words.slice(0, 200) });
  }
}

function withNamingNote(source: SourceDocument, reader: SourceReader, { extension }: UnreadFile): SourceDocument {
  const claimed = readers.find(({ extensions }) => extensions.includes(extension));
  if (!claimed || claimed === reader || reader.extensions.includes(extension)) return source;
  const note = { code: "otherFormat", params: { extension, format: reader.format } };
  return { ...source, notes: [...source.notes, note] };
}
