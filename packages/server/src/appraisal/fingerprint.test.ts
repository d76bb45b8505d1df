import assert from "node:assert/strict";
import { test } from "node:test";
import { type Calendar, inspect, type Observation, scorecard, workingDays } from "@rolewright/runtime";
import { fingerprintOf } from "./fingerprint.ts";

const text = JSON.stringify({
  $schema: "https://rolewright.dev/role/1",
  $id: "https://example.org/roles/cashier",
  title: "收银员",
  type: "object",
  "x-role": { language: "zh-CN" },
  properties: {
    standards: {
      title: "工作标准",
      type: "object",
      "x-section": { kind: "standards" },
      properties: {
        rate: {
          title: "收缴率",
          type: "number",
          "x-item": { every: "month", unit: "%", weight: 60, target: { minimum: 90 } },
        },
        reply: {
          title: "答复用时",
          type: "object",
          properties: { from: { type: "string", format: "date" }, to: { type: "string", format: "date" } },
          "x-item": {
            every: "month",
            unit: "工作日",
            weight: 40,
            measure: { kind: "duration", from: "from", to: "to", unit: "working-day" },
            target: { maximum: 3 },
          },
        },
      },
    },
  },
});

const { role, diagnostics } = inspect(text);

const facts: readonly Observation[] = [
  { item: "rate", period: "2026-11", data: 95, evidence: "台账", by: "a", at: "2026-12-01T00:00:00Z" },
  { item: "reply", period: "2026-11", data: { from: "2026-11-02", to: "2026-11-05" } },
];

function of(
  observations: readonly Observation[],
  { sha256 = "a", version = 1, holder = "lin", calendar = workingDays() as Calendar } = {},
): string {
  assert.ok(role, JSON.stringify(diagnostics));
  const card = scorecard(role, "2026-11", observations, { version, holder: { id: holder, name: "林" }, calendar });
  return fingerprintOf(card, observations, sha256);
}

const changed = (change: Partial<Observation>) =>
  facts.map((fact, index) => (index === 0 ? { ...fact, ...change } : fact));

test("figure, evidence, exemption, holder, version and text all show in the fingerprint", () => {
  const all = [
    of(facts),
    of(changed({ data: 96 })),
    of(changed({ evidence: "别的" })),
    of(changed({ exempt: "产假" })),
    of(facts.slice(1)),
    of(facts, { holder: "zhou" }),
    of(facts, { version: 2 }),
    of(facts, { sha256: "b" }),
  ];
  assert.equal(new Set(all).size, all.length);
});

test("the order of facts, who recorded them when, and other months leave it as it is", () => {
  const other: Observation = { item: "rate", period: "2026-12", data: 10 };
  assert.equal(of(facts.toReversed()), of(facts));
  assert.equal(of(changed({ by: "b", at: "2026-12-09T00:00:00Z" })), of(facts));
  assert.equal(of([...facts, other]), of(facts));
});

test("the same facts that come to something else, since other days are worked, are another matter", () => {
  const calendar = workingDays({ holidays: ["2026-11-03", "2026-11-04"] });
  assert.notEqual(of(facts, { calendar }), of(facts));
});
