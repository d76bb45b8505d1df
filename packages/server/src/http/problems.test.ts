import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostics, Problem, TemplateSummary } from "../protocol.ts";
import { Client, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

interface Findings {
  readonly items: readonly {
    readonly code: string;
    readonly severity: string;
    readonly range: { readonly start: number };
  }[];
}

test("a failure is a problem with a code, in the caller's language", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const chinese = await owner.ask<Problem>("GET", "/templates/none");
  assert.equal(chinese.headers.get("content-type"), "application/problem+json; charset=utf-8");
  assert.deepEqual([chinese.status, chinese.body.status, chinese.body.code], [404, 404, "template-not-found"]);
  assert.match(chinese.body.detail ?? "", /岗位模板/);
  const english = new Client(owner.url, { ...owner.headers, "accept-language": "fr, en-GB;q=0.8, zh;q=0.5" });
  const { body, headers } = await english.ask<Problem>("GET", "/templates/none");
  assert.equal(headers.get("content-language"), "en");
  assert.match(body.detail ?? "", /no such role template/);
});

test("bodies that are no JSON, or not as described, are named and placed", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const cases: readonly (readonly [string, unknown, number, string])[] = [
    ["/holders", '{"name": "甲",}', 400, "malformed-json"],
    ["/holders", '{"__proto__": {"name": "甲"}, "name": "甲"}', 400, "malformed-json"],
    ["/holders", '{"constructor": {"prototype": {}}, "name": "甲"}', 400, "malformed-json"],
    ["/holders", { name: "" }, 400, "invalid-request"],
    ["/holders", { name: "甲", salary: 1 }, 400, "invalid-request"],
    ["/members", { name: "甲", email: "no address", role: "owner" }, 400, "invalid-request"],
    ["/members", { name: "甲", email: "a@b.cn", role: "emperor" }, 400, "invalid-request"],
    ["/scorecards", { holderId: "x", templateId: "y", period: "2026-13" }, 400, "invalid-request"],
    ["/nowhere", {}, 404, "route-not-found"],
  ];
  for (const [path, body, status, code] of cases) {
    const answer = await owner.ask<Problem>("POST", path, body);
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${path} ${JSON.stringify(body)}`);
    assert.notEqual(answer.body.detail, undefined);
  }
  const { body } = await owner.ask<Problem>("POST", "/holders", { name: "甲", unit: 5 });
  assert.deepEqual(body.params, { place: "body/unit", keyword: "type", value: "string" });
});

test("what is wrong with a body is said in the caller's language alone, choices by name", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const emperor = { name: "甲", email: "a@b.cn", role: "emperor" };
  const said = async (path: string, body: unknown) => (await owner.ask<Problem>("POST", path, body)).body.detail ?? "";
  assert.match(await said("/members", emperor), /只能是 owner, author, manager, member, commenter, viewer 之一/);
  assert.match(await said("/holders", {}), /缺少 name/);
  assert.match(await said("/holders", { name: "甲", salary: 1 }), /没有 salary 这个字段/);
  assert.match(await said("/holders", { name: "" }), /至少 1 个字符/);
  assert.match(await said("/members", { ...emperor, email: "no address" }), /不是正确的 email/);
  assert.match(await said("/scorecards", { holderId: "x", templateId: "y", period: "2026-13" }), /写法不对/);
});

test("another media type than JSON is refused", async (t) => {
  const owner = await signInOwner(await testServer(t));
  for (const type of ["text/csv", "text/plain"]) {
    const form = new Client(owner.url, { ...owner.headers, "content-type": type });
    const { status, body } = await form.ask<Problem>("POST", "/holders", "a,b");
    assert.deepEqual([status, body.code], [415, "media-type"], type);
  }
});

test("a body of 5 MB is refused, and others are answered meanwhile", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const [large, other] = await Promise.all([
    owner.ask<Problem>("POST", "/diagnostics", { text: "客".repeat(2_000_000) }),
    owner.ask("GET", "/session"),
  ]);
  assert.deepEqual([large.status, large.body.code], [413, "body-too-large"]);
  assert.equal(other.status, 200);
});

test("whoever sends too much gets the answer every time, never just a closed connection", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const text = "x".repeat(5 * 2 ** 20);
  for (let round = 0; round < 10; round += 1) {
    const { status, body } = await owner.ask<Problem>("POST", "/diagnostics", { text });
    assert.deepEqual([status, body.code], [413, "body-too-large"]);
  }
});

test("hostile template texts give findings with a place, and the server stays up", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const texts = {
    unparsable: '{ "title": "没写完',
    deep: `${'{"properties":'.repeat(3000)}1${"}".repeat(3000)}`,
    deepArray: `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    proto: '{ "$schema": "https://rolewright.dev/role/1", "__proto__": { "polluted": true } }',
    duplicate: '{ "title": "甲", "title": "乙" }',
    empty: "",
    pattern: templateWithPattern("(a+)+$"),
  };
  for (const [name, text] of Object.entries(texts)) {
    const { items } = await owner.post<Findings>("/diagnostics", { text });
    if (name === "pattern") continue;
    const errors = items.filter(({ severity }) => severity === "error");
    assert.ok(errors.length > 0, `${name} has an error`);
    assert.ok(errors.every(({ range }) => range.start >= 0 && range.start <= text.length));
  }
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.equal((await owner.ask("GET", "/session")).status, 200);
});

