import type { ScoringMethod } from "../arithmetic.ts";
import type { Decimal } from "../decimal.ts";
import { numberOf, numberSchema } from "./numbers.ts";

interface PassRule {
  readonly points: Decimal;
  readonly otherwise: Decimal;
}

/** All or nothing (非此即彼法, 达标即满分): full points when the target is met, else none. */
export const pass: ScoringMethod<PassRule> = {
  id: "pass",
  params: {
    description: "All or nothing: full points when the target is met, else none.",
    type: "object",
    properties: {
      points: numberSchema("Points when the target is met.", 100),
      else: numberSchema("Points when it is missed.", 0),
    },
    additionalProperties: false,
  },
  needsValue: false,
  compile: (params) => ({
    compiled: { points: numberOf(params.points, 100), otherwise: numberOf(params.else, 0) },
  }),
  score: (rule, { met }) => (met ? rule.points : rule.otherwise),
  explain: (rule, { met }) => ({
    code: "score/pass",
    params: { met, points: rule.points.toFixed(), otherwise: rule.otherwise.toFixed() },
  }),
  best: ({ points }) => points,
};
