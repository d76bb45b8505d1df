import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "@rolewright/runtime";
import type {
  Holder,
  LibraryName,
  LibraryText,
  ScorecardDetail,
  ScorecardSummary,
  TemplateDetail,
  TemplateSummary,
} from "../protocol.ts";
import { Client, shippedId, signInOwner, testServer } from "../test-support/test-server.ts";

const baseId = "base-supervisor";
const base = "https://rolewright.dev/roles/base/supervisor";
const collectionRate = "https://rolewright.dev/kpis/property/collection-rate";

test("a first start publishes the base role and the roles that extend it, without a finding", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { items } = await owner.get<{ items: TemplateSummary[] }>("/templates");
  const shown = new Map(items.map((item) => [item.id, item]));
  assert.equal(shown.get(baseId)?.family, "base");
  assert.equal(shown.get(shippedId)?.family, "property");
  assert.equal(items.length, 22, "two bases and twenty customer-service roles");
  for (const { id, state, version, errors, warnings } of items)
    assert.deepEqual([id, state, version, errors, warnings], [id, "published", 1, 0, 0]);
  assert.ok(!items.some(({ family }) => family === "kpis"), "the KPI library is no roles");
});

test("the library names published roles and KPIs, each with its newest version and title", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { items } = await owner.get<{ items: LibraryName[] }>("/library");
  const names = new Map(items.map((name) => [name.id, name]));
  const titled = (id: string) => {
    const { kind, version, title, titles } = names.get(id) ?? assert.fail(id);
    return { kind, version, title, english: titles?.en };
  };
  assert.deepEqual(titled(base), { kind: "role", version: 1, title: "主管", english: "Supervisor" });
  assert.deepEqual(titled(collectionRate), {
    kind: "kpi",
    version: 1,
    title: "物业费收缴率",
    english: "Property fee collection",
  });
  assert.ok(items.length >= 64);
});

test("the texts behind references come with all that these extend in turn, so that a page can read a role", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const child = text
    .replace("roles/property/customer-service-supervisor", "roles/test/night-shift")
    .replace(`${base}@1`, "https://rolewright.dev/roles/property/customer-service-supervisor@1");
  const parents = await textsBehind(owner, "https://rolewright.dev/roles/property/customer-service-supervisor@1");
  assert.deepEqual([...parents.keys()].sort(), [
    `${collectionRate}@1`,
    `${base}@1`,
    "https://rolewright.dev/roles/property/customer-service-supervisor@1",
  ]);
  const host = { template: (id: string, version?: number) => parents.get(`${id}@${version}`) };
  const { role, diagnostics } = inspect(child, host);
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.equal(role?.origin?.id, "https://rolewright.dev/roles/property/customer-service-supervisor");
});

test("a template comes with what its text means, inheritance and findings and all, where that is asked for", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const plain = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  assert.equal(plain.reading, undefined);
  const { text, reading } = await owner.get<TemplateDetail>(`/templates/${shippedId}?with=reading`);
  const parents = await textsBehind(owner, `${base}@1`, `${collectionRate}@1`);
  const host = { template: (id: string, version?: number) => parents.get(`${id}@${version}`) };
  const { role, diagnostics } = inspect(text, host);
  assert.deepEqual(reading, JSON.parse(JSON.stringify({ role, diagnostics })));
  assert.equal((await owner.ask("GET", `/templates/${shippedId}?with=everything`)).status, 400);
});

test("long answers are compressed for those who take it, and come whole to the others", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}?with=reading`;
  const asked = async (encoding: string) => {
    const client = new Client(owner.url, { ...owner.headers, "accept-encoding": encoding });
    const { headers, body } = await client.ask<TemplateDetail>("GET", path);
    return { encoding: headers.get("content-encoding"), vary: headers.get("vary"), text: body.text };
  };
  const plain = await asked("identity");
  assert.deepEqual([plain.encoding, plain.vary], [null, "accept-encoding"]);
  assert.deepEqual(await asked("gzip, deflate"), { ...plain, encoding: "gzip" });
  const short = await new Client(owner.url, owner.headers).ask("GET", "/session");
  assert.equal(short.headers.get("content-encoding"), null);
});

test("of a text with errors these are told, and of one that was mended the role", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = `/templates/${shippedId}`;
  const { text } = await owner.get<TemplateDetail>(path);
  await owner.put(`${path}/text`, { text: text.replace("{", "") });
  const broken = await owner.get<TemplateDetail>(`${path}?with=reading`);
  assert.equal(broken.reading?.role, undefined);
  assert.ok(broken.reading?.diagnostics.some(({ severity }) => severity === "error"));
  await owner.put(`${path}/text`, { text });
  const mended = await owner.get<TemplateDetail>(`${path}?with=reading`);
  assert.equal(mended.reading?.role?.title, mended.summary.title);
});

test("what nobody published is left out of an answer, and a single reference is a list too", async (t) => {
  const owner = await signInOwner(await testServer(t));
  assert.equal((await textsBehind(owner, "https://x.org/none@1")).size, 0);
  assert.equal((await textsBehind(owner, `${base}@9`)).size, 0);
  assert.deepEqual([...(await textsBehind(owner, base)).keys()], [base]);
});

test("a role that names a version not yet published has an error until it is", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const draft = {
    title: "草稿",
    text: text.replace(`${base}@1`, `${base}@2`).replace("customer-service-supervisor", "x"),
  };
  const { id } = await owner.post<TemplateSummary>("/templates", draft);
  const errors = async () => (await owner.get<TemplateDetail>(`/templates/${id}`)).summary.errors;
  assert.equal(await errors(), 1);
  await publishBase(owner, '"from": 90', '"from": 95');
  assert.equal(await errors(), 0);
});

test("a new version of a parent changes no scorecard of a role that names the old one", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const holder = await owner.post<Holder>("/holders", { name: "林晓棠" });
  const draft = { holderId: holder.id, templateId: shippedId, period: "2026-11" };
  const { id } = await owner.post<ScorecardSummary>("/scorecards", draft);
  const lines = async () => (await owner.get<ScorecardDetail>(`/scorecards/${id}`)).scorecard.lines;
  const before = await lines();
  await publishBase(owner, '"target": { "minimum": 90 }', '"target": { "minimum": 50 }');
  assert.deepEqual(await lines(), before);
});

/** Publishes version 2 of the base role with something changed. */
async function publishBase(owner: Client, from: string, to: string): Promise<void> {
  const { text } = await owner.get<TemplateDetail>(`/templates/${baseId}`);
  assert.ok(text.includes(from));
  await owner.put(`/templates/${baseId}/text`, { text: text.replace(from, to) });
  await owner.post(`/templates/${baseId}/revisions`, { kind: "published" });
}

async function textsBehind(client: Client, ...references: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const query = references.map((reference) => `reference=${encodeURIComponent(reference)}`).join("&");
  const { items } = await client.get<{ items: LibraryText[] }>(`/library/texts?${query}`);
  return new Map(items.map(({ reference, text }) => [reference, text]));
}
