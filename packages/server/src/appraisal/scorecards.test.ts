import assert from "node:assert/strict";
import { test } from "node:test";
import { type Checklist, inspect, type Observation } from "@rolewright/runtime";
import type { Holder, Member, Problem, ScorecardDetail, ScorecardSummary, TemplateDetail } from "../protocol.ts";
import { shippedLibrary } from "../test-support/shipped-library.ts";
import { type Client, shippedId, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

interface List<Item> {
  readonly items: readonly Item[];
}

test("a scorecard is opened, filled and explained, and every correction counts", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id, summary } = await opened(owner);
  assert.deepEqual([summary.version, summary.total], [1, null]);
  const item = await itemKey(owner, id, "ratio");
  const first = await owner.put<ScorecardDetail>(`/scorecards/${id}/observations/${item}/2026-11`, {
    data: ratioOf(await owner.get(`/scorecards/${id}`), item, 1, 100),
    evidence: "系统导出",
  });
  assert.equal(lineOf(first, item).state, "missed");
  const second = await owner.put<ScorecardDetail>(`/scorecards/${id}/observations/${item}/2026-11`, {
    data: ratioOf(first, item, 100, 100),
  });
  assert.equal(lineOf(second, item).state, "met");
  assert.equal(second.observations.length, 1);
  assert.notEqual(second.summary.total, null);
  const withdrawn = await owner.put<ScorecardDetail>(`/scorecards/${id}/observations/${item}/2026-11`, { data: null });
  assert.equal(lineOf(withdrawn, item).state, "no-data");
  assert.deepEqual(withdrawn.observations, []);
});

test("a scorecard stays on the version it was opened with", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await opened(owner);
  const before = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  await owner.put(`/templates/${shippedId}/text`, { text: text.replace('"title": "客服主管"', '"title": "别的"') });
  await owner.post(`/templates/${shippedId}/revisions`, { kind: "published" });
  assert.deepEqual(await owner.get(`/scorecards/${id}`), before);
  const holder = await owner.post<Holder>("/holders", { name: "后来者" });
  const later = await owner.post<ScorecardSummary>("/scorecards", {
    holderId: holder.id,
    templateId: shippedId,
    period: "2026-11",
  });
  assert.deepEqual([later.version, later.title], [2, "别的"]);
});

test("data that the item does not allow is refused with its field and what is wrong", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await opened(owner);
  const item = await itemKey(owner, id, "ratio");
  const put = (key: string, period: string, data: unknown) =>
    owner.ask<Problem>("PUT", `/scorecards/${id}/observations/${key}/${period}`, { data });
  const wrong = await put(item, "2026-11", ratioOf(await owner.get(`/scorecards/${id}`), item, -1, 100));
  assert.deepEqual([wrong.status, wrong.body.code], [422, "observation-invalid"]);
  const [problem] = (wrong.body.params?.problems ?? []) as { code: string; params: { field: string } }[];
  assert.match(problem?.code ?? "", /^observation\//);
  assert.ok(wrong.body.detail?.includes(problem?.params.field ?? "missing"), wrong.body.detail);
  assert.equal((await put("nosuch", "2026-11", 1)).body.code, "item-not-found");
  assert.equal((await put(item, "2026-W47", {})).body.code, "observation-invalid");
  const deep = JSON.parse(`${"[".repeat(3000)}${"]".repeat(3000)}`) as unknown;
  assert.equal((await put(item, "2026-11", deep)).body.code, "observation-too-deep");
});

