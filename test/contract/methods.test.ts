import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, languages, stepInWords } from "@rolewright/locale";
import {
  inspect,
  type JsonObject,
  type JsonValue,
  measures,
  type Observation,
  type RoleModel,
  type Scorecard,
  scorecard,
  scoringMethods,
} from "@rolewright/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import { recordProblems } from "./record-schemas.ts";

/*
 * What every scoring method and every measure keeps to, registered ones all: its parameters are a schema that a stock
 * validator takes, a template that uses it has no finding, it scores without touching what it is given, twice the same,
 * its record is valid, its arithmetic reads in every language, and its points move in its direction only.
 */

interface Sample {
  /** The observation's own schema, and what stands in `x-item`. */
  readonly schema: JsonObject;
  readonly info: JsonObject;
  /** Observations from the worst to the best. */
  readonly rising: readonly JsonValue[];
}

const number = { type: "number", minimum: 0 };
const figures = [0, 0.01, 4.99, 5, 5.01, 33.33, 59.99, 60, 60.01, 89.99, 90, 90.01, 99.99, 100];
const rate = (score: JsonObject, target: JsonObject = { minimum: 90 }): Sample => ({
  schema: { ...number, maximum: 100 },
  info: { unit: "%", target, score },
  rising: figures,
});

const methods: Readonly<Record<string, readonly Sample[]>> = {
  pass: [rate({ kind: "pass" }), rate({ kind: "pass", points: 80, else: 20 })],
  proportion: [
    rate({ kind: "proportion" }),
    { ...rate({ kind: "proportion", floor: 10 }, { maximum: 60 }), rising: figures.toReversed() },
  ],
  linear: [
    rate({ kind: "linear", from: 60, to: 90 }),
    { ...rate({ kind: "linear", from: 60, to: 5 }, { maximum: 5 }), rising: figures.toReversed() },
  ],
  bands: [
    rate({
      kind: "bands",
      bands: [
        { from: 90, points: 100 },
        { from: 60, points: 60 },
      ],
      else: 0,
    }),
  ],
  deduct: [rate({ kind: "deduct", per: 3, floor: 10 })],
  bonus: [
    { schema: number, info: { unit: "件", score: { kind: "bonus", per: 1.5, over: 1, cap: 10 } }, rising: figures },
  ],
  levels: [
    {
      schema: { type: "string", enum: ["优", "良", "差"] },
      info: {
        target: { enum: ["优", "良"] },
        score: {
          kind: "levels",
          levels: [
            { value: "优", points: 100 },
            { value: "良", points: 80 },
            { value: "差", points: 30 },
          ],
        },
      },
      rising: ["差", "良", "优"],
    },
  ],
  veto: [
    { schema: { type: "boolean" }, info: { score: { kind: "veto", grade: "D", cap: 59 } }, rising: [true, false] },
    { schema: number, info: { target: { maximum: 5 }, score: { kind: "veto" } }, rising: figures.toReversed() },
  ],
  expression: [rate({ kind: "expression", formula: "value >= target ? 100 : value / target * 90" })],
};

const day = { type: "string", format: "date" };
const pair = (properties: JsonObject): JsonObject => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const measured = (schema: JsonObject, info: JsonObject, rising: readonly JsonValue[]): Sample => ({
  schema,
  info: { score: { kind: "pass" }, ...info },
  rising,
});

const kinds: Readonly<Record<string, readonly Sample[]>> = {
  value: [measured(number, { measure: { kind: "value" }, target: { minimum: 90 } }, figures)],
  count: [
    measured(
      { type: "array", items: day, uniqueItems: true },
      { measure: { kind: "count", distinct: true }, target: { minimum: 2 } },
      [[], ["2026-11-02"], ["2026-11-02", "2026-11-09"]],
    ),
  ],
  ratio: [
    measured(
      pair({ of: number, to: number }),
      { unit: "%", measure: { kind: "ratio", of: "of", to: "to", whenZero: "no-data" }, target: { minimum: 5 } },
      [0, 4.99, 5, 5.01, 100].map((of) => ({ of, to: 100 })),
    ),
  ],
  deviation: [
    measured(
      pair({ plan: { type: "number", exclusiveMinimum: 0 }, actual: number }),
      { unit: "%", measure: { kind: "deviation", plan: "plan", actual: "actual" }, target: { exclusiveMaximum: 10 } },
      [0, 50, 90, 90.01, 100].map((actual) => ({ plan: 100, actual })),
    ),
  ],
  dayOfPeriod: [
    measured(day, { measure: { kind: "dayOfPeriod" }, target: { maximum: 25 } }, [
      "2026-12-02",
      "2026-11-26",
      "2026-11-25",
      "2026-11-01",
    ]),
  ],
  duration: [
    measured(
      pair({ from: day, to: day }),
      { unit: "天", measure: { kind: "duration", from: "from", to: "to" }, target: { maximum: 3 } },
      ["2026-11-20", "2026-11-06", "2026-11-05", "2026-11-02"].map((to) => ({ from: "2026-11-02", to })),
    ),
    measured(
      { type: "array", items: number },
      { unit: "小时", measure: { kind: "duration", unit: "hour", take: "median" }, target: { maximum: 4 } },
      [
        [9, 9],
        [4, 4.01, 9],
        [1, 4, 9],
      ],
    ),
  ],
  rating: [measured(number, { measure: { kind: "rating", to: 5 }, target: { minimum: 4 } }, [1, 2, 3, 4, 5])],
  expression: [
    measured(
      pair({ won: number, lost: number }),
      { measure: { kind: "expression", formula: "won - lost" }, target: { minimum: 3 } },
      [0, 2, 3, 9].map((won) => ({ won, lost: 0 })),
    ),
  ],
};

