import assert from "node:assert/strict";
import { test } from "node:test";
import type { Holder, Member, Problem, ScorecardDetail, ScorecardSummary, TemplateSummary } from "../protocol.ts";
import { type Client, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

/** In Shanghai it is the second of December. */
const at = "2026-12-01T20:30:00.000Z";

/** Two figures, one of which must be there, and a veto. */
const text = JSON.stringify({
  $schema: "https://rolewright.dev/role/1",
  $id: "https://example.org/roles/cashier",
  title: "收银员",
  type: "object",
  "x-role": {
    language: "zh-CN",
    grades: [
      { grade: "A", from: 60 },
      { grade: "B", from: 0 },
    ],
  },
  properties: {
    standards: {
      title: "工作标准",
      type: "object",
      "x-section": { kind: "standards" },
      properties: {
        rate: figure("收缴率", { weight: 60, noData: "block" }),
        late: figure("迟到", { weight: 40, noData: "exclude" }),
        leak: {
          title: "泄露资料",
          type: "boolean",
          "x-item": { every: "month", score: { kind: "veto" } },
        },
      },
    },
  },
});

function figure(title: string, keywords: object) {
  return { title, type: "number", "x-item": { every: "month", unit: "%", target: { minimum: 90 }, ...keywords } };
}

test("a complete scorecard is signed: who, when, what and the remark are kept, and the list says so", async (t) => {
  const { owner, id, put } = await card(t);
  await put("rate", { data: 95 });
  const before = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  assert.deepEqual([before.summary.signed, before.signatures], [null, []]);
  const signed = await sign(owner, id, "同意");
  const { fingerprint } = before;
  const { id: memberId, name } = await me(owner);
  assert.match(fingerprint, /^[0-9a-f]{64}$/);
  const entry = { role: "manager", act: "signed", by: { id: memberId, name }, at, fingerprint, total: "100.00" };
  assert.deepEqual(signed.signatures, [{ ...entry, grade: "A", note: "同意" }]);
  assert.deepEqual(signed.summary.signed, { name, at, intact: true });
  const { items } = await owner.get<{ items: ScorecardSummary[] }>("/scorecards");
  assert.deepEqual(items[0]?.signed, { name, at, intact: true });
});

test("what a signed scorecard counts is locked by every road, and the problem says how to mend it", async (t) => {
  const { owner, id, put, ask, summary } = await card(t);
  await put("rate", { data: 95, evidence: "台账" });
  await sign(owner, id);
  for (const body of [
    { data: 96, evidence: "台账" },
    { data: null },
    { data: 95, evidence: "别的" },
    { data: 95, exempt: "产假" },
  ]) {
    const { status, body: problem } = await ask("rate", body);
    assert.deepEqual([status, problem.code], [409, "scorecard-signed"], JSON.stringify(body));
    assert.match(problem.detail ?? "", /张敏.*2026-11.*已锁定.*没有保存.*撤回签署/);
  }
  assert.equal((await ask("late", { data: 90 })).status, 409);
  const fact = (period: string) => ({
    holder: summary.holder.id,
    template: { id: summary.templateId, version: null },
    item: "rate",
    period,
    data: 50,
  });
  const many = await owner.ask<Problem>("POST", "/observations", { items: [fact("2026-12"), fact("2026-11")] });
  assert.deepEqual([many.status, many.body.code], [409, "scorecard-signed"]);
  const { items } = await owner.get<{ items: unknown[] }>("/observations");
  assert.equal(items.length, 1);
  const english = await fetch(`${owner.url}/api/v1/scorecards/${id}/observations/rate/2026-11`, {
    method: "PUT",
    headers: { ...owner.headers, "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ data: 1 }),
  });
  assert.match(
    ((await english.json()) as Problem).detail ?? "",
    /signed by.*locked.*not saved.*withdraw the signature/,
  );
});

test("the other months' facts stay open, and saying the same again is no change", async (t) => {
  const { owner, id, put, ask, summary } = await card(t);
  await put("rate", { data: 95, evidence: "台账" });
  await sign(owner, id);
  assert.equal((await ask("rate", { data: 95, evidence: "台账" })).status, 200);
  const template = { id: summary.templateId, version: null };
  const next = { holder: summary.holder.id, template, item: "rate", period: "2026-12", data: 50 };
  await owner.post("/observations", { items: [next] });
  const { summary: after } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  assert.equal(after.signed?.intact, true);
});

test("a signature is withdrawn with a reason, stays in the history, and the scorecard can be changed and signed anew", async (t) => {
  const { owner, id, put } = await card(t);
  await put("rate", { data: 95 });
  const first = await sign(owner, id);
  const path = `/scorecards/${id}/signatures/withdrawal`;
  assert.equal((await owner.ask("POST", path, { reason: "  " })).status, 400);
  const open = await owner.post<ScorecardDetail>(path, { reason: "收缴率录错了" });
  assert.equal(open.summary.signed, null);
  assert.deepEqual((await owner.ask<Problem>("POST", path, { reason: "再来" })).body.code, "scorecard-not-signed");
  await put("rate", { data: 80 });
  const second = await sign(owner, id);
  assert.deepEqual(
    second.signatures.map(({ act, note, total }) => [act, note, total]),
    [
      ["signed", "", "100.00"],
      ["withdrawn", "收缴率录错了", "100.00"],
      ["signed", "", second.summary.total],
    ],
  );
  const [one, withdrawn, two] = second.signatures.map(({ fingerprint }) => fingerprint);
  assert.deepEqual([one, withdrawn], [first.fingerprint, first.fingerprint]);
  assert.notEqual(two, one);
});

test("a scorecard that waits for data or for the reason of a veto cannot be signed, and hears what is missing", async (t) => {
  const { owner, id, put } = await card(t);
  const refused = async () => {
    const { fingerprint } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
    const { status, body } = await owner.ask<Problem>("POST", `/scorecards/${id}/signatures`, { fingerprint });
    assert.deepEqual([status, body.code], [409, "scorecard-incomplete"]);
    return body;
  };
  const itemsOf = ({ params }: Problem) => ((params?.items ?? []) as { item: string }[]).map(({ item }) => item);
  const empty = await refused();
  assert.deepEqual(itemsOf(empty), ["rate", "late"]);
  assert.match(empty.detail ?? "", /还有 2 项未完成.*收缴率.*迟到/);
  await put("late", { data: 95 });
  assert.deepEqual(itemsOf(await refused()), ["rate"]);
  await put("rate", { data: 95 });
  await put("leak", { data: true });
  assert.deepEqual(itemsOf(await refused()), ["leak"]);
  await put("leak", { data: true, evidence: "客户名单外传" });
  assert.equal((await sign(owner, id)).summary.grade, "B");
});

test("what changed since the signer looked is not signed unseen, and nobody signs twice", async (t) => {
  const { owner, id, put } = await card(t);
  await put("rate", { data: 95 });
  const { fingerprint } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  await put("rate", { data: 94 });
  const stale = await owner.ask<Problem>("POST", `/scorecards/${id}/signatures`, { fingerprint });
  assert.deepEqual([stale.status, stale.body.code], [409, "scorecard-changed"]);
  await sign(owner, id);
  const again = await owner.ask<Problem>("POST", `/scorecards/${id}/signatures`, { fingerprint });
  assert.deepEqual([again.status, again.body.code], [409, "scorecard-signed-already"]);
});

test("holders sign nothing, and managers do not sign their own", async (t) => {
  const { owner, id, put, summary } = await card(t);
  await put("rate", { data: 95 });
  const { fingerprint } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  const member = await signInAs(owner, "member", "小周");
  assert.equal((await member.ask("POST", `/scorecards/${id}/signatures`, { fingerprint })).status, 403);
  const manager = await signInAs(owner, "manager", "王芳");
  const { id: memberId } = await me(manager);
  const holder = await owner.post<Holder>("/holders", { name: "王芳", memberId });
  const own = { holderId: holder.id, templateId: summary.templateId, period: "2026-11" };
  const { id: ownId } = await owner.post<ScorecardSummary>("/scorecards", own);
  await owner.put(`/scorecards/${ownId}/observations/rate/2026-11`, { data: 100 });
  const seen = await owner.get<ScorecardDetail>(`/scorecards/${ownId}`);
  const draft = { fingerprint: seen.fingerprint };
  const refused = await manager.ask<Problem>("POST", `/scorecards/${ownId}/signatures`, draft);
  assert.deepEqual([refused.status, refused.body.code], [403, "signature-not-yours"]);
  assert.equal((await sign(manager, id)).summary.signed?.name, "王芳");
});

test("of a figure and a signature at the same moment one goes first, and the other is refused", async (t) => {
  const { owner, id, put, ask } = await card(t);
  await put("rate", { data: 95 });
  const { fingerprint } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  const answers = await Promise.all([
    owner.ask("POST", `/scorecards/${id}/signatures`, { fingerprint }),
    ask("rate", { data: 10 }),
  ]);
  assert.equal(answers.filter(({ status }) => status === 409).length, 1, answers.map(({ status }) => status).join());
  const { summary } = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  assert.equal(summary.signed === null, answers[0]?.status === 409);
});

test("the file of a signed scorecard names who signed, when and what; of an open one it leaves the lines", async (t) => {
  const { owner, id, put } = await card(t);
  await put("rate", { data: 95 });
  const open = await markdown(owner, id);
  assert.match(open, /上级\*\* \\?_/);
  const { fingerprint } = await sign(owner, id, "同意");
  const { name } = await me(owner);
  const signed = await markdown(owner, id);
  const hash = (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
  for (const words of [name, "2026-12-02", hash, "同意"])
    assert.ok(signed.includes(words), `${words} in ${signed.slice(-300)}`);
  const { status, body } = await owner.ask<Problem>(
    "GET",
    `/scorecards/${id}/export?format=markdown&timeZone=Nowhere/At_all`,
  );
  assert.deepEqual([status, body.code], [400, "unknown-time-zone"]);
});

/** An opened scorecard of a published role, and the way to record a fact of its month. */
async function card(t: Parameters<typeof testServer>[0]) {
  const owner = await signInOwner(await testServer(t, { clock: () => new Date(at) }));
  const { id: templateId } = await owner.post<TemplateSummary>("/templates", { title: "收银员", text });
  await owner.post(`/templates/${templateId}/revisions`, { kind: "published" });
  const holder = await owner.post<Holder>("/holders", { name: "张敏" });
  const draft = { holderId: holder.id, templateId, period: "2026-11" };
  const summary = await owner.post<ScorecardSummary>("/scorecards", draft);
  const path = (item: string) => `/scorecards/${summary.id}/observations/${item}/2026-11`;
  const put = (item: string, body: object) => owner.put<ScorecardDetail>(path(item), body);
  const ask = (item: string, body: object) => owner.ask<Problem>("PUT", path(item), body);
  return { owner, id: summary.id, summary, put, ask };
}

/** Signs the scorecard as it is. */
async function sign(client: Client, id: string, note?: string): Promise<ScorecardDetail> {
  const { fingerprint } = await client.get<ScorecardDetail>(`/scorecards/${id}`);
  return client.post(`/scorecards/${id}/signatures`, { fingerprint, ...(note ? { note } : {}) });
}

async function me(client: Client): Promise<Member> {
  return (await client.get<{ member: Member }>("/session")).member;
}

async function markdown({ url, headers }: Client, id: string): Promise<string> {
  const path = `/scorecards/${id}/export?format=markdown&timeZone=Asia/Shanghai`;
  const response = await fetch(`${url}/api/v1${path}`, { headers });
  assert.equal(response.status, 200);
  return response.text();
}
