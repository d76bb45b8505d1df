import { docReader } from "./doc.ts";
import { docxReader } from "./docx.ts";
import { htmlReader } from "./html.ts";
import { markdownReader } from "./markdown.ts";
import { odtReader } from "./odt.ts";
import { pdfReader } from "./pdf.ts";
import type { SourceReader } from "./reader.ts";
import { rtfReader } from "./rtf.ts";
import { textReader } from "./text.ts";
import { webArchiveReader } from "./web-archive.ts";

/** Every kind of file, the most certain to be recognised first. A new one is a file and a line here. */
export const readers: readonly SourceReader[] = [
  docxReader,
  odtReader,
  docReader,
  pdfReader,
  rtfReader,
  webArchiveReader,
  htmlReader,
  markdownReader,
  textReader,
];
