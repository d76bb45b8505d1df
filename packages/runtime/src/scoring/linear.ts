import { type Judged, quantity, refused, type ScoringMethod } from "../arithmetic.ts";
import type { Decimal } from "../decimal.ts";
import { numberOf, numberSchema, term } from "./numbers.ts";

interface LinearRule {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly span: Decimal;
  readonly rise: Decimal;
}

/**
 * A straight line between two values (线性插值; 功效系数法 is the line from 不允许值 to 满意值 with low 60).
 *
 * Beyond its ends the points stay; `from` above `to` makes a smaller value the better one.
 */
export const linear: ScoringMethod<LinearRule> = {
  id: "linear",
  params: {
    description: "A straight line from one value to another, level beyond both.",
    type: "object",
    properties: {
      from: numberSchema("The value that gets the low points; above `to` where less is better."),
      to: numberSchema("The value that gets the high points."),
      low: numberSchema("Points at `from`.", 0),
      high: numberSchema("Points at `to`.", 100),
    },
    required: ["from", "to"],
    additionalProperties: false,
  },
  needsValue: true,
  compile(params) {
    const [from, to] = [numberOf(params.from, 0), numberOf(params.to, 0)];
    const [low, high] = [numberOf(params.low, 0), numberOf(params.high, 100)];
    if (from.equals(to)) return refused("score/linear-level", ["to"], { from: from.toFixed() });
    if (low.greaterThanOrEqualTo(high)) {
      return refused("score/linear-points", ["high"], { low: low.toFixed(), high: high.toFixed() });
    }
    return { compiled: { from, to, low, high, span: to.minus(from), rise: high.minus(low) } };
  },
  score(rule, { value }) {
    const rising = rule.from.lessThan(rule.to) ? 1 : -1;
    if (!value || value.comparedTo(rule.from) * rising <= 0) return rule.low;
    if (value.comparedTo(rule.to) * rising >= 0) return rule.high;
    // Multiplying before dividing keeps every step exact that can be.
    return value.minus(rule.from).times(rule.rise).div(rule.span).plus(rule.low);
  },
  explain: (rule, judged) => ({
    code: "score/linear",
    params: {
      from: quantity(rule.from.toFixed(), judged.unit),
      to: quantity(rule.to.toFixed(), judged.unit),
      low: rule.low.toFixed(),
      high: rule.high.toFixed(),
      ...place(rule, judged),
    },
  }),
  curve: (rule) => {
    const start = { value: rule.from.toFixed(), points: rule.low.toFixed() };
    const end = { value: rule.to.toFixed(), points: rule.high.toFixed() };
    return rule.from.lessThan(rule.to) ? [start, end] : [end, start];
  },
  best: ({ high }) => high,
};

/** Where on the line the value lies, and the formula between the ends, e.g. `4.66 ÷ 5 × 100`. */
function place(rule: LinearRule, { value }: Judged): { at: "low" | "high" | "between"; formula: string } {
  const rising = rule.from.lessThan(rule.to) ? 1 : -1;
  if (!value || value.comparedTo(rule.from) * rising <= 0) return { at: "low", formula: "" };
  if (value.comparedTo(rule.to) * rising >= 0) return { at: "high", formula: "" };
  const above = rule.from.isZero() ? term(value) : `(${term(value)} − ${term(rule.from)})`;
  const span = rule.from.isZero() ? term(rule.to) : `(${term(rule.to)} − ${term(rule.from)})`;
  const base = rule.low.isZero() ? "" : `${term(rule.low)} + `;
  return { at: "between", formula: `${base}${above} ÷ ${span} × ${term(rule.rise)}` };
}
