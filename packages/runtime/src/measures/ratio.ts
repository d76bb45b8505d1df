import { type Measured, type MeasureKind, quantity } from "../arithmetic.ts";
import { type Decimal, hundred, toDecimal, zero } from "../decimal.ts";
import type { ObservedField, Rounding } from "../model.ts";
import { inputFigure, namedFields, unfilled } from "./inputs.ts";

interface RatioRule {
  readonly of: ObservedField;
  readonly to: ObservedField;
  readonly whenZero: "not-applicable" | "met" | "no-data";
  /** Whether the item's unit is %, which makes the ratio a percentage. */
  readonly percent: boolean;
}

/** One input divided by another (率): in per cent when the item's unit is %, else plain. */
export const ratio: MeasureKind<RatioRule> = {
  id: "ratio",
  params: {
    description: "One input divided by another; in per cent when the item's unit is %.",
    type: "object",
    properties: {
      of: { type: "string", description: "Key of the input that is divided, e.g. what was done." },
      to: { type: "string", description: "Key of the input it is divided by, e.g. what was planned." },
      whenZero: {
        enum: ["not-applicable", "met", "no-data"],
        default: "not-applicable",
        description: "What a divisor of zero means: nothing to do, done in full, or not recorded.",
      },
    },
    required: ["of", "to"],
    additionalProperties: false,
  },
  fits: ["inputs"],
  compile(params, item) {
    const { fields, problems } = namedFields(params, ["of", "to"], item);
    const [of, to] = fields;
    if (problems.length > 0 || !of || !to) return { problems };
    const whenZero = params.whenZero === "met" || params.whenZero === "no-data" ? params.whenZero : "not-applicable";
    return { compiled: { of, to, whenZero, percent: item.unit === "%" } };
  },
  measure(rule, data, { rounding }) {
    const of = inputFigure(data, rule.of.key);
    const to = inputFigure(data, rule.to.key);
    if (!of || !to) return unfilled([of, to]);
    if (to.isZero()) return zeroDivisor(rule, of);
    const value = (rule.percent ? of.times(hundred) : of).div(to);
    const quotient = { of, to, scale: rule.percent ? 100 : 1, title: rule.of.title, unit: rule.of.unit ?? "" };
    return {
      state: "measured",
      value,
      quotient,
      step: { code: "measure/ratio", params: parameters(rule, of, to, rounding) },
    };
  },
  range: ({ of, to }) => (isNeverNegative(of) && isNeverNegative(to) ? { from: zero } : {}),
};

function parameters(rule: RatioRule, of: Decimal, to: Decimal, { digits }: Rounding) {
  return {
    of: rule.of.title,
    ofValue: quantity(of.toFixed(), rule.of.unit),
    to: rule.to.title,
    toValue: quantity(to.toFixed(), rule.to.unit),
    percent: rule.percent,
    digits,
  };
}

function zeroDivisor(rule: RatioRule, of: Decimal): Measured {
  if (rule.whenZero === "no-data") return { state: "no-data", reason: "missing" };
  if (rule.whenZero === "not-applicable") return { state: "not-applicable", reason: "zero-denominator" };
  const params = { to: rule.to.title, of: rule.of.title, ofValue: quantity(of.toFixed(), rule.of.unit) };
  return { state: "measured", value: null, met: true, step: { code: "measure/zero-denominator", params } };
}

function isNeverNegative({ schema }: ObservedField): boolean {
  const lowest = toDecimal(schema.minimum ?? schema.exclusiveMinimum);
  return lowest !== undefined && !lowest.isNegative();
}
