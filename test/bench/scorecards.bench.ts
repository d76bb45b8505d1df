import assert from "node:assert/strict";
import { inspect, type Observation, scorecard } from "@rolewright/runtime";
import { Decimal } from "decimal.js";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { compare, type Row } from "./measure.ts";

const lines = 25;
const people = 10_000;
const keys = Array.from({ length: lines }, (_, index) => `standard${index}`);

/** One observed figure per line and person, between 60 and 99.9, the same in every run. */
const figures = Array.from({ length: people }, (_, person) =>
  keys.map((_, line) => 60 + ((person * 7919 + line * 104_729) % 400) / 10),
);

/**
 * Ten thousand scorecards of 25 lines, with the arithmetic of every line kept, against the shortest loop one would
 * write by hand over the same numbers in decimal.js: points, contributions, totals and nothing else.
 */
export async function run(): Promise<Row[]> {
  const items = keys.map((key) => [
    key,
    figure(`标准 ${key}`, {
      unit: "%",
      weight: 4,
      target: { minimum: 90 },
      score: { kind: "linear", from: 0, to: 100 },
    }),
  ]);
  const { role } = inspect(templateText(roleTemplate(Object.fromEntries(items))));
  assert.ok(role);
  const observed = figures.map((row) => row.map((data, line) => observation(keys[line] ?? "", data)));
  const ours = () => observed.map((observations) => scorecard(role, "2026-11", observations).total);
  assert.deepEqual(ours().slice(0, 50), byHand().slice(0, 50), "both arrive at the same totals");
  const row = await compare("", "decimal.js loop", ours, byHand, 3);
  const perSecond = (ms: number) => (people / ms) * 1000;
  return [
    {
      ...row,
      name: `${people.toLocaleString("en")} scorecards × ${lines} lines`,
      ours: perSecond(row.ours),
      peer: perSecond(row.peer),
      unit: "scorecards/s",
      ratio: row.peer / row.ours,
    },
  ];
}

function observation(item: string, data: number): Observation {
  return { item, period: "2026-11", data };
}

function byHand(): string[] {
  return figures.map((row) => {
    let sum = new Decimal(0);
    for (const value of row) {
      const points = Decimal.min(100, Decimal.max(0, new Decimal(value))).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      sum = sum.plus(points.times(4).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
    }
    return sum.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
  });
}
