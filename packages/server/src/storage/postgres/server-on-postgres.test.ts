import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Holder,
  Member,
  RevisionSummary,
  ScorecardDetail,
  ScorecardSummary,
  TemplateDetail,
} from "../../protocol.ts";
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
  const published = await owner.post<RevisionSummary>(`/templates/${shippedId}/revisions`, { kind: "published" });
  assert.deepEqual([published.version, published.authors], [2, ["chen"]]);
  const holder = await owner.post<Holder>("/holders", { name: "李敏" });
  const opened = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const scorecard = await owner.post<ScorecardSummary>("/scorecards", opened);
  await before.close();

  const after = await testServer(t, { databaseUrl });
  const again = await signInBy(after.url, await after.signInLink());
  const { text, summary } = await again.get<TemplateDetail>(`/templates/${shippedId}`);
  assert.ok(text.startsWith("// written on PostgreSQL\n"));
  assert.deepEqual([summary.version, summary.updatedBy], [2, "chen"]);
  const detail = await again.get<ScorecardDetail>(`/scorecards/${scorecard.id}`);
  assert.equal(detail.summary.version, 2);
  const { items } = await again.get<{ items: Member[] }>("/members");
  assert.equal(items.length, 2);
});