test("a figure under a name that the item does not have is refused, not lost", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id, summary } = await opened(owner);
  const item = await itemKey(owner, id, "ratio");
  const data = { ...ratioOf(await owner.get(`/scorecards/${id}`), item, 92, 100), stray: 92 };
  const path = `/scorecards/${id}/observations/${item}/2026-11`;
  const one = await owner.ask<Problem>("PUT", path, { data });
  const fact = { holder: summary.holder.id, template: { id: shippedId, version: null }, item, period: "2026-11", data };
  const many = await owner.ask<Problem>("POST", "/observations", { items: [fact] });
  for (const { status, body } of [one, many]) {
    assert.deepEqual([status, body.code], [422, "observation-invalid"]);
    const [problem, ...others] = (body.params?.problems ?? []) as { code: string; params: { known: string[] } }[];
    assert.deepEqual([problem?.code, others], ["observation/unknown-input", []]);
    assert.match(body.detail ?? "", /stray/);
    for (const name of problem?.params.known ?? ["none"]) assert.ok(body.detail?.includes(name), body.detail);
  }
  assert.deepEqual((await owner.get<ScorecardDetail>(`/scorecards/${id}`)).observations, []);
});

test("a holder has one scorecard of a role for a period, even when two open it at once", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const holder = await owner.post<Holder>("/holders", { name: "张敏" });
  const draft = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const answers = await Promise.all([1, 2].map(() => owner.ask<Problem>("POST", "/scorecards", draft)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
});

test("a draft that was never published has no scorecards", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await owner.post<{ id: string }>("/templates", { title: "草稿" });
  const holder = await owner.post<Holder>("/holders", { name: "张敏" });
  const draft = { holderId: holder.id, templateId: id, period: "2026-11" };
  const { status, body } = await owner.ask<Problem>("POST", "/scorecards", draft);
  assert.deepEqual([status, body.code], [409, "template-not-published"]);
});

test("a member sees only their own scorecard, and records only what is theirs to record", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const member = await signInAs(owner, "member", "小周");
  const people = await owner.get<List<Member>>("/members");
  const memberId = people.items.find(({ name }) => name === "小周")?.id;
  const own = await opened(owner, { name: "小周", ...(memberId ? { memberId } : {}) });
  const other = await opened(owner, { name: "别人" });
  const seen = await member.get<List<ScorecardSummary>>("/scorecards");
  assert.deepEqual(
    seen.items.map(({ id }) => id),
    [own.id],
  );
  assert.equal((await member.ask("GET", `/scorecards/${other.id}`)).status, 404);
  assert.equal((await member.ask("GET", `/scorecards/${other.id}/export`)).status, 404);
  assert.deepEqual((await member.get<List<Holder>>("/holders")).items.length, 1);
  const items = scoredItems(await owner.get(`/scorecards/${own.id}`));
  for (const { key, owner: fills } of items.filter(({ every }) => every === "month")) {
    const path = `/scorecards/${own.id}/observations/${key}/2026-11`;
    const { status, body } = await member.ask<Problem>("PUT", path, { data: null });
    assert.deepEqual([status, body.code], fills === "holder" ? [200, undefined] : [403, "observation-not-yours"], key);
  }
});

test("an exemption takes a line out, outlives new figures, and is not the holder's to decide", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const member = await signInAs(owner, "member", "小周");
  const people = await owner.get<List<Member>>("/members");
  const memberId = people.items.find(({ name }) => name === "小周")?.id;
  const { id } = await opened(owner, { name: "小周", ...(memberId ? { memberId } : {}) });
  const item = await itemKey(owner, id, "ratio");
  const path = `/scorecards/${id}/observations/${item}/2026-11`;
  const data = ratioOf(await owner.get(`/scorecards/${id}`), item, 100, 100);
  const put = (body: object) => owner.put<ScorecardDetail>(path, body);
  const exempt = lineOf(await put({ data: null, exempt: "产假" }), item);
  assert.deepEqual([exempt.state, exempt.reason, exempt.because], ["not-applicable", "exempt", "产假"]);
  const fed = await put({ data });
  assert.equal(lineOf(fed, item).state, "not-applicable");
  assert.equal(fed.observations[0]?.exempt, "产假");
  assert.equal(lineOf(await put({ data, exempt: null }), item).state, "met");
  const blank = await owner.ask<Problem>("PUT", path, { data, exempt: "  " });
  assert.deepEqual([blank.status, blank.body.code], [422, "observation-invalid"]);
  const own = await member.ask<Problem>("PUT", path, { data, exempt: "忙" });
  assert.deepEqual([own.status, own.body.code], [403, "exemption-not-yours"]);
});

