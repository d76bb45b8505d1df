import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import * as Y from "yjs";
import type {
  Authorship,
  Problem,
  RevisionDetail,
  RevisionSummary,
  TemplateDetail,
  TemplateSummary,
} from "../protocol.ts";
import { openPeer } from "../test-support/peer.ts";
import {
  type Client,
  shippedId,
  signInAs,
  signInOwner,
  temporaryFolder,
  testServer,
} from "../test-support/test-server.ts";

interface List<Item> {
  readonly items: readonly Item[];
}

test("a new workspace has the shipped templates, each published as version 1 without findings", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { items } = await owner.get<List<TemplateSummary>>("/templates");
  assert.ok(items.length >= 2);
  for (const { title, version, state, errors, warnings, duties, family } of items) {
    assert.deepEqual(
      { version, state, errors, warnings },
      { version: 1, state: "published", errors: 0, warnings: 0 },
      title,
    );
    assert.ok(duties > 0 && family !== "");
  }
});

test("a second start loads nothing twice", async (t) => {
  const dataFolder = temporaryFolder(t);
  const first = await testServer(t, { dataFolder });
  const before = await (await signInOwner(first)).get<List<TemplateSummary>>("/templates");
  await first.close();
  const second = await testServer(t, { dataFolder });
  assert.deepEqual(await (await signInOwner(second)).get("/templates"), before);
});

test("a blank role compiles without findings in both languages, and says nothing of the role itself", async (t) => {
  const owner = await signInOwner(await testServer(t));
  for (const language of ["zh-CN", "en"]) {
    const title = 'Anything "quoted" \\ 岗位';
    const summary = await owner.post<TemplateSummary>("/templates", { title, language });
    const { id, errors, warnings, state, version } = summary;
    assert.deepEqual([summary.title, errors, warnings, state, version], [title, 0, 0, "draft", null]);
    const { text } = await owner.get<TemplateDetail>(`/templates/${id}`);
    assert.deepEqual((await owner.post<List<unknown>>("/diagnostics", { text })).items, []);
    assert.doesNotMatch(text, /"(description|department|reportsTo)":/, "an example could be published as if meant");
  }
});

test("who wrote what of the present text is told from the log, over a compaction and a restart", async (t) => {
  const dataFolder = temporaryFolder(t);
  const server = await testServer(t, { dataFolder, compactAfter: 2 });
  const owner = await signInOwner(server);
  const author = await signInAs(owner, "author", "苏芮");
  const path = `/templates/${shippedId}`;
  const write = async (client: Client, from: string, to: string) => {
    const { text } = await owner.get<TemplateDetail>(path);
    await client.put(`${path}/text`, { text: text.replace(from, to) });
  };
  await write(author, '"title": "客服主管"', '"title": "客服主管甲乙"');
  await write(owner, '"title": "客服主管甲乙"', '"title": "客服主管甲丙乙"');
  await write(author, '"department": "物业', '"department": "大物业');
  const wrote = async (client: Client) => {
    const { text, stretches } = await client.get<Authorship>(`${path}/authorship`);
    assert.equal(text, (await client.get<TemplateDetail>(path)).text);
    assert.equal(
      stretches.reduce((sum, { length }) => sum + length, 0),
      text.length,
    );
    let at = 0;
    return stretches.flatMap(({ length, by }) => {
      at += length;
      return by ? [[by.name, text.slice(at - length, at)]] : [];
    });
  };
  const expected = [
    ["苏芮", "甲"],
    [(await owner.get<{ member: { name: string } }>("/session")).member.name, "丙"],
    ["苏芮", "乙"],
    ["苏芮", "大"],
  ];
  assert.deepEqual(await wrote(owner), expected);
  await server.close();
  const again = await signInOwner(await testServer(t, { dataFolder }));
  assert.deepEqual(await wrote(again), expected);
  assert.equal((await again.ask("GET", "/templates/none/authorship")).status, 404);
});

