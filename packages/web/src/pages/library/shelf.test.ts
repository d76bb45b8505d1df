import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { learnPinyin, textQuery } from "../../components/text-query.ts";

// The page keeps the chosen language in the browser's storage; Node has none.
before(async () => {
  Object.assign(globalThis, {
    localStorage: { getItem: () => "zh-CN", setItem: () => {} },
    document: { documentElement: {} },
  });
  const { startLanguage } = await import("../../app/language.ts");
  await startLanguage();
});

const { familiesOf, foundItem, rolesOf, startView } = await import("./shelf.ts");

function role(change: Partial<TemplateSummary>): TemplateSummary {
  return {
    id: change.title ?? "role",
    schemaId: null,
    title: "客服主管",
    purpose: "",
    language: "zh-CN",
    translations: {},
    family: "property",
    department: "物业服务中心",
    reportsTo: null,
    supervises: [],
    version: 1,
    state: "published",
    review: null,
    duties: 1,
    standards: 1,
    errors: 0,
    warnings: 0,
    quality: 100,
    mine: false,
    holders: 0,
    acknowledged: 0,
    archived: false,
    updatedAt: "2026-11-23T00:00:00Z",
    updatedBy: null,
    ...change,
  };
}

const roles = [
  role({ title: "客服主管", updatedAt: "2026-11-20T00:00:00Z", supervises: ["前台接待"] }),
  role({
    title: "收费专员",
    department: "财务部",
    version: null,
    state: "draft",
    warnings: 2,
    updatedAt: "2026-11-22T00:00:00Z",
  }),
  role({ title: "网店主管 DSR", family: "e-commerce", department: null, errors: 1, updatedAt: "2026-11-21T00:00:00Z" }),
  role({ title: "旧岗位", archived: true }),
];
const titles = (view: Partial<typeof startView>) => rolesOf(roles, { ...startView, ...view }).map((one) => one.title);

test("the library begins with the newest change and without archived roles", () => {
  assert.deepEqual(titles({}), ["收费专员", "网店主管 DSR", "客服主管"]);
  assert.deepEqual(titles({ only: "archived" }), ["旧岗位"]);
});

test("search finds any run of Chinese characters, whatever width, case and spaces", () => {
  assert.deepEqual(titles({ search: "店主" }), ["网店主管 DSR"]);
  assert.deepEqual(titles({ search: "ｄｓｒ" }), ["网店主管 DSR"]);
  assert.deepEqual(titles({ search: "前 台" }), ["客服主管"]);
  assert.deepEqual(titles({ search: "电商" }), ["网店主管 DSR"]);
});

test("search finds a role by pinyin, whole or by initials", async () => {
  await learnPinyin();
  assert.deepEqual(titles({ search: "wdzg" }), ["网店主管 DSR"]);
  assert.deepEqual(titles({ search: "shoufei" }), ["收费专员"]);
});

test("search finds a role by the words of its translations too", () => {
  const { title, purpose, department, reportsTo, supervises } = role({ title: "Fee collector" });
  const translated = role({
    title: "收费专员",
    translations: { en: { title, purpose, department, reportsTo, supervises } },
  });
  assert.deepEqual(rolesOf([translated, role({})], { ...startView, search: "collector" }), [translated]);
});

test("views narrow by family, department, state, language, findings and who asks", () => {
  assert.deepEqual(titles({ family: "property", department: "财务部" }), ["收费专员"]);
  assert.deepEqual(titles({ only: "findings" }), ["收费专员", "网店主管 DSR"]);
  assert.deepEqual(titles({ state: "draft" }), ["收费专员"]);
});

test("roles the reader writes in and roles that await the reader's approval are views of their own", () => {
  const review = {
    state: "review",
    submittedBy: { id: "m", name: "苏芮" },
    submittedAt: "2026-11-22T00:00:00Z",
    awaitingMe: true,
  } as TemplateSummary["review"];
  const mine = role({ id: "mine", mine: true, state: "changed" });
  const asked = role({ id: "asked", review });
  const ids = (only: "mine" | "approval") =>
    rolesOf([mine, asked, role({ mine: true })], { ...startView, only }).map(({ id }) => id);
  assert.deepEqual(ids("mine"), ["mine"]);
  assert.deepEqual(ids("approval"), ["asked"]);
});

test("a role is found by its duties and standards, and it is said by which", async () => {
  await learnPinyin();
  const item = { key: "rate", kind: "standards" as const, title: "物业费收缴率", titles: {}, origin: null };
  const contents = new Map([["客服主管", { id: "客服主管", reportsTo: null, supervises: [], items: [item] }]]);
  const found = rolesOf(roles, { ...startView, search: "sjl" }, contents);
  assert.deepEqual(
    found.map(({ title }) => title),
    ["客服主管"],
  );
  assert.equal(foundItem(role({ title: "客服主管" }), textQuery("sjl"), contents)?.title, "物业费收缴率");
  assert.equal(foundItem(role({ title: "客服主管" }), textQuery("kfzg"), contents), undefined);
});

test("roles that nobody holds come last when sorted by who has read them", () => {
  const held = [role({ title: "甲", holders: 2, acknowledged: 1 }), role({ title: "乙", holders: 2, acknowledged: 2 })];
  const sorted = rolesOf([role({ title: "丙" }), ...held], { ...startView, sort: "acknowledged", descending: true });
  assert.deepEqual(
    sorted.map(({ title }) => title),
    ["乙", "甲", "丙"],
  );
});

test("Chinese titles are sorted by pronunciation", () => {
  assert.deepEqual(titles({ sort: "title", descending: false }), ["客服主管", "收费专员", "网店主管 DSR"]);
});

test("families count their roles and departments, archived ones apart", () => {
  assert.deepEqual(
    familiesOf(roles).map(({ family, count, departments }) => [family, count, departments.map(([name]) => name)]),
    [
      ["e-commerce", 1, []],
      ["property", 2, ["财务部", "物业服务中心"]],
    ],
  );
});

test("near-duplicates are a view of their own, in which those that are alike stand together", () => {
  const group = (number: number) => ({ group: number, others: [], likeness: 0.9 });
  const alike = new Map([
    ["网店主管 DSR", group(1)],
    ["客服主管", group(0)],
    ["收费专员", group(1)],
  ]);
  const shown = rolesOf(roles, { ...startView, only: "alike" }, new Map(), alike);
  assert.deepEqual(
    shown.map(({ title }) => title),
    ["客服主管", "收费专员", "网店主管 DSR"],
  );
  assert.deepEqual(rolesOf(roles, { ...startView, only: "alike" }), []);
});
