import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import { codesOf, judged, problemsOf, scorer } from "../testing/scoring.ts";
import { levels } from "./levels.ts";

const words = ["优", "良", "差"];
const known = { bounds: [], range: {}, values: words };
const conduct = {
  levels: [
    { value: "优", points: 100, description: "主动解决问题" },
    { value: "良", points: 80 },
    { value: "差", points: 30 },
  ],
};

test("each choice gives the points of its level, with what the level means", () => {
  const rule = scorer(levels, conduct, known);
  assert.deepEqual(
    words.map((text) => rule.at(null, { text })),
    ["100", "80", "30"],
  );
  assert.equal(rule.explain(judged(null, { text: "优" })).params.description, "主动解决问题");
  assert.equal(rule.best(), "100");
});

test("places on a scale are compared as decimals", () => {
  const values = [1, 1.5, 2].map((place) => Decimal.of(place));
  const rule = scorer(
    levels,
    {
      levels: [
        { value: 1, points: 0 },
        { value: 1.5, points: 50 },
        { value: 2.0, points: 100 },
      ],
    },
    { bounds: [], range: {}, values },
  );
  assert.deepEqual(
    ["1", "1.50", "2"].map((value) => rule.at(value)),
    ["0", "50", "100"],
  );
  assert.deepEqual(rule.curve(), [
    { value: "1", points: "0" },
    { value: "1.5", points: "50" },
    { value: "2", points: "100" },
  ]);
});

test("a choice without a level, a level without a choice and one written twice are refused", () => {
  assert.deepEqual(codesOf(levels, { levels: [] }, known), ["score/levels-empty"]);
  const missing = problemsOf(levels, { levels: conduct.levels.slice(0, 2) }, known);
  assert.deepEqual(
    missing.map(({ code, params }) => [code, params.missing]),
    [["score/levels-gap", ["差"]]],
  );
  assert.deepEqual(codesOf(levels, { levels: [...conduct.levels, { value: "中", points: 1 }] }, known), [
    "score/levels-unknown",
  ]);
  assert.deepEqual(codesOf(levels, { levels: [...conduct.levels, { value: "优", points: 1 }] }, known), [
    "score/levels-repeated",
  ]);
  assert.deepEqual(codesOf(levels, { levels: [{ value: 3, points: 1 }] }), ["score/levels-gap"]);
});

test("with else the rest has its points", () => {
  const rule = scorer(levels, { levels: [{ value: 5, points: 100 }], else: 40 });
  assert.deepEqual(
    [5, 3].map((value) => rule.at(value)),
    ["100", "40"],
  );
});

test("a choice of several periods cannot be averaged, only its last one taken", () => {
  const item = { aggregate: "mean", observation: { kind: "choice", fields: [], schema: {} } } as const;
  assert.deepEqual(codesOf(levels, conduct, { ...known, item }), ["score/levels-aggregate"]);
  assert.deepEqual(codesOf(levels, conduct, { ...known, item: { ...item, aggregate: "last" } }), []);
});

test("property: every place of a complete scale gives exactly the points written for it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }), (places) => {
      const list = places.map((place, index) => ({ value: place / 10, points: index * 3 }));
      const values = places.map((place) => Decimal.of(place).div(10));
      const rule = scorer(levels, { levels: list }, { bounds: [], range: {}, values });
      for (const { value, points } of list) assert.equal(rule.at(value), String(points));
    }),
  );
});
