import assert from "node:assert/strict";
import { test } from "node:test";
import { type Item, inspect, type JsonObject, type Observation, type RoleModel, scorecard } from "@rolewright/runtime";
import { bonusCorners, type Corner, formulaCorners, levelCorners, proportionCorners } from "./score-shapes.ts";

function roleWith(score: JsonObject, more: JsonObject): RoleModel {
  const standard = { title: "一项", type: "number", minimum: 0, "x-item": { every: "month", score, ...more } };
  const { role, diagnostics } = inspect(
    JSON.stringify({
      $schema: "https://rolewright.dev/role/1",
      $id: "https://example.com/roles/shapes",
      title: "岗位",
      type: "object",
      "x-role": { language: "zh-CN", rounding: { digits: 6 } },
      properties: {
        standards: {
          title: "标准",
          type: "object",
          "x-section": { kind: "standards" },
          properties: { one: standard },
        },
      },
    }),
  );
  return role ?? assert.fail(JSON.stringify(diagnostics));
}

function itemOf(role: RoleModel): Item {
  return role.sections[0]?.items[0] ?? assert.fail();
}

/** Every corner lies where the runtime's own points lie. */
function agrees(role: RoleModel, corners: readonly Corner[] | undefined): void {
  assert.ok(corners && corners.length > 1);
  for (const { x, y } of corners) {
    const data = Number(x.toFixed(6));
    const card = scorecard(role, "2026-11", [{ item: "one", period: "2026-11", data } satisfies Observation]);
    const points = Number(card.lines[0]?.points ?? card.adjustments[0]?.points);
    assert.ok(Math.abs(points - y) < 0.001, `${x}: ${y}, but ${points}`);
  }
  const xs = corners.map(({ x }) => x);
  assert.deepEqual(
    xs,
    xs.toSorted((a, b) => a - b),
  );
}

test("a proportion's curve lies on its points, in every direction, capped and floored", () => {
  for (const score of [{}, { cap: 120, floor: 30 }]) {
    for (const target of [{ minimum: 60 }, { maximum: 60 }, { const: 60 }]) {
      const role = roleWith({ kind: "proportion", ...score }, { weight: 100, target });
      agrees(role, proportionCorners(itemOf(role)));
    }
  }
  assert.equal(proportionCorners(itemOf(roleWith({ kind: "pass" }, { weight: 100 }))), undefined);
});

test("a bonus's curve starts at its threshold and ends at its cap", () => {
  for (const score of [{ per: 2 }, { per: 1.5, over: 2, cap: 10 }]) {
    const role = roleWith({ kind: "bonus", ...score }, {});
    agrees(role, bonusCorners(score));
  }
});

test("levels of a scale go from place to place, and words have no curve", () => {
  const levels = [5, 4, 3, 2, 1].map((value) => ({ value, points: value * 20 }));
  const role = roleWith(
    { kind: "levels", levels },
    { weight: 100, measure: { kind: "rating", to: 5 }, target: { minimum: 4 } },
  );
  agrees(role, levelCorners(levels));
  assert.equal(
    levelCorners([
      { value: "优", points: 100 },
      { value: "差", points: 0 },
    ]),
    undefined,
  );
});

test("the curve of a formula bends where the formula does, and there is none for one that cannot be read", () => {
  const formula = "value >= target ? 100 : value / target * 90";
  const shaped = itemOf(roleWith({ kind: "expression", formula }, { unit: "%", weight: 100, target: { minimum: 90 } }));
  const corners = formulaCorners(shaped) ?? [];
  assert.deepEqual(
    [corners[0], corners.at(-1)],
    [
      { x: 0, y: 0 },
      { x: 100, y: 100 },
    ],
  );
  assert.ok(corners.some(({ x, y }) => x === 90 && y === 100));
  assert.ok(corners.length < 8, "straight stretches have no corners");
  const broken = { ...shaped, score: { kind: "expression", params: { formula: "value *" } } };
  assert.equal(formulaCorners(broken), undefined);
});
