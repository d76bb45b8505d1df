import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, TemplateSummary } from "../protocol.ts";
import { signInOwner, testServer } from "../test-support/test-server.ts";

/** A text within all caps that takes the runtime seconds: 4,800 standards, each with several findings and fixes. */
function slowText(): string {
  const standard = (index: number) => ({
    title: `及时完成相关工作第 ${index} 号并定期汇报结果`,
    type: "number",
    pattern: "^(a+)+$",
    "x-item": {
      every: "month",
      weight: 1,
      target: { minimum: 5, maximum: 3 },
      score: { kind: "linear", from: 0, to: 5 },
    },
  });
  const entries = Array.from({ length: 4800 }, (_, index) => [`standard${index}`, standard(index)]);
  return roleText({ title: "工作标准", type: "object", properties: Object.fromEntries(entries) });
}

function roleText(standards: object): string {
  return JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/slow",
    title: "慢",
    type: "object",
    properties: { standards: { ...standards, "x-section": { kind: "standards" } } },
  });
}

const quickText = roleText({ title: "工作标准", type: "object", properties: {} });

test("a text that takes too long is given up, and meanwhile others are answered", async (t) => {
  const server = await testServer(t, { inspection: { timeoutMs: 400 } });
  const owner = await signInOwner(server);
  const order: string[] = [];
  const slow = owner.ask<Problem>("POST", "/diagnostics", { text: slowText() });
  const answered = slow.then((answer) => {
    order.push("slow");
    return answer;
  });
  await owner.get("/session");
  order.push("other");
  const { status, body } = await answered;
  assert.deepEqual([status, body.code], [422, "template-too-slow"]);
  assert.deepEqual(order, ["other", "slow"]);
});

test("the next text finds a fresh worker", async (t) => {
  const server = await testServer(t, { inspection: { timeoutMs: 400 } });
  const owner = await signInOwner(server);
  const [slow, quick] = await Promise.all([
    owner.ask("POST", "/diagnostics", { text: slowText() }),
    owner.ask("POST", "/diagnostics", { text: quickText }),
  ]);
  assert.equal(slow.status, 422);
  assert.equal(quick.status, 200);
});

test("a template that takes too long stands in the list with an error, beside all others", async (t) => {
  const server = await testServer(t, { inspection: { timeoutMs: 400 } });
  const owner = await signInOwner(server);
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "慢" });
  await owner.put(`/templates/${id}/text`, { text: slowText() });
  const { items } = await owner.get<{ items: TemplateSummary[] }>("/templates");
  assert.equal(items.find((template) => template.id === id)?.errors, 1);
  assert.ok(items.length > 1);
});

test("the server ends while a text is looked into", async (t) => {
  const server = await testServer(t, {});
  const owner = await signInOwner(server);
  const slow = owner.ask("POST", "/diagnostics", { text: slowText() }).catch(() => undefined);
  await owner.get("/session");
  await server.close();
  await slow;
});
