import assert from "node:assert/strict";
import { test } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import type { Holder, Problem, ScorecardSummary, TemplateDetail } from "../protocol.ts";
import { type Client, shippedId, signInOwner, testServer } from "../test-support/test-server.ts";

test("the role document is downloaded as a PDF under its Chinese name", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { headers, bytes } = await download(owner, `/templates/${shippedId}/export?format=pdf&version=1`);
  assert.equal(headers.get("content-type"), "application/pdf");
  assert.equal(nameOf(headers), "客服主管 v1.pdf");
  assert.match(headers.get("content-disposition") ?? "", /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
  const text = await pdfText(bytes);
  assert.ok(text.includes("客服主管") && text.includes("v1"));
});

test("a draft is marked as one, in the language asked for", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { summary } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const draft = await download(owner, `/templates/${shippedId}/export?format=markdown&language=en`);
  const words = new TextDecoder().decode(draft.bytes);
  assert.equal(draft.headers.get("content-type"), "text/markdown; charset=utf-8");
  assert.ok(words.includes("Draft") || words.includes("draft"), words.slice(-300));
  assert.ok(!words.includes(summary.title));
});

test("a filled scorecard is downloaded with the holder, the period and the pinned version", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const holder = await owner.post<Holder>("/holders", { name: "张敏/客服" });
  const draft = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const { id } = await owner.post<ScorecardSummary>("/scorecards", draft);
  const { headers, bytes } = await download(owner, `/scorecards/${id}/export`);
  assert.match(nameOf(headers), /^张敏 客服 客服主管 .*\.pdf$/);
  const text = await pdfText(bytes);
  assert.ok(text.includes("客服主管") && text.includes("v1"));
});

test("a language that does not exist is refused with those there are, for role and scorecard alike", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const holder = await owner.post<Holder>("/holders", { name: "张敏" });
  const draft = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const { id } = await owner.post<ScorecardSummary>("/scorecards", draft);
  for (const path of [`/templates/${shippedId}/export`, `/scorecards/${id}/export`]) {
    const { status, body } = await owner.ask<Problem>("GET", `${path}?format=markdown&language=xx`);
    assert.deepEqual([status, body.code], [400, "unknown-language"], path);
    assert.deepEqual(body.params, { language: "xx", known: ["zh-CN", "en"] });
    assert.match(body.detail ?? "", /xx.*zh-CN.*en/);
    await download(owner, `${path}?format=markdown&language=en-GB`);
  }
});

async function download({ url, headers }: Client, path: string) {
  const response = await fetch(`${url}/api/v1${path}`, { headers });
  assert.equal(response.status, 200);
  return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function nameOf(headers: Headers): string {
  const [, name = ""] = /filename\*=UTF-8''(\S+)$/.exec(headers.get("content-disposition") ?? "") ?? [];
  return decodeURIComponent(name);
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text;
}
