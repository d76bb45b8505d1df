import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import type { JsonObject } from "../json.ts";
import { codesOf, context, judged, problemsOf, scorer } from "../testing/scoring.ts";
import { contains, sortedBands, withFilledEdges } from "./band-edges.ts";
import { bands } from "./bands.ts";

const notNegative = context({}, { from: 0 });

test("an edge lies in the band that includes it, just beside it in the other", () => {
  const rule = scorer(bands, {
    bands: [
      { below: 5, points: 100 },
      { below: 10, points: 80 },
    ],
    else: 0,
  });
  const values = ["4.99", "5", "9.99", "10", "10.01", "-1"];
  assert.deepEqual(
    values.map((value) => rule.at(value)),
    ["100", "80", "80", "0", "0", "100"],
  );
});

test("best first or lowest first, open sides are filled by the neighbour", () => {
  const rule = scorer(
    bands,
    {
      bands: [
        { from: 95, points: 100 },
        { from: 90, points: 80 },
        { from: 0, points: 60 },
      ],
    },
    notNegative,
  );
  assert.deepEqual(
    ["95", "94.99", "90", "89.99", "0"].map((value) => rule.at(value)),
    ["100", "80", "80", "60", "60"],
  );
  const closed = scorer(bands, {
    bands: [
      { upTo: 3, points: 100 },
      { upTo: 5, points: 60 },
      { above: 5, points: 0 },
    ],
  });
  assert.deepEqual(
    ["3", "3.01", "5", "5.01"].map((value) => closed.at(value)),
    ["100", "60", "60", "0"],
  );
});

test("gaps are refused unless `else` fills them, overlaps always", () => {
  const gap = {
    bands: [
      { below: 5, points: 100 },
      { from: 10, points: 0 },
    ],
  };
  assert.deepEqual(problemsOf(bands, gap), [
    { code: "score/bands-gap", path: ["bands", 1], params: { at: "[5, 10)" } },
  ]);
  assert.equal(scorer(bands, { ...gap, else: 50 }).at(7), "50");
  const overlap = {
    bands: [
      { upTo: 5, points: 100 },
      { from: 5, points: 0 },
    ],
    else: 0,
  };
  assert.deepEqual(problemsOf(bands, overlap), [
    { code: "score/bands-overlap", path: ["bands", 1], params: { at: "[5, 5]" } },
  ]);
  assert.deepEqual(
    codesOf(bands, {
      bands: [
        { below: 5, points: 1 },
        { above: 5, points: 0 },
      ],
    }),
    ["score/bands-gap"],
  );
  assert.deepEqual(
    codesOf(bands, {
      bands: [
        { from: 0, below: 6, points: 1 },
        { from: 5, below: 9, points: 0 },
      ],
      else: 0,
    }),
    ["score/bands-overlap"],
  );
});

test("the ends of the scale must be covered as far as values can reach", () => {
  const params = {
    bands: [
      { from: 90, points: 100 },
      { from: 0, below: 90, points: 0 },
    ],
  };
  assert.deepEqual(problemsOf(bands, params), [{ code: "score/bands-gap", path: ["bands", 1], params: { at: "< 0" } }]);
  assert.deepEqual(codesOf(bands, params, notNegative), []);
  assert.deepEqual(
    codesOf(bands, {
      bands: [
        { below: 5, points: 100 },
        { below: 10, points: 80 },
      ],
    }),
    ["score/bands-gap"],
  );
  assert.deepEqual(codesOf(bands, { bands: [{ upTo: 5, points: 1 }] }, context({}, { to: 5 })), []);
});

test("bands without edge, with two edges on one side, upside down or none at all are refused", () => {
  assert.deepEqual(codesOf(bands, { bands: [{ points: 100 }] }), ["score/bands-edge"]);
  assert.deepEqual(codesOf(bands, { bands: [{ from: 1, above: 1, points: 100 }] }), ["score/bands-edge"]);
  assert.deepEqual(codesOf(bands, { bands: [{ from: 9, below: 1, points: 100 }], else: 0 }), ["score/bands-inverted"]);
  assert.deepEqual(codesOf(bands, { bands: [] }), ["score/bands-empty"]);
});

const cuts = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 6 })
  .map((list) => list.sort((a, b) => a - b).map((cut) => cut / 10));

/** Bands between the cuts, each edge in exactly one of its neighbours, written lowest or best first. */
const covering = fc
  .tuple(cuts, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), fc.boolean())
  .map(([edges, upper, descending]) => {
    const list: JsonObject[] = Array.from({ length: edges.length + 1 }, (_, index) => ({
      ...(index === 0 ? {} : { [upper[index - 1] ? "above" : "from"]: edges[index - 1] ?? 0 }),
      ...(index === edges.length ? {} : { [upper[index] ? "upTo" : "below"]: edges[index] ?? 0 }),
      points: index,
    }));
    return { edges, bands: descending ? list.reverse() : list };
  });

test("every value lies in one band and no other, on the edges as between them", () => {
  fc.assert(
    fc.property(covering, fc.integer({ min: -2000, max: 2000 }), ({ edges, bands: list }, tenths) => {
      assert.deepEqual(codesOf(bands, { bands: list }), []);
      const filled = withFilledEdges(sortedBands(readable(list)));
      for (const value of [tenths / 10, ...edges, ...edges.map((cut) => cut + 0.05)]) {
        const holding = filled.filter((band) => contains(band, Decimal.of(value)));
        assert.equal(holding.length, 1, `${value} in ${JSON.stringify(list)}`);
      }
    }),
  );
});

test("ascending points make higher values never worse", () => {
  fc.assert(
    fc.property(covering, fc.integer({ min: -2000, max: 2000 }), fc.nat(500), ({ bands: list }, tenths, step) => {
      const rule = scorer(bands, { bands: list });
      const [lower, higher] = [judged(tenths / 10), judged((tenths + step) / 10)];
      assert.ok(rule.points(lower).lessThanOrEqualTo(rule.points(higher)));
    }),
  );
});

test("moving one edge away from its neighbour leaves a gap or an overlap, and is refused", () => {
  fc.assert(
    fc.property(cuts, fc.constantFrom(-0.05, 0.05), (edges, shift) => {
      const [cut = 0] = edges;
      const list = [
        { below: cut, points: 0 },
        { from: cut + shift, points: 100 },
      ];
      assert.deepEqual(codesOf(bands, { bands: list }), [shift > 0 ? "score/bands-gap" : "score/bands-overlap"]);
    }),
  );
});

test("the explanation names the band with its unit", () => {
  const rule = scorer(bands, {
    bands: [
      { from: 4.8, points: 100 },
      { from: 4.7, points: 80 },
    ],
    else: 0,
  });
  assert.deepEqual(rule.explain(judged("4.75", { unit: "分" })).params, {
    value: "4.75 分",
    sides: "both",
    lower: "4.7 分",
    lowerIncluded: true,
    upper: "4.8 分",
    upperIncluded: false,
    points: "80",
  });
  assert.equal(rule.best(), "100");
});

function readable(list: readonly JsonObject[]) {
  return list.map((band, index) => {
    const edge = (included: string, excluded: string) => {
      const at = band[included] ?? band[excluded];
      return at === undefined ? undefined : { at: Decimal.of(Number(at)), included: band[included] !== undefined };
    };
    const [lower, upper] = [edge("from", "above"), edge("upTo", "below")];
    return { index, points: Decimal.of(0), ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) };
  });
}