test("versions count up, and the state tells whether the text is the published one", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const nothing = await owner.ask<Problem>("POST", `${path}/revisions`, { kind: "published" });
  assert.deepEqual([nothing.status, nothing.body.code], [409, "nothing-to-publish"]);
  const { text } = await owner.get<TemplateDetail>(path);
  const changed = await owner.put<TemplateDetail>(`${path}/text`, { text: `// 第二版\n${text}` });
  assert.deepEqual([changed.summary.state, changed.summary.version], ["changed", 1]);
  const second = await owner.post<RevisionSummary>(`${path}/revisions`, { kind: "published", name: "年度修订" });
  assert.deepEqual([second.revision, second.version, second.name], [2, 2, "年度修订"]);
  assert.equal(second.sha256, createHash("sha256").update(changed.text).digest("hex"));
  const back = await owner.put<TemplateDetail>(`${path}/text`, { text });
  assert.equal(back.summary.state, "changed");
});

test("a template under the $id of another published one is not published, until it has its own", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text, summary } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "客服主管（副本）" });
  await owner.put(`/templates/${id}/text`, { text });
  const refused = await owner.ask<Problem>("POST", `/templates/${id}/revisions`, { kind: "published" });
  assert.deepEqual([refused.status, refused.body.code], [409, "schema-id-taken"]);
  assert.match(refused.body.detail ?? "", new RegExp(summary.title));
  await owner.post(`/templates/${id}/revisions`, { kind: "named", name: "评审稿" });
  await owner.put(`/templates/${id}/text`, {
    text: text.replace("roles/property/customer-service-supervisor", "roles/property/customer-service-copy"),
  });
  assert.equal((await owner.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "published" })).version, 1);
});

test("a revision keeps its text when the live text moves on", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const { text } = await owner.get<TemplateDetail>(path);
  await owner.put(`${path}/text`, { text: `// 草稿\n${text}` });
  const named = await owner.post<RevisionSummary>(`${path}/revisions`, { kind: "named", name: "评审稿" });
  assert.equal(named.version, null);
  await owner.put(`${path}/text`, { text });
  const kept = await owner.get<RevisionDetail>(`${path}/revisions/${named.revision}`);
  assert.equal(kept.text, `// 草稿\n${text}`);
  const { items } = await owner.get<List<RevisionSummary>>(`${path}/revisions`);
  assert.deepEqual(
    items.map(({ revision, kind }) => [revision, kind]),
    [
      [2, "named"],
      [1, "published"],
    ],
  );
});

test("a revision names those who wrote since the one before", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const chen = await signInAs(owner, "author", "陈晨");
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "协作" });
  const { text } = await owner.get<TemplateDetail>(`/templates/${id}`);
  await chen.put(`/templates/${id}/text`, { text: `// 陈\n${text}` });
  const first = await owner.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "published" });
  assert.deepEqual([...first.authors].sort(), ["负责人", "陈晨"]);
  assert.equal(first.createdBy, "负责人");
  await chen.put(`/templates/${id}/text`, { text: `// 陈二\n${text}` });
  const second = await owner.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "published" });
  assert.deepEqual(second.authors, ["陈晨"]);
});

test("a summary follows the text, and keeps what it knew while the text does not parse", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const { text, summary } = await owner.get<TemplateDetail>(path);
  const renamed = await owner.put<TemplateDetail>(`${path}/text`, {
    text: text.replace('"title": "客服主管"', '"title": "客户服务经理"'),
  });
  assert.equal(renamed.summary.title, "客户服务经理");
  const broken = await owner.put<TemplateDetail>(`${path}/text`, { text: renamed.text.slice(0, -20) });
  assert.equal(broken.summary.title, "客户服务经理");
  assert.equal(broken.summary.duties, summary.duties);
  assert.ok(broken.summary.errors > 0);
  assert.equal(broken.summary.updatedBy, "负责人");
});

test("a template can be archived and brought back", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const archived = await owner.ask<TemplateSummary>("PATCH", `/templates/${shippedId}`, { archived: true });
  assert.equal(archived.body.archived, true);
  const back = await owner.ask<TemplateSummary>("PATCH", `/templates/${shippedId}`, {
    archived: false,
    family: "物业",
  });
  assert.deepEqual([back.body.archived, back.body.family], [false, "物业"]);
});

