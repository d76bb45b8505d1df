import assert from "node:assert/strict";
import { test } from "node:test";
import type { Comment, CommentList, CommentThread, NoticeList, Problem, TemplateDetail } from "../protocol.ts";
import { openPeer, until } from "../test-support/peer.ts";
import { type Client, shippedId, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";
import { mentionsIn } from "./mentions.ts";

const path = `/templates/${shippedId}`;
const words = "投诉、报事抽查比例";

async function people(t: Parameters<typeof testServer>[0]) {
  const owner = await signInOwner(await testServer(t));
  return { owner, author: await signInAs(owner, "author", "陈晨"), lead: await signInAs(owner, "author", "何嘉") };
}

const list = (client: Client) => client.get<CommentList>(`${path}/comments`);
const begin = (client: Client, draft: object) => client.post<CommentThread>(`${path}/comments`, draft);
const textOf = async (client: Client) => (await client.get<TemplateDetail>(path)).text;
const suggest = (client: Client, comment: Comment | undefined, state: string) =>
  client.ask<CommentThread & Problem>("PUT", `${path}/comments/${comment?.id}/suggestion`, { state });

test("people comment on words, answer, resolve, and open again by answering", async (t) => {
  const { author, lead } = await people(t);
  const thread = await begin(author, { body: "口径要写清", quote: words, label: words });
  assert.ok(thread.anchor);
  assert.deepEqual([thread.quote, thread.comments[0]?.author.name], [words, "陈晨"]);
  await lead.post(`${path}/threads/${thread.id}/comments`, { body: "同意，按当月总量" });
  const resolved = await lead.ask<CommentThread>("PATCH", `${path}/threads/${thread.id}`, { resolved: true });
  assert.equal(resolved.body.resolvedBy?.name, "何嘉");
  await author.post(`${path}/threads/${thread.id}/comments`, { body: "还有一处" });
  const { items } = await list(author);
  assert.deepEqual([items[0]?.resolvedAt, items[0]?.comments.length], [null, 3]);
});

test("words that are not in the text are refused with what to do", async (t) => {
  const { author } = await people(t);
  const refused = await author.ask<Problem>("POST", `${path}/comments`, { body: "？", quote: "查无此句查无此句" });
  assert.deepEqual([refused.status, refused.body.code], [409, "quotation-not-found"]);
});

test("who is mentioned and who took part are told, each once; who wrote it is not", async (t) => {
  const { author, lead } = await people(t);
  const thread = await begin(author, { body: "@何嘉 请看一下，@何嘉", quote: words });
  assert.deepEqual(
    thread.comments[0]?.mentions.map(({ name }) => name),
    ["何嘉"],
  );
  const { items, unread } = await lead.get<NoticeList>("/notices");
  assert.deepEqual([unread, items[0]?.kind, items[0]?.threadId], [1, "mention", thread.id]);
  await lead.post(`${path}/threads/${thread.id}/comments`, { body: "看过了" });
  assert.deepEqual(
    (await author.get<NoticeList>("/notices")).items.map(({ kind, excerpt }) => [kind, excerpt]),
    [["reply", "看过了"]],
  );
});

test("of names that begin alike the longer one is meant", () => {
  const members = ["陈", "陈晨", "Ann"].map((name) => ({ id: name, name }));
  assert.deepEqual(mentionsIn("@陈晨 和 ＠陈，mail@example", members), ["陈晨", "陈"]);
});

test("only its author changes a comment, takes it back and brings it back", async (t) => {
  const { author, lead } = await people(t);
  const { comments } = await begin(author, { body: "第一稿", quote: words });
  const own = `${path}/comments/${comments[0]?.id}`;
  const foreign = await lead.ask<Problem>("PATCH", own, { body: "改" });
  assert.deepEqual([foreign.status, foreign.body.code], [403, "comment-not-yours"]);
  await author.ask("PATCH", own, { body: "第二稿" });
  const [edited] = (await list(lead)).items;
  assert.deepEqual([edited?.comments[0]?.body, edited?.comments[0]?.editedAt === null], ["第二稿", false]);
  await author.ask("PATCH", own, { deleted: true });
  assert.deepEqual((await list(lead)).items, []);
  await author.ask("PATCH", own, { deleted: false });
  assert.equal((await list(lead)).items[0]?.comments[0]?.body, "第二稿");
});

test("what others wrote since one last looked is unread", async (t) => {
  const { author, lead } = await people(t);
  await begin(author, { body: "一", quote: words });
  assert.equal((await list(lead)).seenAt, null);
  await lead.ask("PUT", `${path}/comments/seen`);
  const { items, seenAt } = await list(lead);
  assert.ok((seenAt ?? "") >= (items[0]?.comments[0]?.createdAt ?? "never"));
});

test("commenters comment and suggest, but write nothing and accept nothing; members and viewers do neither", async (t) => {
  const { owner } = await people(t);
  const commenter = await signInAs(owner, "commenter", "法务");
  const thread = await begin(commenter, { body: "建议改", quote: words, suggestion: "投诉抽查比例" });
  assert.equal((await commenter.ask("PUT", `${path}/text`, { text: "{}" })).status, 403);
  assert.equal((await suggest(commenter, thread.comments[0], "accepted")).status, 403);
  const peer = await openPeer(t, commenter, shippedId);
  assert.equal(peer.provider.authorizedScope, "readonly");
  for (const role of ["member", "viewer"] as const)
    assert.equal((await (await signInAs(owner, role)).ask("GET", `${path}/comments`)).status, 403, role);
});

test("accepting a suggestion edits its words only, as an edit of who accepts, and can be taken back", async (t) => {
  const { owner, author, lead } = await people(t);
  const before = await textOf(author);
  const quote = `"title": "${words}"`;
  const thread = await begin(lead, { body: "更短", quote, suggestion: '"title": "投诉抽查比例"' });
  const accepted = await suggest(author, thread.comments[0], "accepted");
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  const suggestion = accepted.body.comments[0]?.suggestion;
  assert.deepEqual([suggestion?.state, suggestion?.decidedBy?.name, suggestion?.replaces], ["accepted", "陈晨", quote]);
  assert.equal(await textOf(author), before.replace(quote, '"title": "投诉抽查比例"'));
  assert.equal((await owner.get<TemplateDetail>(path)).summary.updatedBy, "陈晨");
  assert.equal((await lead.get<NoticeList>("/notices")).items[0]?.kind, "suggestion-accepted");
  const again = await suggest(author, thread.comments[0], "rejected");
  assert.equal(again.body.code, "suggestion-decided");
  await suggest(author, thread.comments[0], "open");
  assert.equal(await textOf(author), before);
});

test("a deletion that was accepted comes back where the words stood, however others wrote around them", async (t) => {
  const { author, lead } = await people(t);
  const before = await textOf(author);
  const thread = await begin(lead, { body: "多余", quote: words, suggestion: "" });
  assert.equal((await suggest(author, thread.comments[0], "accepted")).status, 200);
  const without = await textOf(author);
  assert.equal(without, before.replace(words, ""));
  await lead.put(`${path}/text`, { text: `// 新的一行\n${without}` });
  assert.equal((await suggest(author, thread.comments[0], "open")).status, 200);
  assert.equal(await textOf(author), `// 新的一行\n${before}`);
  assert.equal((await suggest(author, thread.comments[0], "accepted")).status, 200);
  assert.equal(await textOf(author), `// 新的一行\n${without}`);
});

test("of two who accept the same suggestion at once one writes it, and both see it accepted", async (t) => {
  const { owner, author, lead } = await people(t);
  const before = await textOf(author);
  // Only added to: the words themselves stand there still after the first.
  const thread = await begin(lead, { body: "补充", quote: words, suggestion: `${words}（含复查）` });
  const answers = await Promise.all([author, owner].map((each) => suggest(each, thread.comments[0], "accepted")));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  assert.equal(await textOf(author), before.replace(words, `${words}（含复查）`));
});

test("a suggestion whose words were changed, are gone, or would break the text is refused and nothing is written", async (t) => {
  const { author, lead } = await people(t);
  const before = await textOf(author);
  const quote = `"title": "${words}"`;
  const broken = await begin(lead, { body: "坏", quote, suggestion: '"title": ' });
  const breaks = await suggest(author, broken.comments[0], "accepted");
  assert.deepEqual([breaks.status, breaks.body.code], [422, "suggestion-breaks-text"]);
  assert.equal(await textOf(author), before);

  const good = await begin(lead, { body: "好", quote, suggestion: '"title": "抽查比例"' });
  await author.put(`${path}/text`, { text: before.replace(words, "投诉、报事、建议抽查比例") });
  const changed = await suggest(author, good.comments[0], "accepted");
  assert.deepEqual([changed.status, changed.body.code], [409, "suggestion-words-changed"]);
  await author.put(`${path}/text`, { text: `${before.slice(0, -3)}` });
  const unreadable = await suggest(author, good.comments[0], "accepted");
  assert.equal(unreadable.body.code, "suggestion-text-unreadable");
  await author.put(`${path}/text`, { text: "{}" });
  const gone = await suggest(author, good.comments[0], "accepted");
  assert.equal(gone.body.code, "suggestion-words-gone");
  assert.match(gone.body.detail ?? "", /引文仍保留/);
  assert.equal((await list(author)).items.find(({ id }) => id === good.id)?.quote, quote);
});

test("turning a suggestion down keeps its thread", async (t) => {
  const { author, lead } = await people(t);
  const before = await textOf(author);
  const thread = await begin(lead, { body: "改短", quote: words, suggestion: "抽查" });
  const rejected = await suggest(author, thread.comments[0], "rejected");
  assert.equal(rejected.body.comments[0]?.suggestion?.state, "rejected");
  assert.equal(await textOf(author), before);
  assert.equal((await lead.get<NoticeList>("/notices")).items[0]?.kind, "suggestion-rejected");
});

test("everybody who has the template open hears at once that there are new comments", async (t) => {
  const { author, lead } = await people(t);
  const peer = await openPeer(t, lead, shippedId);
  const heard: string[] = [];
  peer.provider.on("stateless", ({ payload }: { payload: string }) => heard.push(payload));
  await begin(author, { body: "看这里", quote: words });
  await until(peer.provider, "stateless", () => heard.length > 0);
  assert.deepEqual(JSON.parse(heard[0] ?? ""), { changed: "comments" });
});
