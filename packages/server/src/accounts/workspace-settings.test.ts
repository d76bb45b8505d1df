import assert from "node:assert/strict";
import { test } from "node:test";
import type { Checklist, Diagnostic } from "@rolewright/runtime";
import type {
  Problem,
  Session,
  TemplateDetail,
  TemplateSummary,
  WorkspaceDays,
  WorkspaceSettings,
} from "../protocol.ts";
import { type Client, signInAs, signInOwner, temporaryFolder, testServer } from "../test-support/test-server.ts";

/** One standard without a target: a warning. And a duty on the first of October, a holiday in China. */
const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/clerk",
  "title": "文员",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "duties": {
      "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" },
      "properties": {
        "report": { "title": "报送台账", "type": "boolean", "x-item": { "every": "month", "due": { "day": 1, "inclusive": true, "roll": "next" } } }
      }
    },
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": { "rate": { "title": "回访率", "type": "number", "x-item": { "every": "month", "unit": "%", "supports": ["report"] } } }
    }
  }
}`;

async function severityOf(client: Client, code: string): Promise<string | undefined> {
  const { items } = await client.post<{ items: readonly Diagnostic[] }>("/diagnostics", { text });
  return items.find((finding) => finding.code === code)?.severity;
}

async function dueDay(client: Client, id: string): Promise<string | undefined> {
  const { occurrences } = await client.get<Checklist>(`/templates/${id}/checklist?period=2026-10`);
  return occurrences.find(({ item }) => item === "report")?.due;
}

const change = (client: Client, body: object) => client.ask<WorkspaceSettings & Problem>("PATCH", "/workspace", body);

test("a severity counts at once in findings, lists, sessions and publishing, and can be taken back", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id, warnings } = await owner.post<TemplateSummary>("/templates", { title: "文员", text });
  assert.equal(await severityOf(owner, "standard/no-target"), "warning");

  await change(owner, { severities: { "standard/no-target": "error" } });
  assert.equal(await severityOf(owner, "standard/no-target"), "error");
  const { summary } = await owner.get<TemplateDetail>(`/templates/${id}`);
  assert.deepEqual([summary.errors, summary.warnings], [1, warnings - 1]);
  const { workspace } = await owner.get<Session>("/session");
  assert.deepEqual(workspace.severities, { "standard/no-target": "error" });
  const refused = await owner.ask<Problem>("POST", `/templates/${id}/revisions`, { kind: "published" });
  assert.deepEqual([refused.status, refused.body.code], [422, "template-has-errors"]);

  await change(owner, { severities: { standard: "off" } });
  assert.equal(await severityOf(owner, "standard/no-target"), undefined);
  assert.equal((await owner.ask("POST", `/templates/${id}/revisions`, { kind: "published" })).status, 201);
});

test("due days move over the country's holidays and the organisation's own", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "文员", text });
  assert.equal((await owner.get<WorkspaceSettings>("/workspace")).country, "CN");
  assert.equal(await dueDay(owner, id), "2026-10-08");
  await change(owner, { holidays: ["2026-10-09", "2026-10-08", "2026-10-08"] });
  assert.equal(await dueDay(owner, id), "2026-10-10");
  await change(owner, { country: null, holidays: ["2026-10-01"], workdays: ["2026-10-01", "2026-10-03"] });
  assert.equal(await dueDay(owner, id), "2026-10-02");
});

test("whoever counts working days can ask for the days around a period", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const viewer = await signInAs(owner, "viewer", "访客");
  const asked = () => viewer.get<WorkspaceDays>("/workspace/days?period=2026-10");
  assert.ok((await asked()).holidays.includes("2026-10-01"));
  await change(owner, { country: null, holidays: ["2026-10-09"], workdays: ["2026-10-09", "2026-10-10"] });
  assert.deepEqual(await asked(), { holidays: ["2026-10-09"], workdays: ["2026-10-10"] });
  const wrong = await viewer.ask<Problem>("GET", "/workspace/days?period=October");
  assert.deepEqual([wrong.status, wrong.body.code], [400, "unknown-period"]);
});

test("settings outlive a restart, and what a change leaves out stays", async (t) => {
  const dataFolder = temporaryFolder(t);
  const first = await testServer(t, { dataFolder });
  const owner = await signInOwner(first);
  await change(owner, { name: " 云栖物业 ", workdays: ["2026-10-10"] });
  const { body } = await change(owner, { country: "US" });
  assert.deepEqual([body.name, body.country, body.workdays], ["云栖物业", "US", ["2026-10-10"]]);
  await first.close();
  const second = await signInOwner(await testServer(t, { dataFolder }));
  assert.deepEqual(await second.get("/workspace"), body);
});

test("only the owner changes settings, everybody reads them, and nonsense is refused", async (t) => {
  const owner = await signInOwner(await testServer(t));
  for (const role of ["author", "manager", "member", "viewer"] as const) {
    const client = await signInAs(owner, role);
    assert.equal((await client.ask("GET", "/workspace")).status, 200, role);
    assert.equal((await change(client, { name: "甲" })).status, 403, role);
  }
  for (const body of [
    { name: "  " },
    { country: "XX" },
    { holidays: ["2026-02-30"] },
    { severities: { "wording/vague": "fatal" } },
    { severities: { __proto__x: "off" } },
    { unknown: 1 },
  ])
    assert.equal((await change(owner, body)).status, 400, JSON.stringify(body));
  const { name, severities } = await owner.get<WorkspaceSettings>("/workspace");
  assert.deepEqual([name, severities], ["我的组织", {}]);
});
