import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Acknowledgements,
  CommentList,
  CommentThread,
  Holder,
  Member,
  ReviewStatus,
  RevisionSummary,
  ScorecardDetail,
  ScorecardSummary,
  TemplateDetail,
} from "../../protocol.ts";
import { sha256Of } from "../../templates/text-facts.ts";
import { startPostgres } from "../../test-support/embedded-postgres.ts";
import { openPeer } from "../../test-support/peer.ts";
import { atEnd, shippedId, signInAs, signInBy, signInOwner, testServer } from "../../test-support/test-server.ts";
import { StorageBusyError } from "../storage.ts";

test("a whole server runs on PostgreSQL, and finds everything again after a restart", async (t) => {
  const postgres = await startPostgres();
  atEnd(t, () => postgres.stop());
  const databaseUrl = await postgres.database();
  const before = await testServer(t, { databaseUrl });
  await assert.rejects(testServer(t, { databaseUrl }), StorageBusyError);
  const owner = await signInOwner(before);
  const author = await signInAs(owner, "author", "chen");
  const peer = await openPeer(t, author, shippedId);
  peer.text.insert(0, "// written on PostgreSQL\n");
  await peer.saved();
  const role = `/templates/${shippedId}`;
  const thread = await owner.post<CommentThread>(`${role}/comments`, {
    body: "@chen ?",
    quote: "written on PostgreSQL",
    suggestion: "kept on PostgreSQL",
  });
  await author.put(`${role}/comments/${thread.comments[0]?.id}/suggestion`, { state: "accepted" });
  await author.post<ReviewStatus>(`${role}/review`, { note: "v2" });
  const { text: submitted } = await owner.get<TemplateDetail>(role);
  const decision = { decision: "approve", sha256: sha256Of(submitted) };
  const approved = await owner.post<ReviewStatus>(`${role}/review/decisions`, decision);
  assert.equal(approved.state, "approved");
  const published = await owner.post<RevisionSummary>(`${role}/revisions`, { kind: "published" });
  assert.deepEqual([published.version, published.authors], [2, ["chen"]]);
  const holder = await owner.post<Holder>("/holders", { name: "李敏" });
  const opened = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const scorecard = await owner.post<ScorecardSummary>("/scorecards", opened);
  const read = { version: 2, holderId: holder.id };
  assert.equal((await owner.post<Acknowledgements>(`${role}/acknowledgements`, read)).done, 1);
  await before.close();

  const after = await testServer(t, { databaseUrl });
  const again = await signInBy(after.url, await after.signInLink());
  const { text, summary } = await again.get<TemplateDetail>(`/templates/${shippedId}`);
  assert.ok(text.startsWith("// kept on PostgreSQL\n"));
  assert.deepEqual([summary.version, summary.updatedBy], [2, "chen"]);
  const detail = await again.get<ScorecardDetail>(`/scorecards/${scorecard.id}`);
  assert.equal(detail.summary.version, 2);
  const { items } = await again.get<{ items: Member[] }>("/members");
  assert.equal(items.length, 2);
  const comments = await again.get<CommentList>(`${role}/comments`);
  assert.equal(comments.items[0]?.comments[0]?.suggestion?.state, "accepted");
  assert.equal((await again.get<ReviewStatus>(`${role}/review`)).state, "published");
  assert.equal((await again.get<Acknowledgements>(`${role}/acknowledgements`)).done, 1);
});
