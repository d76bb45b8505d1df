import { ReadError } from "./read-error.ts";
import { unreadFile } from "./readers/reader.ts";
import { readers } from "./readers/readers.ts";
import { openZip } from "./zip-archive.ts";

/** A file on its way to be read. */
export interface SourceFile {
  /** Path in its archive, or file name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What systems put into archives beside people's files. */
const strange = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * The files of an archive, archives in it opened once more; any other file comes back as it is. Office files are
 * archives too, and are whole. A damaged one comes back as it is too: reading it says what is wrong, and the others of
 * its archive are read all the same.
 *
 * @throws {ReadError} An archive is refused for another reason than damage, e.g. its size.
 */
export function unpack(file: SourceFile, deep = 0): SourceFile[] {
  try {
    return filesIn(file, deep);
  } catch (error) {
    if (error instanceof ReadError && error.code === "damaged") return [file];
    throw error;
  }
}

function filesIn(file: SourceFile, deep: number): SourceFile[] {
  const unread = unreadFile(file.name, file.bytes);
  const isArchive =
    unread.paths.size > 0 && !isOffice(unread.paths) && !readers.some((reader) => reader.recognises(unread));
  if (!isArchive || deep > 1) return [file];
  return openZip(file.bytes)
    .filter(({ path }) => !path.endsWith("/") && !strange.test(path))
    .flatMap((entry) => unpack({ name: entry.path, bytes: entry.read() }, deep + 1));
}

function isOffice(paths: ReadonlySet<string>): boolean {
  return paths.has("[Content_Types].xml") || paths.has("mimetype");
}
