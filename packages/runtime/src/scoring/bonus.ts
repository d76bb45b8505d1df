import { quantity, refused, type ScoringMethod } from "../arithmetic.ts";
import { type Decimal, zero } from "../decimal.ts";
import { numberOf, numberSchema, term } from "./numbers.ts";

interface BonusRule {
  readonly per: Decimal;
  readonly over: Decimal;
  readonly cap: Decimal | undefined;
}

/**
 * Points on top of the total (加分法): so many for each event, or for each unit above a threshold, up to a cap.
 *
 * A bonus has no weight and stays out of the weighted sum; it is added to the total as it is. Nothing recorded is
 * nothing to add, and never leaves the total open.
 */
export const bonus: ScoringMethod<BonusRule> = {
  id: "bonus",
  params: {
    description: "Points added to the total, outside the weights: so many for each event or unit.",
    type: "object",
    properties: {
      per: { ...numberSchema("Points added each time."), exclusiveMinimum: 0 },
      over: numberSchema("Only what exceeds this counts.", 0),
      cap: { ...numberSchema("The most points it adds; without it there is no limit."), exclusiveMinimum: 0 },
    },
    required: ["per"],
    additionalProperties: false,
  },
  needsValue: true,
  outside: "bonus",
  compile(params, { item }) {
    const per = numberOf(params.per, 0);
    const cap = params.cap === undefined ? undefined : numberOf(params.cap, 0);
    if (item?.weight !== undefined) return refused("score/bonus-weight", [], { weight: item.weight });
    if (!per.greaterThan(0)) return refused("score/bonus-nothing", ["per"], { per: per.toFixed() });
    if (cap && !cap.greaterThan(0)) return refused("score/bonus-nothing", ["cap"], { per: cap.toFixed() });
    return { compiled: { per, over: numberOf(params.over, 0), cap } };
  },
  score(rule, { value }) {
    const points = rule.per.times(counted(rule, value));
    return rule.cap && points.greaterThan(rule.cap) ? rule.cap : points;
  },
  explain(rule, { value, unit }) {
    const times = counted(rule, value);
    return {
      code: "score/bonus",
      params: {
        per: rule.per.toFixed(),
        times: quantity(times.toFixed(), unit),
        over: rule.over.isZero() ? "" : quantity(rule.over.toFixed(), unit),
        above: !rule.over.isZero(),
        nothing: times.isZero(),
        capped: rule.cap !== undefined && rule.per.times(times).greaterThan(rule.cap),
        cap: rule.cap?.toFixed() ?? "",
        formula: `${term(rule.per)} × ${term(times)}`,
      },
    };
  },
  best: ({ per, cap }) => cap ?? per,
};

function counted({ over }: BonusRule, value: Decimal | null): Decimal {
  const above = value?.minus(over) ?? zero;
  return above.isNegative() ? zero : above;
}
