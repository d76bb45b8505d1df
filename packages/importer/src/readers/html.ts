import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { ReadError } from "../read-error.ts";
import type { SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import { decodeText, isUtf8, markedEncoding } from "../text-encoding.ts";
import { HtmlReading } from "./html-blocks.ts";
import type { SourceReader } from "./reader.ts";
import { encodingNotes } from "./text.ts";

/** Web pages, saved or copied; Word writes them too, under names that end in .doc. */
export const htmlReader: SourceReader = {
  format: "html",
  extensions: ["html", "htm", "xhtml"],
  recognises: ({ head }) =>
    /<(?:!doctype html|html|head|body)[\s>]|^\s*<(?:meta|table|div|p|h[1-6]|ul|ol|span)[\s>]/iu.test(head),
  read: (name, bytes, { encoding }) => readHtml(name, bytes, encoding),
};

/** Reads a web page as the words a person sees. Nothing in it is run or loaded. */
function readHtml(name: string, bytes: Uint8Array, encoding?: string): SourceDocument {
  const decoded = decodeText(bytes, encoding ?? declaredEncoding(bytes));
  const writer = new SourceWriter();
  for (const note of encodingNotes(bytes, decoded)) writer.note(note.code, note.params);
  writeHtml(writer, decoded.text);
  return writer.finish(name, "html", decoded.encoding);
}

/** Writes the visible words of HTML into a source. @throws {ReadError} `tooDeep`. */
export function writeHtml(writer: SourceWriter, html: string): void {
  refuseDeepNesting(html);
  const document: DefaultTreeAdapterTypes.Document = parse(html, { scriptingEnabled: false });
  new HtmlReading(writer).read(document);
}

/**
 * The parser copies open formatting elements at every block, so that a page of only a few kilobytes of open tags would
 * take minutes: such nesting is no page, and is refused before it is parsed.
 */
function refuseDeepNesting(html: string): void {
  let depth = 0;
  for (const [, closing, name, selfClosing] of html.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?![a-zA-Z0-9])[^<>]*?(\/?)>/gu,
  )) {
    if (selfClosing === "/" || emptyElements.has((name ?? "").toLowerCase())) continue;
    depth = Math.max(0, depth + (closing === "/" ? -1 : 1));
    if (depth > 2000) throw new ReadError("tooDeep");
  }
}

/** Elements that have no end tag, or whose end tag people leave out. */
const emptyElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr p li td th tr tbody thead tfoot dt dd option".split(
    " ",
  ),
);

/** What the page itself says, unless its bytes say better: `charset=gb2312` of a UTF-8 page is a common lie. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (markedEncoding(bytes) !== undefined || isUtf8(bytes)) return undefined;
  const beginning = String.fromCharCode(...bytes.subarray(0, 4096));
  const declared = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(
    beginning,
  )?.[1];
  const label = declared === undefined ? "utf-8" : labelOf(declared);
  return label.startsWith("utf-") ? undefined : label === "gbk" ? "gb18030" : label;
}

function labelOf(declared: string): string {
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return "utf-8";
  }
}