test("restoring a revision is an ordinary edit of whoever does it, and leaves what did not differ alone", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const author = await signInAs(owner, "author", "chen");
  const named = await owner.post<RevisionSummary>(`${path}/revisions`, { kind: "named", name: "before" });
  const peer = await openPeer(t, author, shippedId);
  const before = peer.text.toString();
  const place = before.indexOf('"standards"');
  const cursor = Y.createRelativePositionFromTypeIndex(peer.text, place);
  peer.text.insert(0, "// a change to take back\n");
  await peer.saved();
  await author.post(`${path}/revisions/${named.revision}/restore`);
  await peer.sees((text) => text === before);
  assert.equal(Y.createAbsolutePositionFromRelativePosition(cursor, peer.provider.document)?.index, place);
  const { summary } = await owner.get<TemplateDetail>(path);
  assert.equal(summary.updatedBy, "chen");
  assert.equal((await owner.ask("POST", `${path}/revisions/999/restore`)).status, 404);
  const viewer = await signInAs(owner, "viewer");
  assert.equal((await viewer.ask("POST", `${path}/revisions/${named.revision}/restore`)).status, 403);
});

test("after a pause in editing the changed text is kept once, with who wrote it", async (t) => {
  const server = await testServer(t, { pauseMs: 20 });
  const owner = await signInOwner(server);
  const peer = await openPeer(t, await signInAs(owner, "author", "chen"), shippedId);
  peer.text.insert(0, "// 停笔\n");
  await peer.saved();
  const [kept] = await revisionsUntil(owner, (items) => items.length === 2);
  assert.deepEqual([kept?.kind, kept?.version, kept?.name, kept?.createdBy], ["pause", null, "", ""]);
  assert.deepEqual(kept?.authors, ["chen"]);
  const { text } = await owner.get<RevisionDetail>(`/templates/${shippedId}/revisions/2`);
  assert.equal(text, peer.text.toString());
  assert.equal(kept?.sha256, createHash("sha256").update(text).digest("hex"));
});

test("a pause after which the text is the same again makes no revision, also over a restart", async (t) => {
  const dataFolder = temporaryFolder(t);
  const first = await testServer(t, { dataFolder });
  const owner = await signInOwner(first);
  const peer = await openPeer(t, owner, shippedId);
  peer.text.insert(0, "x");
  peer.text.delete(0, 1);
  await peer.saved();
  const other = await owner.post<TemplateSummary>("/templates", { title: "另一份" });
  await first.close();
  const again = await signInOwner(await testServer(t, { dataFolder, pauseMs: 0 }));
  await revisionsUntil(again, (items) => items.length === 1, other.id);
  assert.equal((await again.get<List<RevisionSummary>>(`/templates/${shippedId}/revisions`)).items.length, 1);
});

/** The revisions of a template when there are such. */
async function revisionsUntil(
  client: Client,
  expected: (items: readonly RevisionSummary[]) => boolean,
  id = shippedId,
): Promise<readonly RevisionSummary[]> {
  for (;;) {
    const { items } = await client.get<List<RevisionSummary>>(`/templates/${id}/revisions`);
    if (expected(items)) return items;
  }
}

test("a revision can be named long after it was made, and taken as text and as PDF", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const { text } = await owner.get<TemplateDetail>(path);
  const kept = await owner.post<RevisionSummary>(`${path}/revisions`, { kind: "named", name: "草稿" });
  await owner.put(`${path}/text`, { text: `// 后来\n${text}` });
  const named = await owner.ask<RevisionSummary>("PATCH", `${path}/revisions/${kept.revision}`, { name: " 评审稿 " });
  assert.deepEqual([named.status, named.body.name], [200, "评审稿"]);
  assert.equal((await owner.ask("PATCH", `${path}/revisions/99`, { name: "没有" })).status, 404);
  assert.equal((await owner.ask("PATCH", `${path}/revisions/${kept.revision}`, { name: " " })).status, 400);
  const source = await owner.ask<string>("GET", `${path}/export?format=jsonc&revision=${kept.revision}`);
  assert.equal(source.body, text);
  assert.match(source.headers.get("content-disposition") ?? "", /\.jsonc/);
  const page = await owner.ask<string>("GET", `${path}/export?format=markdown&revision=${kept.revision}`);
  assert.equal(page.status, 200);
  assert.equal((await owner.ask("GET", `${path}/export?format=pdf&revision=99`)).status, 404);
});
