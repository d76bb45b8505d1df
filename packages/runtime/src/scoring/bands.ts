import { type Problem, quantity, refused, type ScoringContext, type ScoringMethod } from "../arithmetic.ts";
import { type Decimal, toDecimal } from "../decimal.ts";
import type { JsonObject } from "../json.ts";
import { type Band, contains, type GivenBand, seams, sortedBands, withFilledEdges } from "./band-edges.ts";
import { numberOf, numberSchema } from "./numbers.ts";

interface BandsRule {
  /** Ascending, without overlap. */
  readonly bands: readonly Band[];
  readonly otherwise: Decimal | undefined;
}

const edge = (description: string) => ({ type: "number", description });

/**
 * Points by interval (层差法, 区间法): every interval half-open, so that a value on an edge lies in exactly one.
 *
 * An open side is filled by the neighbour's edge: below 5, below 10 means [−∞, 5) and [5, 10). Overlaps are refused, and
 * gaps too unless `else` says what they give. 以上/以下 include their figure (`from`, `upTo`), 不满/超过 do not
 * (`below`, `above`): PRC Civil Code, art. 1259.
 */
export const bands: ScoringMethod<BandsRule> = {
  id: "bands",
  params: {
    description: "Points by interval; a value on an edge lies in exactly one.",
    type: "object",
    properties: {
      bands: {
        type: "array",
        minItems: 1,
        description: "The intervals, best first or lowest first; each with one edge or two.",
        items: {
          type: "object",
          properties: {
            from: edge("Lower edge, included (以上)."),
            above: edge("Lower edge, excluded (超过)."),
            below: edge("Upper edge, excluded (不满)."),
            upTo: edge("Upper edge, included (以下)."),
            points: edge("Points in this interval."),
          },
          required: ["points"],
          additionalProperties: false,
        },
      },
      else: numberSchema("Points outside every interval; without it gaps are refused."),
    },
    required: ["bands"],
    additionalProperties: false,
  },
  needsValue: true,
  compile(params, context) {
    const given = Array.isArray(params.bands) ? params.bands.map(readBand) : [];
    const edgeless = given.indexOf(undefined);
    if (given.length === 0) return refused("score/bands-empty", ["bands"]);
    if (edgeless >= 0) return refused("score/bands-edge", ["bands", edgeless]);
    const list = withFilledEdges(sortedBands(given.filter((band) => band !== undefined)));
    const otherwise = params.else === undefined ? undefined : numberOf(params.else, 0);
    const problems = bandProblems(list, otherwise === undefined, context);
    return problems.length > 0 ? { problems } : { compiled: { bands: list, otherwise } };
  },
  score(rule, { value }) {
    const found = value ? rule.bands.find((band) => contains(band, value)) : undefined;
    return found?.points ?? rule.otherwise ?? worst(rule);
  },
  explain(rule, { value, unit }) {
    const found = value ? rule.bands.find((band) => contains(band, value)) : undefined;
    return {
      code: "score/bands",
      params: {
        value: quantity(value?.toFixed() ?? "", unit),
        ...edgeParams(found, unit),
        points: (found?.points ?? rule.otherwise ?? worst(rule)).toFixed(),
      },
    };
  },
  curve: (rule) => rule.bands.flatMap(bandCurve),
  best: (rule) => rule.bands.reduce((best, { points }) => (points.greaterThan(best) ? points : best), worst(rule)),
};

/** The edges of a band for its sentence; `sides` says which there are. */
function edgeParams(band: Band | undefined, unit: string) {
  const { lower, upper } = band ?? {};
  return {
    sides: lower ? (upper ? "both" : "lower") : upper ? "upper" : "none",
    lower: lower ? quantity(lower.at.toFixed(), unit) : "",
    lowerIncluded: lower?.included ?? false,
    upper: upper ? quantity(upper.at.toFixed(), unit) : "",
    upperIncluded: upper?.included ?? false,
  };
}

/** The fewest points of any band: what an impossible value gets, which compile has ruled out. */
function worst({ bands: list, otherwise }: BandsRule): Decimal {
  const points = [...list.map((band) => band.points), ...(otherwise ? [otherwise] : [])];
  return points.reduce((least, candidate) => (candidate.lessThan(least) ? candidate : least));
}

/** The band as written; undefined when it has no edge, or two for one side. */
function readBand(written: unknown, index: number): GivenBand | undefined {
  if (written === null || typeof written !== "object" || Array.isArray(written)) return undefined;
  const { from, above, below, upTo, points } = written as JsonObject;
  if (from !== undefined && above !== undefined) return undefined;
  if (below !== undefined && upTo !== undefined) return undefined;
  const [lower, upper] = [toDecimal(from ?? above), toDecimal(below ?? upTo)];
  if (!lower && !upper) return undefined;
  return {
    index,
    points: numberOf(points, 0),
    ...(lower ? { lower: { at: lower, included: from !== undefined } } : {}),
    ...(upper ? { upper: { at: upper, included: upTo !== undefined } } : {}),
  };
}

function bandProblems(list: readonly Band[], gapsRefused: boolean, { range }: ScoringContext): Problem[] {
  return seams(list, range)
    .filter(({ kind }) => kind !== "gap" || gapsRefused)
    .map(({ kind, index, at }) => ({ code: `score/bands-${kind}`, path: ["bands", index], params: { at } }));
}

function bandCurve({ lower, upper, points }: Band) {
  const ends = [lower, upper].filter((end) => end !== undefined);
  return ends.map(({ at }) => ({ value: at.toFixed(), points: points.toFixed() }));
}
