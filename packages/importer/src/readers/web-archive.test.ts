import assert from "node:assert/strict";
import { test } from "node:test";
import { readSource } from "../index.ts";
import { encoded } from "../test-support/encodings.ts";

const page =
  "<html><body><h1>客服主管</h1><p>接待来访客户，每月25日（含）前回访</p><script>alert(1)</script></body></html>";

function archive(encoding: string, body: string, charset = "utf-8"): Uint8Array {
  return new TextEncoder().encode(
    `From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Part"; type="text/html"\r\n\r\nThis is a message.\r\n------=_Part\r\nContent-Type: text/html; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://example.org/\r\n\r\n${body}\r\n------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------=_Part--\r\n`,
  );
}

const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replace(/.{72}/gu, "$&=\r\n");

const cases: readonly (readonly [string, Uint8Array])[] = [
  ["base64", archive("base64", Buffer.from(page).toString("base64"))],
  ["quoted-printable", archive("quoted-printable", quoted(new TextEncoder().encode(page)))],
  ["quoted-printable in GB2312", archive("quoted-printable", quoted(encoded(page, "gb18030")), "gb2312")],
];
for (const [how, bytes] of cases)
  test(`a page saved with its pictures as ${how} under the name of a Word document is read as a page`, async () => {
    const source = await readSource("客服主管.doc", bytes);
    assert.equal(source.format, "html");
    assert.deepEqual(source.text.trim().split("\n"), ["客服主管", "接待来访客户，每月25日（含）前回访"]);
    assert.deepEqual(
      source.notes.map(({ code }) => code),
      ["otherFormat"],
    );
  });

test("a text that only speaks of a message is no web archive", async () => {
  const text = "Duties\nExplains MIME-Version: 1.0 and multipart/related to colleagues\n";
  assert.equal((await readSource("a.txt", new TextEncoder().encode(text))).format, "txt");
});
