import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Acknowledgements,
  Holder,
  Member,
  NoticeList,
  Problem,
  ReviewStatus,
  RevisionDetail,
  RevisionSummary,
  Session,
  TemplateDetail,
  TemplateSummary,
  WorkspaceSettings,
} from "../protocol.ts";
import { sha256Of } from "../templates/text-facts.ts";
import { type Client, shippedId, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

const path = `/templates/${shippedId}`;

async function people(t: Parameters<typeof testServer>[0]) {
  const owner = await signInOwner(await testServer(t));
  const [author, lead, manager] = [
    await signInAs(owner, "author", "陈晨"),
    await signInAs(owner, "author", "何嘉"),
    await signInAs(owner, "manager", "苏瑾"),
  ];
  return { owner, author, lead, manager };
}

const idOf = async (client: Client) => (await client.get<Session>("/session")).member.id;
const status = (client: Client) => client.get<ReviewStatus>(`${path}/review`);
const textOf = async (client: Client) => (await client.get<TemplateDetail>(path)).text;

async function write(client: Client, mark: string): Promise<string> {
  const text = `// ${mark}\n${await textOf(client)}`;
  await client.put(`${path}/text`, { text });
  return text;
}

async function decide(client: Client, decision: "approve" | "request-changes", note = "") {
  const sha256 = sha256Of(await textOf(client));
  return client.ask<ReviewStatus & Problem>("POST", `${path}/review/decisions`, { decision, note, sha256 });
}

const publish = (client: Client, body: object = {}) =>
  client.ask<RevisionSummary & Problem>("POST", `${path}/revisions`, { kind: "published", ...body });

test("a changed role is submitted, approved by somebody else, and published as the text that was approved", async (t) => {
  const { owner, author, lead } = await people(t);
  assert.equal((await status(author)).state, "published");
  const text = await write(author, "改动");
  assert.deepEqual((await status(author)).may, ["submit", "publish", "comment", "accept-suggestion"]);
  const submitted = await author.post<ReviewStatus>(`${path}/review`, {
    note: "年度修订",
    reviewers: [await idOf(lead)],
  });
  assert.equal(submitted.state, "review");
  assert.equal(submitted.review?.note, "年度修订");
  assert.deepEqual(submitted.may, ["withdraw", "comment", "accept-suggestion"]);

  const own = await decide(author, "approve");
  assert.deepEqual([own.status, own.body.code], [403, "review-own"]);
  const approved = await decide(lead, "approve", "同意");
  assert.deepEqual([approved.status, approved.body.state], [201, "approved"]);
  assert.deepEqual(
    approved.body.review?.decisions.map(({ by, decision, note, current }) => [by.name, decision, note, current]),
    [["何嘉", "approve", "同意", true]],
  );
  const made = await publish(author);
  assert.deepEqual([made.status, made.body.version, made.body.sha256], [201, 2, sha256Of(text)]);
  assert.equal((await status(owner)).state, "published");
});

test("an approval is of one text: what is written afterwards waits, and the approved text can still be published", async (t) => {
  const { author, lead } = await people(t);
  const approvedText = await write(author, "批准的");
  await author.post(`${path}/review`, {});
  assert.equal((await decide(lead, "approve")).body.state, "approved");
  await write(author, "后来的");
  const later = await status(author);
  assert.equal(later.state, "outdated");
  assert.ok(later.may.includes("publish-approved"));
  const made = await publish(author, { approved: true });
  assert.equal(made.body.version, 2);
  const { text } = await author.get<RevisionDetail>(`${path}/revisions/${made.body.revision}`);
  assert.equal(text, approvedText);
  assert.equal((await status(author)).state, "draft");
  assert.match(await textOf(author), /^\/\/ 后来的/);
});

test("a text that moved on while the reviewer read it is not approved unseen", async (t) => {
  const { author, lead } = await people(t);
  const seen = await write(author, "一");
  await author.post(`${path}/review`, {});
  const text = await write(author, "二");
  const draft = { decision: "approve", sha256: sha256Of(seen) };
  const refused = await lead.ask<Problem>("POST", `${path}/review/decisions`, draft);
  assert.deepEqual([refused.status, refused.body.code], [409, "review-text-changed"]);
  assert.match(refused.body.detail ?? "", /又有改动/);
  const approved = await decide(lead, "approve");
  const revision = approved.body.review?.revision ?? 0;
  assert.equal((await lead.get<RevisionDetail>(`${path}/revisions/${revision}`)).text, text);
});

test("everybody who was asked has to approve the same text; an earlier approval does not count for a later one", async (t) => {
  const { owner, author, lead, manager } = await people(t);
  await write(author, "一");
  await author.post(`${path}/review`, { reviewers: [await idOf(lead), await idOf(manager)] });
  assert.equal((await decide(lead, "approve")).body.state, "review");
  await write(author, "二");
  const half = await decide(manager, "approve");
  assert.equal(half.body.state, "review");
  assert.deepEqual(
    half.body.review?.decisions.map(({ current }) => current),
    [false, true],
  );
  assert.equal((await decide(lead, "approve")).body.state, "approved");

  await write(author, "三");
  await author.post(`${path}/review`, { reviewers: [await idOf(lead), await idOf(manager)] });
  assert.equal((await decide(owner, "approve")).body.state, "approved", "the owner steps in for those who were asked");
});

test("changes requested send it back to the author with what to change", async (t) => {
  const { author, lead } = await people(t);
  await write(author, "一");
  await author.post(`${path}/review`, {});
  const sent = await decide(lead, "request-changes", "3.4 的目标偏低");
  assert.deepEqual([sent.body.state, sent.body.review?.outcome], ["draft", "changes"]);
  const { items, unread } = await author.get<NoticeList>("/notices");
  assert.equal(unread, 1);
  const [notice] = items;
  assert.deepEqual(
    [notice?.kind, notice?.title, notice?.actor.name, notice?.excerpt],
    ["changes-requested", "客服主管", "何嘉", "3.4 的目标偏低"],
  );
  await author.post("/notices/read", {});
  assert.equal((await author.get<NoticeList>("/notices")).unread, 0);
});

test("who is asked finds the role in their list as awaiting them, until they decided", async (t) => {
  const { author, lead, manager } = await people(t);
  await write(author, "一");
  await author.post(`${path}/review`, { reviewers: [await idOf(lead)] });
  const awaiting = async (client: Client) => {
    const { items } = await client.get<{ items: TemplateSummary[] }>("/templates");
    return items.filter(({ review }) => review?.awaitingMe).map(({ id }) => id);
  };
  assert.deepEqual(await awaiting(lead), [shippedId]);
  assert.deepEqual(await awaiting(manager), []);
  assert.deepEqual(await awaiting(author), []);
  assert.equal((await author.get<TemplateDetail>(path)).summary.review?.state, "review");
  await decide(lead, "approve");
  assert.deepEqual(await awaiting(lead), []);
  assert.equal((await lead.get<TemplateDetail>(path)).summary.review?.state, "approved");
});

test("one person alone publishes without approval; where it is required the way leads through it", async (t) => {
  const owner = await signInOwner(await testServer(t));
  await write(owner, "一");
  assert.equal((await publish(owner)).body.version, 2);
  const alone = await owner.ask<Problem>("PATCH", "/workspace", { approvalRequired: true });
  assert.deepEqual([alone.status, alone.body.code], [409, "approval-nobody"]);

  const author = await signInAs(owner, "author", "陈晨");
  const set = await owner.ask<WorkspaceSettings>("PATCH", "/workspace", { approvalRequired: true });
  assert.equal(set.body.approvalRequired, true);
  await write(author, "二");
  const refused = await publish(author);
  assert.deepEqual([refused.status, refused.body.code], [409, "approval-required"]);
  assert.deepEqual((await status(author)).may, ["submit", "comment", "accept-suggestion"]);
  await author.post(`${path}/review`, {});
  await decide(owner, "approve");
  assert.equal((await publish(author)).body.version, 3);
});

test("a text with errors is not submitted, and reviewers must be able to approve", async (t) => {
  const { owner, author } = await people(t);
  await author.put(`${path}/text`, { text: (await textOf(author)).replace('"weight": 5', '"weight": 6') });
  const refused = await author.ask<Problem>("POST", `${path}/review`, {});
  assert.deepEqual([refused.status, refused.body.code], [422, "template-has-errors"]);
  await author.put(`${path}/text`, {
    text: `// 好\n${(await textOf(author)).replace('"weight": 6', '"weight": 5')}`,
  });
  const viewer = await idOf(await signInAs(owner, "viewer"));
  const unable = await author.ask<Problem>("POST", `${path}/review`, { reviewers: [viewer] });
  assert.deepEqual([unable.status, unable.body.code], [400, "reviewer-unable"]);
});

test("a submission can be withdrawn, by its author and not by others", async (t) => {
  const { author, lead } = await people(t);
  await write(author, "一");
  await author.post(`${path}/review`, {});
  assert.equal((await lead.ask<Problem>("DELETE", `${path}/review`)).body.code, "review-not-yours");
  const back = await author.ask<ReviewStatus>("DELETE", `${path}/review`);
  assert.deepEqual([back.body.state, back.body.review?.outcome], ["draft", "withdrawn"]);
});

test("holders are asked to read a version, and each acknowledges for themselves", async (t) => {
  const { owner, manager } = await people(t);
  const holder = await signInAs(owner, "member", "孙丽");
  const { items: members } = await owner.get<{ items: Member[] }>("/members");
  const memberId = members.find(({ name }) => name === "孙丽")?.id ?? "";
  const linked = await owner.post<Holder>("/holders", { name: "孙丽", unit: "一期", memberId });
  const other = await owner.post<Holder>("/holders", { name: "王伟", unit: "二期" });
  for (const holderId of [linked.id, other.id])
    await owner.post("/scorecards", { holderId, templateId: shippedId, period: "2026-11" });
  await write(owner, "新版");
  await publish(owner);

  const { items } = await holder.get<NoticeList>("/notices");
  assert.deepEqual(
    items.map(({ kind, version }) => [kind, version]),
    [["acknowledge", 2]],
  );
  const before = await holder.get<Acknowledgements>(`${path}/acknowledgements`);
  assert.deepEqual([before.version, before.done, before.total], [2, 0, 2]);
  assert.deepEqual(
    before.items.map(({ holder: { name }, mine }) => [name, mine]),
    [["孙丽", true]],
  );
  const after = await holder.post<Acknowledgements>(`${path}/acknowledgements`, { version: 2 });
  assert.deepEqual([after.done, after.total], [1, 2]);
  await holder.post(`${path}/acknowledgements`, { version: 2 });

  const forOther = { version: 2, holderId: other.id };
  assert.equal((await holder.ask("POST", `${path}/acknowledgements`, forOther)).status, 404);
  const paper = await manager.post<Acknowledgements>(`${path}/acknowledgements`, forOther);
  assert.deepEqual([paper.done, paper.total], [2, 2]);
  const nobody = await owner.ask<Problem>("POST", `${path}/acknowledgements`, { version: 2 });
  assert.deepEqual([nobody.status, nobody.body.code], [403, "not-a-holder"]);
});
