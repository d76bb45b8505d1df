/** A piece of the source text. Offsets are UTF-16 code units into {@link SourceDocument.text}; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What every reader delivers: one text in which every later finding has its place. */
export interface SourceDocument {
  /** File name, or what the person called the pasted text. */
  readonly name: string;
  /** LF line ends, no byte order mark. */
  readonly text: string;
  /** WHATWG label of the encoding it was read in. */
  readonly encoding: string;
}

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * Reads the bytes of a text file: a byte order mark decides, else strict UTF-8, else GB18030, which is what
 * Chinese Windows writes. Never throws: bytes that fit no encoding become U+FFFD.
 */
export function readText(name: string, bytes: Uint8Array): SourceDocument {
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
  return pastedText(name, new TextDecoder(encoding).decode(bytes), encoding);
}

/** Takes text that is already decoded, e.g. from the clipboard. */
export function pastedText(name: string, text: string, encoding = "utf-8"): SourceDocument {
  return { name, text: text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"), encoding };
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
