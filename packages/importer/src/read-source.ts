import { linesOf, plainText, type SourceDocument } from "./source.ts";

/** What the person chose where the file leaves a choice. */
export interface ReadOptions {
  /** WHATWG label of the encoding of a text file. Default: found from the bytes. */
  readonly encoding?: string;
}

/** Why a file cannot be read: message `reading.errors.<code>` with its parameters. */
export class ReadError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: string, params: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "ReadError";
    this.code = code;
    this.params = params;
  }
}

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * Reads one file as what its content shows it to be.
 *
 * @param name File name, for the document and for messages.
 * @throws {ReadError} with a message a person can act on; nothing else of a bad file escapes.
 */
export async function readSource(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceDocument> {
  const encoding = options.encoding ?? markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
  const text = plainText(new TextDecoder(encoding).decode(bytes));
  return { name, format: "txt", encoding, text, blocks: linesOf(text), notes: [] };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