const unbalanced = (weight: number) => `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/unbalanced",
  "title": "客服主管", "type": "object",
  "properties": { "standards": {
    "type": "object", "title": "工作标准", "x-section": { "kind": "standards" },
    "properties": {
      "a": { "type": "number", "title": "甲", "minimum": 5, "x-item": { "every": "month", "weight": ${weight} } },
      "b": { "type": "number", "title": "乙", "minimum": 5, "x-item": { "every": "month", "weight": 60 } }
    }
  } }
}`;

const inWords = [
  { language: "zh-CN", sentence: /权重/, label: /[\u4e00-\u9fff]/ },
  { language: "en", sentence: /weights/i, label: /^[ -~“”]+$/ },
];

for (const { language, sentence, label } of inWords) {
  test(`findings have a place and say in words what is wrong and what helps: ${language}`, async (t) => {
    const owner = await signInOwner(await testServer(t));
    const caller = new Client(owner.url, { ...owner.headers, "accept-language": `${language};q=0.9, fr` });
    const text = unbalanced(30);
    const { headers, body } = await caller.ask<Diagnostics>("POST", "/diagnostics", { text });
    assert.equal(headers.get("content-language"), language);
    const finding = body.items.find(({ code }) => code === "weights/sum") ?? assert.fail(JSON.stringify(body));
    const before = text.slice(0, finding.range.start).split("\n");
    assert.deepEqual([finding.line, finding.column], [before.length, (before.at(-1) ?? "").length + 1]);
    assert.match(finding.sentence, sentence);
    assert.ok(finding.sentence.includes("90"), finding.sentence);
    assert.ok(finding.fixes.length > 0 && finding.fixes.every((fix) => fix.edits.length > 0));
    for (const fix of finding.fixes) assert.match(fix.label, label);
    const { id } = await caller.post<TemplateSummary>("/templates", { title: "坏", text });
    const refused = await caller.ask<Problem>("POST", `/templates/${id}/revisions`, { kind: "published" });
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.body.diagnostics, body.items);
  });
}

test("a template that cannot be read may be stored and mended, but not published", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id, errors } = await owner.post<TemplateSummary>("/templates", { title: "坏", text: '{ "title": ' });
  assert.ok(errors > 0);
  const { status, body } = await owner.ask<Problem>("POST", `/templates/${id}/revisions`, { kind: "published" });
  assert.deepEqual([status, body.code], [422, "template-has-errors"]);
  assert.ok((body.diagnostics ?? []).length > 0);
  assert.equal((await owner.ask("GET", `/templates/${id}/checklist?period=2026-11`)).status, 422);
});

test("periods, formats and versions that do not exist are told apart", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const path = "/templates/property-customer-service-supervisor";
  const code = async (rest: string) => (await owner.ask<Problem>("GET", path + rest)).body.code;
  assert.equal(await code("/checklist?period=2026-13"), "unknown-period");
  assert.equal(await code("/checklist"), "invalid-request");
  assert.equal(await code("/checklist?period=2026-11&version=9"), "revision-not-found");
  assert.equal(await code("/checklist?period=2026-11&version=x"), "invalid-request");
  assert.equal(await code("/checklist?period=2026-11&holder=nobody"), "holder-not-found");
  assert.equal(await code("/export?format=wordstar"), "unknown-format");
  assert.equal(await code("/revisions/7"), "revision-not-found");
});

test("nothing of the request is repeated in pages: what is answered is never HTML", async (t) => {
  const viewer = await signInAs(await signInOwner(await testServer(t)), "viewer");
  const { headers } = await viewer.ask("GET", "/templates/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  assert.match(headers.get("content-type") ?? "", /^application\/problem\+json/);
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  const [, scripts = ""] = /script-src ([^;]*);/.exec(headers.get("content-security-policy") ?? "") ?? [];
  assert.match(scripts, /^'self'/);
  assert.doesNotMatch(scripts, /unsafe-inline|\*|http/);
});

function templateWithPattern(pattern: string): string {
  return JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/own/pattern",
    title: "模式",
    type: "object",
    "x-role": { language: "zh-CN" },
    properties: {
      standards: {
        title: "工作标准",
        type: "object",
        "x-section": { kind: "standards" },
        properties: { code: { title: "编号", type: "string", pattern, "x-item": { every: "month" } } },
      },
    },
  });
}
