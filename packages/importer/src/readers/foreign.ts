import { ReadError } from "../read-error.ts";
import type { UnreadFile } from "./reader.ts";

/** Kinds of files that people take for documents, by their first bytes. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  image: ["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*\0", "MM\0*"],
  archive: ["Rar!", "7z\u00bc\u00af", "\u001f\u008b", "BZh", "\u00fd7zXZ"],
  program: ["MZ", "\u007fELF"],
  media: ["ID3", "OggS", "RIFF", "\0\0\0"],
};

/** Refuses a file that no reader knows, and says what it is where that can be seen. */
export function refuseForeign({ head, paths }: UnreadFile): never {
  const has = (part: string) => [...paths].some((path) => path.startsWith(part));
  if (has("xl/") || wide(head, "Workbook")) throw new ReadError("spreadsheet");
  if (has("ppt/") || wide(head, "PowerPoint Document")) throw new ReadError("presentation");
  if (paths.size > 0) throw new ReadError("archiveInside");
  const kind = Object.keys(foreign).find((name) => foreign[name]?.some((bytes) => head.startsWith(bytes)));
  throw new ReadError("notADocument", { kind: kind ?? "other" });
}

/** Names in the directory of an OLE file are UTF-16. */
export function wide(bytes: string, name: string): boolean {
  return bytes.includes([...name].join("\0"));
}
