import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, languages } from "@rolewright/locale";
import { type Item, measures, type Observation, type Step, scorecard, scoringMethods } from "@rolewright/runtime";
import zh from "../../packages/locale/src/zh-CN/runtime.json" with { type: "json" };
import {
  choice,
  date,
  dates,
  due,
  inputs,
  itemOf,
  measure,
  observed,
  roleOf,
  score,
  target,
  tick,
} from "../../packages/runtime/src/testing/role-builder.ts";

/* Every step of arithmetic the runtime can give has its sentence in every language, and no sentence is left over. */

const pair = inputs({ of: ["抽查", "件"], to: ["总量", "件"] });
const grades = [{ grade: "A", from: "0" }];

/** The steps of one item, scored with 1 of 1 weight, on these data. */
function steps(
  more: Partial<Item>,
  data: readonly (readonly [period: string, data: unknown])[],
  period = "2026-11",
): Step[] {
  const facts = data.map(([instance, value]) => observed("a", instance, value as never) satisfies Observation);
  const card = scorecard(roleOf([itemOf("a", more)], { grades }), period, facts);
  return [...card.lines.flatMap((line) => line.steps), ...card.steps];
}

/** The steps of an item that somebody took out of the month. */
function exempted(): Step[] {
  const fact = { ...observed("a", "2026-11", null as never), exempt: "产假" };
  return scorecard(roleOf([itemOf("a")]), "2026-11", [fact]).lines.flatMap((line) => line.steps);
}

const november = (value: unknown) => [["2026-11", value]] as const;
const ratio = { unit: "%", observation: pair, measure: measure("ratio", { of: "of", to: "to" }) };
const linear = score("linear", { from: 0, to: 5 });
const bands = score("bands", { bands: [{ from: 90, below: 95, points: 90 }], else: 0 });
const accepted = { schema: {}, bounds: [], accepted: ["优"] };
const quarter = [
  ["2026-10", 1],
  ["2026-11", 2],
  ["2026-12", 9],
] as const;
const meetings = {
  every: "week",
  observation: dates(),
  target: target({ minimum: 1 }),
  score: score("deduct", { per: 30, floor: 20 }),
} as const;

const day = { type: "string", format: "date" } as const;
const dated = inputs({ from: ["受理", ""], to: ["办结", ""] });
const spans = {
  ...dated,
  fields: dated.fields.map((field) => ({ ...field, schema: day })),
  schema: { type: "object", properties: { from: day, to: day } },
} as const;
const lengths = { ...dates(), schema: { type: "array", items: { type: "number" } } };
const levelled = score("levels", {
  levels: [
    { value: "优", points: 100, description: "主动解决问题" },
    { value: "差", points: 0 },
  ],
});

/** The steps of a bonus or veto beside a scored line, and those of the total. */
function besides(more: Partial<Item>, data: readonly (readonly [string, unknown])[], evidence?: string): Step[] {
  const { weight: _weight, ...item } = itemOf("a", more);
  const facts = data.map(([period, value]) => ({
    ...observed("a", period, value as never),
    ...(evidence === undefined ? {} : { evidence }),
  }));
  const role = roleOf([itemOf("line"), item], { grades: [...grades, { grade: "D", from: "-1" }] });
  const card = scorecard(role, "2026-11", [...facts, observed("line", "2026-11", 1)]);
  return [...card.adjustments.flatMap((adjustment) => adjustment.steps), ...card.steps];
}

/** A ratio filled in by the ticks of its duty. */
function ticked(): Step[] {
  const { weight: _weight, ...duty } = itemOf("duty", { observation: tick(), every: "week" });
  const standard = itemOf("a", { ...ratio, fromTicks: true, supports: ["duty"] });
  const card = scorecard(roleOf([duty, standard]), "2026-11", [observed("duty", "2026-W45", true)]);
  return card.lines.flatMap((line) => line.steps);
}

/** A line whose weight is its share of its section. */
function parted(): Step[] {
  const [section] = roleOf([itemOf("a")]).sections;
  const sections = section ? [{ ...section, weight: "60" }] : [];
  return scorecard(roleOf([], { sections }), "2026-11", [observed("a", "2026-11", 1)]).lines.flatMap(
    ({ steps }) => steps,
  );
}

