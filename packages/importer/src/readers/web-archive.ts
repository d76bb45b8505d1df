import { ReadError } from "../read-error.ts";
import type { SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import { decodeText } from "../text-encoding.ts";
import { writeHtml } from "./html.ts";
import type { SourceReader } from "./reader.ts";

/** Pages with their pictures in one file, which Word and job sites save under names that end in .mht and .doc. */
export const webArchiveReader: SourceReader = {
  format: "html",
  extensions: ["mht", "mhtml"],
  recognises: ({ head }) =>
    /^\s*[\w-]+:[^\n]*\n/u.test(head) &&
    /^mime-version:/imu.test(head) &&
    /^content-type:\s*(?:multipart\/|text\/html)/imu.test(head),
  read: readWebArchive,
};

/** A part of a message: its headers, and its body as it was sent. */
interface MessagePart {
  readonly head: string;
  readonly body: string;
}

function readWebArchive(name: string, bytes: Uint8Array): SourceDocument {
  const page = pageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), 0);
  if (!page) throw new ReadError("noWords");
  const charset = /charset\s*=\s*"?([\w-]{2,30})/iu.exec(page.head)?.[1];
  const decoded = decodeText(bytesOf(page), known(charset));
  const writer = new SourceWriter();
  writeHtml(writer, decoded.text);
  return writer.finish(name, "html", decoded.encoding);
}

/** The first page in a message or in the messages in it. */
function pageIn(message: string, depth: number): MessagePart | undefined {
  const part = partOf(message);
  if (/content-type:\s*text\/html/iu.test(part.head)) return part;
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/iu.exec(part.head);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || depth > 3) return undefined;
  for (const inner of part.body.split(`--${mark}`).slice(1)) {
    const found = pageIn(inner.replace(/^\r?\n/u, ""), depth + 1);
    if (found) return found;
  }
  return undefined;
}

function partOf(message: string): MessagePart {
  const end = /\r?\n\r?\n/u.exec(message);
  if (!end) return { head: message.slice(0, 4096), body: "" };
  return { head: message.slice(0, Math.min(end.index, 16_384)), body: message.slice(end.index + end[0].length) };
}

function bytesOf({ head, body }: MessagePart): Uint8Array {
  const encoding = /content-transfer-encoding:\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") return new Uint8Array(Buffer.from(body, "base64"));
  const plain = encoding === "quoted-printable" ? unquoted(body) : body;
  return new Uint8Array(Buffer.from(plain, "latin1"));
}

function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/gu, "")
    .replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A name for an encoding that exists; else the bytes must tell. */
function known(charset: string | undefined): string | undefined {
  try {
    return charset === undefined ? undefined : new TextDecoder(charset === "gb2312" ? "gb18030" : charset).encoding;
  } catch {
    return undefined;
  }
}
