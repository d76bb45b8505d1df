import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadError, readSource } from "../index.ts";
import { encoded, utf16 } from "../test-support/encodings.ts";

const simplified =
  "仓储主管岗位说明书\n一、岗位职责\n1、主持仓库的日常管理，安排班次。\n2、每月25日（含）前完成盘点，差异率低于0.5%。\n";
const traditional =
  "倉儲主管職務說明書\n一、工作職責\n1、主持倉庫的日常管理，安排班次。\n2、每月25日（含）前完成盤點，差異率低於0.5%。\n";
const english = "Warehouse lead – job description\nThe lead’s duties:\n• keep the café’s stock\n";

const cases: readonly (readonly [encoding: string, text: string, bytes: Uint8Array])[] = [
  ["gb18030", simplified, encoded(simplified, "gb18030")],
  ["gb18030", traditional, encoded(traditional, "gb18030")],
  ["big5", traditional, encoded(traditional, "big5")],
  ["utf-16le", simplified, utf16(simplified, "le")],
  ["utf-16be", simplified, utf16(simplified, "be")],
  ["utf-16le", english, utf16(english, "le")],
  ["windows-1252", english, encoded(english, "windows-1252")],
  ["utf-8", traditional, new TextEncoder().encode(traditional)],
];
for (const [encoding, text, bytes] of cases)
  test(`${encoding} is found from the bytes of “${text.slice(0, 6)}…”`, async () => {
    const source = await readSource("a.txt", bytes);
    assert.deepEqual([source.text, source.encoding], [text, encoding]);
  });

test("a choice of encoding is followed", async () => {
  const source = await readSource("a.txt", encoded(traditional, "big5"), { encoding: "big5" });
  assert.deepEqual([source.text, source.encoding, source.notes], [traditional, "big5", []]);
});

test("where the encoding is unsure, the others are offered with a preview", async () => {
  const source = await readSource("a.txt", encoded("電機", "big5"));
  const [note] = source.notes;
  assert.equal(note?.code, "encodingUnsure");
  const { encoding, preview, alternatives } = note.params as {
    encoding: string;
    preview: string;
    alternatives: { encoding: string; preview: string }[];
  };
  const previews = new Map([{ encoding, preview }, ...alternatives].map((offer) => [offer.encoding, offer.preview]));
  assert.equal(previews.get("big5"), "電機");
  assert.ok(previews.has("gb18030"));
});

test("an encoding that does not exist is refused by name", async () => {
  await assert.rejects(
    readSource("a.txt", new TextEncoder().encode("x"), { encoding: "gbk-9" }),
    (error) => error instanceof ReadError && error.code === "unknownEncoding" && error.params.encoding === "gbk-9",
  );
});

test("what is no document is refused and named", async () => {
  const bytes = (head: string) => Uint8Array.from([...`${head}\0\0\0\u0001\0`].map((sign) => sign.charCodeAt(0)));
  for (const [head, kind] of [
    ["\u0089PNG\r\n", "image"],
    ["MZ\u0090\0\u0003", "program"],
    ["Rar!\u001a\u0007", "archive"],
    ["\u0001\u0002\0\0\u0003", "other"],
  ] as const)
    await assert.rejects(readSource("岗位.docx", bytes(head)), (error) => {
      assert.ok(error instanceof ReadError);
      assert.deepEqual([error.code, error.params], ["notADocument", { kind }]);
      return true;
    });
  await assert.rejects(
    readSource("a.txt", new Uint8Array()),
    (error) => error instanceof ReadError && error.code === "emptyFile",
  );
});

test("a text beyond the limit is refused before it is looked at", async () => {
  await assert.rejects(
    readSource("a.txt", new Uint8Array(81_000_000).fill(0x61)),
    (error) => error instanceof ReadError && error.code === "textTooLong" && error.params.millions === 20,
  );
});
