import { ReadError } from "../read-error.ts";
import { parseXml, type XmlElement } from "../xml-tree.ts";
import { openZip, type ZipEntry } from "../zip-archive.ts";

/** The XML parts of an office file (.docx, .odt). */
export interface OfficePackage {
  readonly paths: readonly string[];
  /** Root of a part; undefined where there is none. `skip` names elements that are not needed. */
  xml(path: string, skip?: ReadonlySet<string>): XmlElement | undefined;
}

/** Opens the archive around an office file. @throws {ReadError} */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const entries = new Map<string, ZipEntry>(openZip(bytes).map((entry) => [entry.path.replace(/^\//u, ""), entry]));
  return {
    paths: [...entries.keys()],
    xml(path, skip) {
      const entry = entries.get(path);
      return entry && parseXml(xmlText(entry.read(), path), path, skip);
    },
  };
}

/** XML is UTF-8 unless a byte order mark says UTF-16. */
function xmlText(bytes: Uint8Array, part: string): string {
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe && "utf-16le") || (bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be");
  try {
    return new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError("damaged", { part, problem: "" });
  }
}