/** A role with this item and, where the item stands outside the sum, one beside it that is always met. */
function templateWith({ schema, info }: Sample): string {
  const score = (info.score as JsonObject).kind;
  const outside = score === "bonus" || score === "veto";
  const item = {
    title: "考核的一项",
    ...schema,
    "x-item": { every: "month", source: "业务系统", ...info, ...(outside ? {} : { weight: 100 }) },
  };
  const beside = {
    title: "另一项",
    type: "boolean",
    "x-item": { every: "month", source: "业务系统", weight: 100, score: { kind: "pass" } },
  };
  return JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/contract",
    title: "岗位",
    type: "object",
    "x-role": {
      language: "zh-CN",
      grades: [
        { grade: "A", from: 60 },
        { grade: "D", from: 0 },
      ],
    },
    properties: {
      standards: {
        title: "工作标准",
        type: "object",
        "x-section": { kind: "standards" },
        properties: outside ? { item, beside } : { item },
      },
    },
  });
}

function roleWith(sample: Sample): RoleModel {
  const { role, diagnostics } = inspect(templateWith(sample));
  assert.deepEqual(
    diagnostics.map(({ code, path, params }) => ({ code, path, params })),
    [],
  );
  return role ?? assert.fail();
}

function cardOf(role: RoleModel, data: JsonValue): Scorecard {
  const own = { item: "item", period: "2026-11", data: data as Observation["data"], evidence: "凭证 1 号" };
  return scorecard(role, "2026-11", [own, { item: "beside", period: "2026-11", data: true }], { version: 1 });
}

/** What the item is worth: its points, what it adds, or what a veto leaves of the total. */
function worth({ lines, adjustments, total, grade }: Scorecard): number {
  const [adjustment] = adjustments;
  if (adjustment?.kind === "veto") return Number(total) + (grade === "A" ? 1000 : 0);
  return Number(adjustment ? adjustment.points : lines[0]?.points);
}

function stepsOf({ lines, adjustments, steps }: Scorecard) {
  return [...lines, ...adjustments].flatMap((entry) => entry.steps).concat(steps);
}

test("there is a sample of every scoring method and of every measure, and of nothing else", () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  assert.deepEqual(ids(scoringMethods), Object.keys(methods).sort());
  assert.deepEqual(ids(measures), Object.keys(kinds).sort());
  assert.equal(scoringMethods.length, 9);
  assert.equal(measures.length, 8);
});

const registered = [
  ...scoringMethods.map(({ id, params }) => ({ name: `method ${id}`, field: "score", params, samples: methods[id] })),
  ...measures.map(({ id, params }) => ({ name: `measure ${id}`, field: "measure", params, samples: kinds[id] })),
];

for (const { name, field, params, samples = [] } of registered) {
  test(`${name} describes its parameters by a schema that a stock validator takes, and that refuses others`, () => {
    const check = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(params);
    assert.ok(typeof params.description === "string" && params.additionalProperties === false);
    for (const { info } of samples) {
      const { kind: _, ...stated } = info[field] as JsonObject & { kind: string };
      assert.ok(check(stated), JSON.stringify(check.errors));
      assert.ok(!check({ ...stated, noSuchParameter: 1 }));
    }
  });

  test(`${name} compiles, scores twice the same without touching what it is given, and its record is valid`, () => {
    for (const sample of samples) {
      const role = roleWith(sample);
      const before = JSON.stringify(role);
      for (const data of sample.rising) {
        const given = structuredClone(data);
        const card = cardOf(role, given);
        assert.deepEqual(cardOf(role, given), card);
        assert.deepEqual(given, data);
        assert.deepEqual(recordProblems("scorecard", card), []);
        assert.equal(card.provisional, false, JSON.stringify(data));
      }
      assert.equal(JSON.stringify(role), before);
    }
  });

  test(`${name} never gives the better observation fewer points, and the best more than the worst`, () => {
    for (const sample of samples) {
      const role = roleWith(sample);
      const points = sample.rising.map((data) => worth(cardOf(role, data)));
      assert.deepEqual(
        points,
        points.toSorted((a, b) => a - b),
      );
      assert.ok((points.at(-1) ?? 0) > (points[0] ?? 0), String(points));
    }
  });

  for (const { tag } of languages) {
    test(`${name} says its arithmetic in ${tag}`, async () => {
      const translator = await createTranslator(tag, { missing: "throw" });
      for (const sample of samples) {
        const role = roleWith(sample);
        for (const step of sample.rising.flatMap((data) => stepsOf(cardOf(role, data)))) {
          const sentence = stepInWords(step, translator.t);
          assert.match(sentence, /\S/, step.code);
          assert.doesNotMatch(sentence, /undefined|null|NaN|[{}]/, step.code);
        }
      }
    });
  }
}
