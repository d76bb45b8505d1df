import assert from "node:assert/strict";
import { test } from "node:test";
import { organisation } from "@rolewright/runtime";
import fc from "fast-check";
import { box, chartLayout } from "./chart-layout.ts";

const chartOf = (lines: Readonly<Record<string, readonly string[]>>) =>
  organisation(
    Object.entries(lines).map(([title, below]) => ({
      id: title,
      schemaId: null,
      title,
      reportsTo: null,
      supervises: below.map((one) => ({ title: one, role: null })),
    })),
  );

test("a superior stands in the middle above its subordinates", () => {
  const { nodes } = chartLayout(chartOf({ 经理: ["甲", "乙"] }), new Set());
  const [top, one, other] = nodes;
  assert.equal(top?.x, ((one?.x ?? 0) + (other?.x ?? 0)) / 2);
  assert.deepEqual(
    nodes.map(({ id, level, parent }) => [id, level, parent]),
    [
      ["经理", 1, undefined],
      ["named:甲", 2, "经理"],
      ["named:乙", 2, "经理"],
    ],
  );
});

test("three subordinates without any of their own stand below each other", () => {
  const { nodes } = chartLayout(chartOf({ 经理: ["甲", "乙", "丙"] }), new Set());
  const stacked = nodes.filter((node) => node.stacked);
  assert.equal(stacked.length, 3);
  assert.equal(new Set(stacked.map(({ x }) => x)).size, 1);
});

test("what is below a folded role is left out", () => {
  const { nodes } = chartLayout(chartOf({ 经理: ["甲"], 甲: ["乙"] }), new Set(["甲"]));
  assert.deepEqual(
    nodes.map(({ id }) => id),
    ["经理", "甲"],
  );
});

test("no two boxes lie over each other, and all lie within the chart", () => {
  const name = fc.constantFrom(..."甲乙丙丁戊己庚辛壬癸");
  fc.assert(
    fc.property(fc.dictionary(name, fc.uniqueArray(name, { maxLength: 5 }), { maxKeys: 8 }), (lines) => {
      const { nodes, left, width, height } = chartLayout(chartOf(lines), new Set());
      for (const one of nodes) {
        assert.ok(
          one.x - box.width / 2 >= left && one.x + box.width / 2 <= left + width && one.y + box.height <= height,
        );
        const over = nodes.filter(
          (other) => other !== one && Math.abs(other.x - one.x) < box.width && Math.abs(other.y - one.y) < box.height,
        );
        assert.deepEqual(over, []);
      }
    }),
  );
});
