import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShippedTemplate, TemplateContents, TemplateDetail, TemplateSummary } from "../protocol.ts";
import { type Client, shippedId, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

type List<Item> = { readonly items: readonly Item[] };

async function make(owner: Client, wish: object): Promise<TemplateDetail> {
  const { id } = await owner.post<TemplateSummary>("/templates", wish);
  return owner.get<TemplateDetail>(`/templates/${id}`);
}

test("a copy differs from its original only in $id and titles, and says in each language that it is one", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const copy = await make(owner, { template: shippedId, family: "property" });
  assert.equal(copy.summary.title, "客服主管（副本）");
  assert.match(copy.summary.translations.en?.title ?? "", /\(copy\)$/);
  assert.match(copy.summary.schemaId ?? "", /^https:\/\/rolewright\.dev\/roles\/own\//);
  assert.equal(copy.summary.family, "property");
  const changed = copy.text.split("\n").filter((line, index) => line !== text.split("\n")[index]);
  assert.equal(changed.length, 3);
});

test("a text that makes no role is listed under the title it states", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { text } = await owner.get<TemplateDetail>(`/templates/${shippedId}`);
  const wrong = text.replace('"$id"', '"x-own": 1, "$id"').replace(/(roles\/[\w/-]+)/, "$1-wrong");
  const { summary } = await make(owner, { text: wrong });
  assert.ok(summary.errors > 0);
  assert.equal(summary.title, "客服主管");
});

test("a copy with a title of its own has it in every language", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { summary } = await make(owner, { template: shippedId, title: "夜班客服主管" });
  assert.equal(summary.title, "夜班客服主管");
  assert.equal(summary.translations.en?.title, "夜班客服主管");
});

test("a new role begins with a shipped template, of which there is a list", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { items } = await owner.get<List<ShippedTemplate>>("/templates/shipped");
  const shop =
    items.find(({ path }) => path === "customer-service/e-commerce/online-shop-supervisor") ??
    assert.fail("not listed");
  assert.equal(shop.family, "e-commerce");
  assert.ok(!items.some(({ path }) => path.startsWith("kpis/")));
  const { summary } = await make(owner, { shipped: shop.path, title: "网店店长" });
  assert.equal(summary.title, "网店店长");
  assert.equal(summary.state, "draft");
  assert.ok(summary.standards > 0);
});

test("a new role begins with the words of an old job description", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const source = "岗位职责\n1. 每月收取物业费。\n2. 每周核对账目。\n工作标准\n1. 物业费收缴率≥90%\n";
  const { summary } = await make(owner, { source, title: "收费专员" });
  assert.equal(summary.title, "收费专员");
  assert.equal(summary.duties, 2);
  assert.equal(summary.standards, 1);
});

test("what a new role should begin with and is not there is refused, and nothing is made", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const before = await owner.get<List<TemplateSummary>>("/templates");
  for (const wish of [{ template: "nothing" }, { shipped: "../kpis/finance" }, { shipped: "kpis/hr/turnover" }])
    assert.equal((await owner.ask("POST", "/templates", wish)).status, 404);
  assert.deepEqual(await owner.get("/templates"), before);
});

test("a summary says how good the text is, and whether its reader has written in it", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { summary } = await make(owner, { title: "草稿" });
  assert.equal(summary.quality, 100);
  assert.ok(summary.mine);
  const other = await signInAs(owner, "author");
  assert.ok(!(await other.get<TemplateDetail>(`/templates/${summary.id}`)).summary.mine);
  assert.equal((await make(owner, { text: '{ "title": ' })).summary.quality, 0);
});

test("what a role holds tells its reporting lines, its items, and which KPI each extends", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { items } = await owner.get<List<TemplateContents>>("/templates/contents");
  const role = items.find(({ id }) => id === shippedId) ?? assert.fail("not there");
  assert.equal(role.reportsTo?.title, "物业服务中心经理");
  assert.ok(role.supervises.length > 0);
  const extended = role.items.filter(({ origin }) => origin?.id.includes("/kpis/"));
  assert.deepEqual(
    extended.map(({ kind, origin }) => [kind, origin]),
    [["standards", { id: "https://rolewright.dev/kpis/property/collection-rate", version: 1 }]],
  );
});
