import assert from "node:assert/strict";
import { test } from "node:test";
import type { TemplateContents } from "@rolewright/server/protocol";
import { kpiUses, rolesUsing } from "./kpi-uses.ts";

const rate = "https://rolewright.dev/kpis/property/collection-rate";
const item = (key: string, origin: TemplateContents["items"][number]["origin"]) =>
  ({ key, kind: "standards", title: key, titles: {}, origin }) as const;
const names = [
  { id: rate, version: 2, kind: "kpi" as const, title: "物业费收缴率", titles: {} },
  { id: "https://rolewright.dev/kpis/hr/turnover", version: 1, kind: "kpi" as const, titles: {} },
  { id: "https://rolewright.dev/roles/base/supervisor", version: 1, kind: "role" as const, titles: {} },
];

test("each KPI knows the items that refer to it, and at which version", () => {
  const contents = [
    { id: "one", reportsTo: null, supervises: [], items: [item("a", { id: rate, version: 1 }), item("b", null)] },
    {
      id: "two",
      reportsTo: null,
      supervises: [],
      items: [item("c", { id: rate, version: null }), item("d", { id: rate, version: 2 })],
    },
  ];
  const [used, unused, ...others] = kpiUses(names, contents);
  assert.deepEqual(used?.uses, [
    { templateId: "one", item: "a", title: "a", version: 1 },
    { templateId: "two", item: "c", title: "c", version: null },
    { templateId: "two", item: "d", title: "d", version: 2 },
  ]);
  assert.equal(used && rolesUsing(used), 2);
  assert.equal(used?.family, "property");
  assert.deepEqual(unused?.uses, []);
  assert.deepEqual(others, []);
});
