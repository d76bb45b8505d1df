import type { SourceCell, SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import type { SourceReader } from "./reader.ts";
import { RtfText } from "./rtf-text.ts";

/** Rich Text Format, which old programs and Word under the name .doc write. */
export const rtfReader: SourceReader = {
  format: "rtf",
  extensions: ["rtf"],
  recognises: ({ head }) => /^\s*\{\\rtf/u.test(head),
  read: readRtf,
};

function readRtf(name: string, bytes: Uint8Array): SourceDocument {
  const writer = new SourceWriter();
  // Headers stand in the file once for first, left and right pages.
  const told = new Set<string>();
  const text = new RtfText(bytes, {
    paragraph: (words, label, cell) => writer.block(words, facts(label, cell)),
    layout(words) {
      if (!told.has(words)) writer.layout(words);
      told.add(words);
    },
    gap: () => writer.gap(),
  });
  text.read();
  if (text.images > 0) writer.note("imagesSkipped", { count: text.images });
  return writer.finish(name, "rtf", text.encoding);
}

function facts(label: string, cell: SourceCell | undefined) {
  const kind = cell ? "cell" : label === "" ? "paragraph" : "list-item";
  return { kind, ...(label === "" ? {} : { label }), ...(cell ? { cell } : {}) } as const;
}