/** Keyword by keyword, both verdicts. */
const comparisons = (["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "const"] as const).flatMap(
  (keyword) =>
    [1, 3, 5].flatMap((value) => [
      ...steps({ unit: "%", target: target({ [keyword]: 3 }) }, november(value)),
      ...steps({ unit: "件", target: target({ [keyword]: 3 }), score: score("deduct", { per: 10 }) }, november(value)),
    ]),
);

const all: readonly Step[] = [
  ...comparisons,
  ...steps({ ...ratio, target: target({ minimum: 5 }), score: linear }, november({ of: 11, to: 236 })),
  ...steps({ ...ratio, target: target({ maximum: 5 }), score: linear }, november({ of: 20, to: 200 })),
  ...steps({ ...ratio, target: target({ minimum: 5, maximum: 90 }), score: bands }, november({ of: 50, to: 100 })),
  ...steps({ ...ratio, score: bands }, november({ of: 92, to: 100 })),
  ...steps({ ...ratio, score: score("linear", { from: 10, to: 5 }) }, november({ of: 92, to: 100 })),
  ...steps(
    { ...ratio, measure: measure("ratio", { of: "of", to: "to", whenZero: "met" }) },
    november({ of: 0, to: 0 }),
  ),
  ...steps(ratio, november({ of: 0, to: 0 })),
  ...steps(ratio, november({ of: 1 })),
  ...steps(ratio, november({ of: -1, to: 2 })),
  ...steps(ratio, []),
  ...steps({ ...ratio, noData: "zero" }, []),
  ...[true, false].flatMap((absolute) =>
    steps(
      { ...ratio, measure: measure("deviation", { plan: "to", actual: "of", absolute }) },
      november({ of: 1, to: 2 }),
    ),
  ),
  ...[90, 45, 200, 0].flatMap((value) => [
    ...steps({ target: target({ minimum: 90 }), score: score("proportion", { floor: 60 }) }, november(value)),
    ...steps({ target: target({ maximum: 90 }), score: score("proportion") }, november(value)),
    ...steps({ target: target({ const: 90 }), score: score("proportion") }, november(value)),
  ]),
  ...[true, false].flatMap((done) => steps({ observation: tick() }, november(done))),
  ...["优", "差"].flatMap((rating) => steps({ observation: choice("差", "优"), target: accepted }, november(rating))),
  ...["2026-10-30", "2026-11-24", "2026-12-05", "2027-03-01"].flatMap((day) => [
    ...steps({ observation: date(), target: target({ maximum: 36 }) }, november(day)),
    ...steps({ observation: date(), every: "quarter", due: due({ day: 10 }) }, [["2026-Q4", day]], "2026-12"),
  ]),
  ...[["2026-11-03"], []].flatMap((days) => [
    ...steps(meetings, [["2026-11", days]]),
    ...steps(meetings, [["2026-W46", days]]),
    ...steps({ ...meetings, measure: measure("count", { distinct: true }) }, [["2026-W46", days]], "2026-W46"),
  ]),
  ...(["share-met", "mean", "sum", "last", "worst"] as const).flatMap((aggregate) =>
    [1, 5].flatMap((minimum) => steps({ aggregate, target: target({ minimum }), score: linear }, quarter, "2026-Q4")),
  ),
  ...steps({ target: target({ minimum: 5 }), score: linear }, quarter, "2026-Q4"),
  ...steps({ target: target({ minimum: 1 }) }, quarter, "2026-Q4"),
  ...(["year", "half-year", "quarter"] as const).flatMap((every) => steps({ every }, [], "2026-10")),
  ...steps({ score: score("bands", { bands: [] }) }, november(1)),
  ...["2026-11-05", "2026-11-01"].flatMap((to) =>
    (["day", "working-day"] as const).flatMap((unit) =>
      steps(
        { observation: spans, measure: measure("duration", { from: "from", to: "to", unit }), unit: "天" },
        november({ from: "2026-11-02", to }),
      ),
    ),
  ),
  ...(["mean", "median", "max", "sum"] as const).flatMap((take) =>
    steps(
      { observation: lengths, measure: measure("duration", { take, unit: "hour" }), unit: "小时" },
      november([1, 2]),
    ),
  ),
  ...[4, 5.9].flatMap((place) => steps({ measure: measure("rating", { to: 5 }) }, november(place))),
  ...steps(
    { observation: choice("优", "差"), measure: measure("rating", { choices: { 优: 5, 差: 1 } }) },
    november("优"),
  ),
  ...steps(
    { observation: pair, measure: measure("expression", { formula: "of + to * 2" }), target: target({ minimum: 5 }) },
    november({ of: 1, to: 2 }),
  ),
  ...["优", "差"].flatMap((rating) => steps({ observation: choice("优", "差"), score: levelled }, november(rating))),
  ...[1, 0, 7].flatMap((value) =>
    ["value * 10", "10 / value", "value - 5"].flatMap((formula) =>
      steps({ score: score("expression", { formula, cap: 20 }) }, november(value)),
    ),
  ),
  ...steps({ every: "year", cumulative: true }, [
    ["2026-10", 1],
    ["2026-11", 2],
  ]),
  ...steps({ every: "event" }, [
    ["2026-11-03", 1],
    ["2026-11-04", 2],
  ]),
  ...exempted(),
  ...ticked(),
  ...parted(),
  ...[0, 2, 9].flatMap((value) => [
    ...besides({ unit: "件", score: score("bonus", { per: 2, cap: 10 }) }, november(value)),
    ...besides({ score: score("bonus", { per: 2, over: 1 }) }, november(value)),
  ]),
  ...besides({ score: score("bonus", { per: 2 }) }, []),
  ...besides({ score: score("bonus", { per: 2 }) }, november(-1)),
  ...besides({ score: score("bands", { bands: [] }) }, november(1)),
  ...[true, false].flatMap((done) => [
    ...besides({ observation: tick(), score: score("veto", { cap: 10 }) }, november(done), "投诉函 12 号"),
    ...besides({ observation: tick(), score: score("veto") }, november(done)),
  ]),
];

for (const { tag } of languages) {
  test(`every step of arithmetic is a sentence in ${tag}`, async () => {
    const { t } = await createTranslator(tag, { missing: "throw" });
    for (const { code, params } of all) {
      const sentence = t(`runtime.explain.${code}`, params);
      assert.match(sentence, /\S/, code);
      assert.doesNotMatch(sentence, /undefined|null|NaN|\{|\}/, `${code}: ${sentence}`);
    }
  });

  test(`every measure and scoring method has its name and description in ${tag}`, async () => {
    const { t } = await createTranslator(tag, { missing: "throw" });
    for (const { id } of measures)
      assert.ok(t(`runtime.measures.${id}.name`) && t(`runtime.measures.${id}.description`));
    for (const { id } of scoringMethods)
      assert.ok(t(`runtime.methods.${id}.name`) && t(`runtime.methods.${id}.description`));
  });
}

test("no sentence is left over that no step uses", () => {
  const used = new Set(all.map(({ code }) => code));
  assert.deepEqual(
    Object.keys(zh.explain).filter((code) => !used.has(code)),
    [],
  );
});

test("the spot check of the design reads as in the design", async () => {
  const { t } = await createTranslator("zh-CN");
  const spotCheck = steps(
    { ...ratio, weight: "20", target: target({ minimum: 5 }), score: linear },
    november({ of: 11, to: 236 }),
  );
  assert.deepEqual(
    spotCheck.slice(0, 5).map(({ code, params }) => t(`runtime.explain.${code}`, params)),
    [
      "抽查 11 件 ÷ 总量 236 件 × 100，保留两位",
      "4.66 % 低于 5 %，差 0.34 个百分点",
      "线性：0 % 得 0 分，5 % 得 100 分 → 4.66 ÷ 5 × 100",
      "93.20 × 权重 20 ÷ 100",
      "抽查再多 1 件即达标（5.08 %）",
    ],
  );
});