test("an integration feeds figures in for many at once: all of them or none", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id, summary } = await opened(owner);
  const item = await itemKey(owner, id, "ratio");
  const card = await owner.get<ScorecardDetail>(`/scorecards/${id}`);
  const fact = (period: string, data: unknown) => ({
    holder: summary.holder.id,
    template: { id: shippedId, version: null },
    item,
    period,
    data,
  });
  const good = ratioOf(card, item, 50, 100);
  const bad = await owner.ask<Problem>("POST", "/observations", {
    items: [fact("2026-10", good), fact("2026-11", "no")],
  });
  assert.deepEqual([bad.status, bad.body.params?.index], [422, 1]);
  assert.deepEqual((await owner.get<List<Observation>>("/observations")).items, []);
  await owner.post("/observations", { items: [fact("2026-10", good), fact("2026-11", good)] });
  const { items } = await owner.get<List<Observation>>(`/observations?period=2026-11&holder=${summary.holder.id}`);
  assert.deepEqual(
    items.map(({ period, data }) => ({ period, data })),
    [{ period: "2026-11", data: good }],
  );
  assert.notEqual(lineOf(await owner.get<ScorecardDetail>(`/scorecards/${id}`), item).state, "no-data");
});

test("the checklist of a period has its due days, and knows what a holder has done", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}/checklist?period=2026-11&version=1`;
  const open = await owner.get<Checklist>(path);
  assert.equal(open.template.version, 1);
  assert.ok(open.occurrences.length > 10);
  const { id, summary } = await opened(owner);
  const item = await itemKey(owner, id, "ratio");
  const data = ratioOf(await owner.get(`/scorecards/${id}`), item, 100, 100);
  const due = open.occurrences.find((occurrence) => occurrence.item === item);
  assert.notEqual(due?.state, "done");
  await owner.put(`/scorecards/${id}/observations/${item}/${due?.period}`, { data });
  const { occurrences } = await owner.get<Checklist>(`${path}&holder=${summary.holder.id}`);
  assert.equal(occurrences.find((occurrence) => occurrence.id === due?.id)?.state, "done");
});

test("what was due before today and is not done is overdue", async (t) => {
  const server = await testServer(t, { clock: () => new Date("2026-11-20T12:00:00") });
  const owner = await signInOwner(server);
  const { occurrences } = await owner.get<Checklist>(`/templates/${shippedId}/checklist?period=2026-11`);
  for (const { due, state, id: name } of occurrences) {
    assert.equal(state, due < "2026-11-20" ? "overdue" : "open", name);
  }
  assert.equal(new Set(occurrences.map(({ state }) => state)).size, 2);
});

async function opened(owner: Client, person: { name: string; memberId?: string } = { name: "张敏" }) {
  const holder = await owner.post<Holder>("/holders", { unit: "客服部", ...person });
  const draft = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const summary = await owner.post<ScorecardSummary>("/scorecards", draft);
  return { id: summary.id, summary };
}

const library = shippedLibrary();

/** A monthly scored standard of the shipped role that is measured so. */
async function itemKey(owner: Client, scorecardId: string, measure: string): Promise<string> {
  const items = scoredItems(await owner.get(`/scorecards/${scorecardId}`));
  const found = items.find((item) => item.measure?.kind === measure && item.every === "month");
  assert.ok(found);
  return found.key;
}

function scoredItems({ text }: ScorecardDetail) {
  const items = inspect(text, library).role?.sections.flatMap((section) => section.items) ?? [];
  return items.filter(({ weight }) => weight !== undefined);
}

/** Data of a ratio: its two inputs by the names the template gives them. */
function ratioOf(detail: ScorecardDetail, item: string, of: number, to: number): Record<string, number> {
  const { params } = scoredItems(detail).find(({ key }) => key === item)?.measure ?? assert.fail(item);
  return { [String(params.of)]: of, [String(params.to)]: to };
}

function lineOf(card: ScorecardDetail, item: string) {
  const line = card.scorecard.lines.find((each) => each.item === item);
  assert.ok(line);
  return line;
}
