import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleDocument, textsOf } from "../document/sample-document.ts";
import { write } from "./index.ts";

test("every text of the document is in the file", async () => {
  const document = sampleDocument();
  const page = await htmlOf(document);
  assert.deepEqual(
    textsOf({ ...document.blocks.filter(({ kind }) => kind !== "organisation"), ...document.footer }).filter(
      (text) => !page.includes(text) && text !== document.footer.page,
    ),
    [],
  );
  assert.ok(page.includes('<html lang="zh-CN">'));
});

test("markup in the words stays words", async () => {
  const page = await htmlOf(sampleDocument(1, { lead: `<script>alert("1")</script> & 'x'` }));
  assert.ok(page.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"));
  assert.ok(!page.includes("<script"));
});

test("the table says what its cells belong to", async () => {
  const page = await htmlOf(sampleDocument(1));
  assert.match(page, /<table aria-label="工作标准">\n<thead><tr><th scope="col">序号<\/th>/);
});

async function htmlOf(document: ReturnType<typeof sampleDocument>): Promise<string> {
  return new TextDecoder().decode(await write(document));
}
