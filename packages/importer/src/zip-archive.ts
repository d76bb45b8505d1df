import { inflateSync } from "fflate";
import { ReadError } from "./read-error.ts";
import { isUtf8 } from "./text-encoding.ts";

/** One file of an archive. */
export interface ZipEntry {
  /** Path with `/`, as written; legacy Chinese names decoded. Never used to write to a disk. */
  readonly path: string;
  /** Bytes after decompression, as the archive claims. */
  readonly size: number;
  /** @throws {ReadError} `damaged`, `encrypted` or `zipTooLarge`. */
  read(): Uint8Array;
}

interface CentralRecord extends Omit<ZipEntry, "path" | "read"> {
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const mostEntries = 10_000;
/** One file of an archive, and all that is read of an archive together. */
const largestEntry = 256 * 2 ** 20;
const largestTotal = 512 * 2 ** 20;

/**
 * Lists what a ZIP archive holds; nothing is decompressed until it is asked for. Decompression stops at the size that
 * the archive claims, and claims are limited: a bomb costs its reader no more than an honest file.
 *
 * @throws {ReadError} `damaged` or `zipTooManyFiles`.
 */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = centralRecords(bytes, view);
  const nameOf = nameDecoder(records);
  let total = 0;
  return records.map((record) => ({
    path: nameOf(record),
    size: record.size,
    read() {
      total += record.size;
      if (record.size > largestEntry || total > largestTotal)
        throw new ReadError("zipTooLarge", {
          megabytes: (record.size > largestEntry ? largestEntry : largestTotal) / 2 ** 20,
        });
      return unpacked(bytes, view, record);
    },
  }));
}

function centralRecords(bytes: Uint8Array, view: DataView): CentralRecord[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new ReadError("zipTooManyFiles", { most: mostEntries });
  const records: CentralRecord[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    records.push({
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      nameBytes: bytes.subarray(at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return records;
}

/** The end record stands in the last 64 KiB, before a comment of any length. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw damaged();
}

function unpacked(
  bytes: Uint8Array,
  view: DataView,
  { offset, flags, method, packed, size }: CentralRecord,
): Uint8Array {
  if ((flags & 1) !== 0) throw new ReadError("encrypted");
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw damaged();
  if (method === 0) return data;
  if (method !== 8) throw damaged();
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw damaged();
  }
}

/**
 * Names with the UTF-8 flag are UTF-8. Others are whatever the writing system spoke: UTF-8 where all are that, else
 * GB18030, which is what Chinese Windows writes.
 */
function nameDecoder(records: readonly CentralRecord[]): (record: CentralRecord) => string {
  const legacy = records.filter(({ flags }) => (flags & 0x800) === 0);
  const encoding = legacy.every(({ nameBytes }) => isUtf8(nameBytes)) ? "utf-8" : "gb18030";
  return ({ flags, nameBytes }) => {
    const name = new TextDecoder((flags & 0x800) !== 0 ? "utf-8" : encoding).decode(nameBytes);
    return name.replaceAll("\\", "/");
  };
}

function damaged(): ReadError {
  return new ReadError("damaged", { part: "zip", problem: "" });
}
