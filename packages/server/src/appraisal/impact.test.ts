import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Holder,
  Problem,
  RevisionSummary,
  ScorecardDetail,
  ScorecardImpact,
  ScorecardSummary,
  TemplateSummary,
} from "../protocol.ts";
import { type Client, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";

interface List<Item> {
  readonly items: readonly Item[];
}

/** A role judged by one figure: the value itself is the score. */
const text = (least: number) => `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/cashier",
  "title": "收银员",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": {
          "title": "收缴率", "type": "number",
          "x-item": { "every": "month", "unit": "%", "weight": 100, "target": { "minimum": ${least} }, "score": { "kind": "pass", "else": 40 } }
        }
      }
    }
  }
}`;

test("before publishing, the scorecards of the newest period are reckoned by the live text, and stay as they are", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "收银员", text: text(90) });
  await owner.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "published" });
  await filled(owner, id, "林晓棠", "2026-10", 91);
  const met = await filled(owner, id, "林晓棠", "2026-11", 92);
  const far = await filled(owner, id, "周遥", "2026-11", 97);

  await owner.put(`/templates/${id}/text`, { text: text(95) });
  const { items } = await owner.get<List<ScorecardImpact>>(`/templates/${id}/impact`);
  assert.deepEqual(
    items.map(({ id: card, version, before, after, changed }) => [card, version, before.total, after.total, changed]),
    [
      [met.id, 1, "100.00", "40.00", true],
      // The line shows another target; the total does not move.
      [far.id, 1, "100.00", "100.00", true],
    ],
  );

  await owner.post<RevisionSummary>(`/templates/${id}/revisions`, { kind: "published" });
  const { summary } = await owner.get<ScorecardDetail>(`/scorecards/${met.id}`);
  assert.deepEqual([summary.version, summary.total], [1, "100.00"]);
});

test("a text that cannot be read has no impact but its findings, and only who may publish asks", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "收银员", text: "{" });
  const broken = await owner.ask<Problem>("GET", `/templates/${id}/impact`);
  assert.deepEqual([broken.status, broken.body.code], [422, "template-has-errors"]);
  assert.equal((await owner.ask("GET", "/templates/nobody/impact")).status, 404);
  const manager = await signInAs(owner, "manager");
  assert.equal((await manager.ask("GET", `/templates/${id}/impact`)).status, 403);
});

async function filled(owner: Client, templateId: string, name: string, period: string, data: number) {
  const known = (await owner.get<List<Holder>>("/holders")).items.find((holder) => holder.name === name);
  const holder = known ?? (await owner.post<Holder>("/holders", { name }));
  const card = await owner.post<ScorecardSummary>("/scorecards", { holderId: holder.id, templateId, period });
  await owner.put(`/scorecards/${card.id}/observations/rate/${period}`, { data });
  return card;
}
