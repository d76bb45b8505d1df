import assert from "node:assert/strict";
import { inspect, type JsonObject, type Observation, type RoleModel, scorecard } from "@rolewright/runtime";
import { Decimal } from "decimal.js";
import { Engine } from "json-rules-engine";
import { ExpressionRunner } from "survey-core";
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
 * Scorecards of 25 lines: with the arithmetic of every line as data, and without, against the shortest loop one would
 * write by hand over the same numbers in decimal.js (points, contributions, totals and nothing else); without, against a rule engine and a
 * form library's expressions that arrive at the same: whether each line is met, its points, its part, and the total. Those two calculate in binary floating point,
 * which is enough for these figures.
 */
export async function run(): Promise<Row[]> {
  const role = roleOf({ kind: "linear", from: 0, to: 100 });
  const some = figures.slice(0, 1000);
  const [explained, reckoned] = [totalsOf(role, true), totalsOf(role, false)];
  return [
    await row("scorecards × 25 lines, explained", figures, "decimal.js loop", explained, byHand),
    await row("scorecards × 25 lines", figures, "decimal.js loop", reckoned, byHand),
    await row("scorecards × 25 lines", some, "json-rules-engine", reckoned, byRules()),
    await row("scorecards × 25 lines", some, "SurveyJS expression", reckoned, byExpression()),
  ];
}

type Figures = readonly (readonly number[])[];
type Totals = (people: Figures) => readonly (string | null)[] | Promise<readonly string[]>;

async function row(name: string, of: Figures, peerName: string, ours: Totals, peer: Totals): Promise<Row> {
  const checked = of.slice(0, 50);
  assert.deepEqual(await ours(checked), await peer(checked), "both arrive at the same totals");
  const measured = await compare(
    `${of.length.toLocaleString("en")} ${name}`,
    peerName,
    () => ours(of),
    () => peer(of),
    of.length > 1000 ? 3 : 9,
  );
  const perSecond = (ms: number) => (of.length / ms) * 1000;
  return {
    ...measured,
    ours: perSecond(measured.ours),
    peer: perSecond(measured.peer),
    unit: "scorecards/s",
    ratio: measured.peer / measured.ours,
  };
}

/** Every line has weight 4 and the target of at least 90 %. */
function roleOf(score: JsonObject): RoleModel {
  const items = keys.map((key) => {
    return [key, figure(`标准 ${key}`, { unit: "%", weight: 4, target: { minimum: 90 }, score })];
  });
  const { role } = inspect(templateText(roleTemplate(Object.fromEntries(items))));
  assert.ok(role);
  return role;
}

function totalsOf(role: RoleModel, explain: boolean): Totals {
  return (people) =>
    people.map((row) => {
      const observations = row.map((data, line) => observation(keys[line] ?? "", data));
      return scorecard(role, "2026-11", observations, { explain }).total;
    });
}

/** For each line a fact that works out its points and one its contribution, and a rule that says whether it is met. */
function byRules(): Totals {
  const engine = new Engine();
  for (const key of keys) {
    engine.addFact(`${key}.points`, async (_, almanac) => {
      return hundredths(Math.min(100, Math.max(0, await almanac.factValue<number>(key))));
    });
    engine.addFact(`${key}.earned`, async (_, almanac) => {
      return hundredths(((await almanac.factValue<number>(`${key}.points`)) * 4) / 100);
    });
    engine.addRule({
      conditions: { all: [{ fact: key, operator: "greaterThanInclusive", value: 90 }] },
      event: { type: key },
    });
  }
  return async (people) => {
    const totals: string[] = [];
    for (const row of people) {
      const { almanac } = await engine.run(factsOf(row));
      const earned = await Promise.all(keys.map((key) => almanac.factValue<number>(`${key}.earned`)));
      totals.push(earned.reduce((sum, each) => sum + each, 0).toFixed(2));
    }
    return totals;
  };
}

/** Rounded as one would without decimals: the peer shall not pay for digits it does not need here. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** For each line an expression for whether it is met, for its points and for its contribution, and one that adds up. */
function byExpression(): Totals {
  const expressions = keys.flatMap((key) => [
    [`${key}Met`, `{${key}} >= 90`],
    [`${key}Points`, `round(min(100, max(0, {${key}})), 2)`],
    [`${key}Earned`, `round({${key}Points} * 4 / 100, 2)`],
  ]);
  expressions.push(["total", `round(${keys.map((key) => `{${key}Earned}`).join(" + ")}, 2)`]);
  const runners = expressions.map(([name = "", expression = ""]) => ({
    name,
    runner: new ExpressionRunner(expression),
  }));
  return (people) =>
    people.map((row) => {
      const values: Record<string, unknown> = factsOf(row);
      for (const { name, runner } of runners) values[name] = runner.runValues(values);
      return Number(values.total).toFixed(2);
    });
}

function pointsOf(value: number): Decimal {
  return Decimal.min(100, Decimal.max(0, new Decimal(value))).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function earnedOf(points: Decimal): Decimal {
  return points.times(4).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function factsOf(row: readonly number[]): Record<string, number> {
  return Object.fromEntries(keys.map((key, line) => [key, row[line] ?? 0]));
}

function observation(item: string, data: number): Observation {
  return { item, period: "2026-11", data };
}

function byHand(people: Figures): string[] {
  return people.map((row) => {
    let sum = new Decimal(0);
    for (const value of row) sum = sum.plus(earnedOf(pointsOf(value)));
    return sum.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
  });
}
