import { type Judged, quantity, refused, type ScoringMethod } from "../arithmetic.ts";
import { Decimal, hundred } from "../decimal.ts";
import { numberOf, numberSchema, term } from "./numbers.ts";

interface DeductRule {
  readonly per: Decimal;
  readonly each: "period" | "unit" | undefined;
  readonly floor: Decimal;
}

/**
 * Points taken off 100 (扣分法): for every period instance that missed its target, or for every unit short of it.
 *
 * Parts of a unit count in proportion: half a per cent short of the target takes half of `per`.
 */
export const deduct: ScoringMethod<DeductRule> = {
  id: "deduct",
  params: {
    description: "Points taken off 100 for every missed period, or for every unit short of the target.",
    type: "object",
    properties: {
      per: { ...numberSchema("Points taken off each time."), exclusiveMinimum: 0 },
      each: {
        enum: ["period", "unit"],
        description: "What takes points off. By default the period where a line has several, else the unit.",
      },
      floor: numberSchema("The fewest points that remain.", 0),
    },
    required: ["per"],
    additionalProperties: false,
  },
  needsValue: false,
  compile(params, { bounds }) {
    const per = numberOf(params.per, 0);
    const floor = numberOf(params.floor, 0);
    const each = params.each === "period" || params.each === "unit" ? params.each : undefined;
    if (!per.greaterThan(0)) return refused("score/deduct-nothing", ["per"], { per: per.toFixed() });
    if (floor.greaterThanOrEqualTo(hundred))
      return refused("score/deduct-floor", ["floor"], { floor: floor.toFixed() });
    if (each === "unit" && bounds.length === 0) return refused("score/deduct-target", ["each"]);
    return { compiled: { per, each, floor } };
  },
  score(rule, judged) {
    const left = hundred.minus(rule.per.times(times(rule, judged)));
    return left.lessThan(rule.floor) ? rule.floor : left;
  },
  explain(rule, judged) {
    const each = eachOf(rule, judged);
    const by = times(rule, judged);
    const floored = hundred.minus(rule.per.times(by)).lessThan(rule.floor);
    return {
      code: "score/deduct",
      params: {
        per: rule.per.toFixed(),
        each,
        times: each === "unit" ? quantity(by.toFixed(), judged.unit) : by.toFixed(),
        floor: rule.floor.toFixed(),
        floored,
        nothing: by.isZero(),
        formula: `100 − ${term(rule.per)} × ${term(by)}`,
      },
    };
  },
  best: () => hundred,
};

/** Without a number (a tick, a choice) a missed target is one whole unit short. */
function times(rule: DeductRule, judged: Judged): Decimal {
  if (eachOf(rule, judged) === "period" || judged.value === null) return Decimal.of(judged.missed);
  return judged.shortfall;
}

function eachOf(rule: DeductRule, judged: Judged): "period" | "unit" {
  return rule.each ?? (judged.several ? "period" : "unit");
}
