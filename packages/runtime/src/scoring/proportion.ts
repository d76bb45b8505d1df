import { type DecimalBound, type Judged, refused, type ScoringMethod } from "../arithmetic.ts";
import { Decimal, hundred } from "../decimal.ts";
import type { JsonValue } from "../json.ts";
import { clamp, numberOf, numberSchema, term } from "./numbers.ts";

type Direction = "higher" | "lower" | "deviation";

interface ProportionRule {
  readonly direction: Direction;
  readonly target: Decimal;
  readonly cap: Decimal;
  readonly floor: Decimal;
}

const directions: readonly Direction[] = ["higher", "lower", "deviation"];

/**
 * The value as a share of its target (比率法), within a cap and a floor.
 *
 * `higher` is value ÷ target, `lower` is target ÷ value, `deviation` is 2 − value ÷ target, each × 100.
 */
export const proportion: ScoringMethod<ProportionRule> = {
  id: "proportion",
  params: {
    description: "The value as a share of its target, within a cap and a floor.",
    type: "object",
    properties: {
      direction: {
        enum: directions,
        description: "higher: value ÷ target; lower: target ÷ value; deviation: 2 − value ÷ target. From the target.",
      },
      cap: numberSchema("The most points it gives.", 100),
      floor: numberSchema("The fewest points it gives.", 0),
    },
    additionalProperties: false,
  },
  needsValue: true,
  compile(params, { bounds }) {
    const direction = directionOf(params.direction, bounds);
    const target = bounds.find((bound) => suits(bound, direction))?.value;
    const [cap, floor] = [numberOf(params.cap, 100), numberOf(params.floor, 0)];
    if (!target) return refused("score/proportion-target", [], { direction });
    if (!target.greaterThan(0)) return refused("score/proportion-zero", [], { target: target.toFixed() });
    if (floor.greaterThanOrEqualTo(cap)) {
      return refused("score/proportion-cap", ["cap"], { cap: cap.toFixed(), floor: floor.toFixed() });
    }
    return { compiled: { direction, target, cap, floor } };
  },
  score: (rule, { value }) => (value ? clamp(share(rule, value), rule.floor, rule.cap) : rule.floor),
  explain: (rule, judged) => ({
    code: "score/proportion",
    params: {
      direction: rule.direction,
      cap: rule.cap.toFixed(),
      floor: rule.floor.toFixed(),
      ...place(rule, judged),
    },
  }),
  best: ({ cap }) => cap,
};

function share({ direction, target, cap }: ProportionRule, value: Decimal): Decimal {
  if (direction === "higher") return value.times(hundred).div(target);
  if (direction === "deviation") return Decimal.of(200).minus(value.times(hundred).div(target));
  // Nothing at all of something that should be small is as good as it gets.
  return value.greaterThan(0) ? target.times(hundred).div(value) : cap;
}

function place(rule: ProportionRule, { value }: Judged): { at: "cap" | "floor" | "between" | "best"; formula: string } {
  if (!value) return { at: "floor", formula: "" };
  const formula = {
    higher: `${term(value)} ÷ ${term(rule.target)} × 100`,
    lower: value.greaterThan(0) ? `${term(rule.target)} ÷ ${term(value)} × 100` : "",
    deviation: `(2 − ${term(value)} ÷ ${term(rule.target)}) × 100`,
  }[rule.direction];
  const points = share(rule, value);
  if (formula === "") return { at: "best", formula };
  if (points.greaterThan(rule.cap)) return { at: "cap", formula };
  return { at: points.lessThan(rule.floor) ? "floor" : "between", formula };
}

function directionOf(stated: JsonValue | undefined, bounds: readonly DecimalBound[]): Direction {
  const known = directions.find((direction) => direction === stated);
  if (known) return known;
  const [bound] = bounds;
  if (bound?.keyword === "const") return "deviation";
  return bound?.keyword === "maximum" || bound?.keyword === "exclusiveMaximum" ? "lower" : "higher";
}

function suits({ keyword }: DecimalBound, direction: Direction): boolean {
  if (keyword === "const" || direction === "deviation") return true;
  const lowerBound = keyword === "minimum" || keyword === "exclusiveMinimum";
  return direction === "higher" ? lowerBound : !lowerBound;
}
