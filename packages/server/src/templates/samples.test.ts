import assert from "node:assert/strict";
import { test } from "node:test";
import type { Samples, TemplateDetail, TemplateSummary } from "../protocol.ts";
import { type Client, shippedId, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

const ids = async (client: Client) =>
  (await client.get<{ items: TemplateSummary[] }>("/templates")).items.map(({ id }) => id).sort();

test("sample roles are removed in one action and come back as they were", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const before = await ids(owner);
  const untouched = before.length;
  assert.deepEqual(await owner.get("/workspace/samples"), { untouched, kept: 0, removed: 0 });
  const removed = await owner.ask<Samples>("DELETE", "/workspace/samples");
  assert.deepEqual(removed.body, { untouched: 0, kept: 0, removed: untouched });
  assert.deepEqual(await ids(owner), []);
  assert.equal((await owner.ask("GET", `/templates/${shippedId}`)).status, 404);
  assert.deepEqual(await owner.post("/workspace/samples"), { untouched, kept: 0, removed: 0 });
  assert.deepEqual(await ids(owner), before);
});

test("a sample somebody has written in stays, and what extends a removed one still compiles", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  await owner.put(`/templates/${shippedId}/text`, { text: `${text}// ours now\n` });
  const { kept } = (await owner.ask<Samples>("DELETE", "/workspace/samples")).body;
  assert.equal(kept, 1);
  assert.deepEqual(await ids(owner), [shippedId]);
  const { summary } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  assert.equal(summary.errors, 0);
});

test("only an owner removes the sample roles", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const author = await signInAs(owner, "author");
  assert.equal((await author.ask("DELETE", "/workspace/samples")).status, 403);
});
