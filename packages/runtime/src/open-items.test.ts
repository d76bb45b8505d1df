import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "./inspect.ts";
import { openItems } from "./open-items.ts";
import { scorecard } from "./scorecard.ts";

const role = inspect(
  JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://example.org/roles/cashier",
    title: "收银员",
    type: "object",
    "x-role": { language: "zh-CN", grades: [{ grade: "A", from: 0 }] },
    properties: {
      standards: {
        title: "工作标准",
        type: "object",
        "x-section": { kind: "standards" },
        properties: {
          rate: figure("block"),
          late: figure("exclude"),
          calls: figure("zero"),
          leak: { title: "泄露资料", type: "boolean", "x-item": { every: "month", score: { kind: "veto" } } },
        },
      },
    },
  }),
).role;

function figure(noData: string) {
  return { title: noData, type: "number", "x-item": { every: "month", weight: 30, target: { minimum: 90 }, noData } };
}

function open(facts: Readonly<Record<string, unknown>>) {
  assert.ok(role);
  const observations = Object.entries(facts).map(([item, data]) => ({ item, period: "2026-11", data: data as number }));
  const card = scorecard(role, "2026-11", observations);
  return { items: openItems(role, card).map(({ item }) => item), provisional: card.provisional };
}

test("a line that blocks and a veto without its reason are open, exactly while the total is provisional", () => {
  assert.deepEqual(open({ late: 95 }), { items: ["rate"], provisional: true });
  assert.deepEqual(open({ rate: 95, leak: true }), { items: ["leak"], provisional: true });
  assert.deepEqual(open({ rate: 95 }), { items: [], provisional: false });
});

test("where nothing at all was measured, every line without data is open, whatever no data means to it", () => {
  assert.ok(role);
  const card = { ...scorecard(role, "2026-11", []), total: null };
  assert.deepEqual(
    openItems(role, card).map(({ item }) => item),
    ["rate", "late", "calls"],
  );
});
