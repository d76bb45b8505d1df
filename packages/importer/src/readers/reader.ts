import type { ReadOptions } from "../read-source.ts";
import type { SourceDocument, SourceFormat } from "../source.ts";
import { markedEncoding } from "../text-encoding.ts";
import { openZip } from "../zip-archive.ts";

/** One kind of file that can be read. */
export interface SourceReader {
  readonly format: SourceFormat;
  /** Name endings, without the dot, under which such files are usual. */
  readonly extensions: readonly string[];
  /** Whether the content is of this kind. The first reader in the list that says so reads the file. */
  recognises(file: UnreadFile): boolean;
  /** @throws {ReadError} */
  read(name: string, bytes: Uint8Array, options: ReadOptions): SourceDocument | Promise<SourceDocument>;
}

/** A file of a kind that is not known yet. */
export interface UnreadFile {
  readonly bytes: Uint8Array;
  /** Name ending in lower case, without the dot. */
  readonly extension: string;
  /** The first 4 KiB with every byte as a sign; of UTF-16 text its ASCII signs. */
  readonly head: string;
  /** Paths in it when it is a ZIP archive, else none. */
  readonly paths: ReadonlySet<string>;
}

export function unreadFile(name: string, bytes: Uint8Array): UnreadFile {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const wide = markedEncoding(bytes)?.startsWith("utf-16") ?? false;
  return {
    bytes,
    extension: /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "",
    head: wide ? head.replaceAll("\0", "") : head,
    paths: head.startsWith("PK\u0003\u0004") ? new Set(openZip(bytes).map(({ path }) => path)) : new Set(),
  };
}
