import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { learnPinyin } from "../../components/text-query.ts";

// The page keeps the chosen language in the browser's storage; Node has none.
before(async () => {
  Object.assign(globalThis, {
    localStorage: { getItem: () => "zh-CN", setItem: () => {} },
    document: { documentElement: {} },
  });
  const { startLanguage } = await import("../../app/language.ts");
  await startLanguage();
});

const { familiesOf, rolesOf, startView } = await import("./shelf.ts");

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

test("views narrow by family, department, findings and unpublished changes", () => {
  assert.deepEqual(titles({ family: "property", department: "财务部" }), ["收费专员"]);
  assert.deepEqual(titles({ only: "findings" }), ["收费专员", "网店主管 DSR"]);
  assert.deepEqual(titles({ only: "unpublished" }), ["收费专员"]);
});

test("errors outweigh warnings when sorted by problems", () => {
  assert.deepEqual(titles({ sort: "problems", descending: true }), ["网店主管 DSR", "收费专员", "客服主管"]);
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
