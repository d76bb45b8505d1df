import type { Measured, MeasureKind } from "../arithmetic.ts";
import { hundred, toDecimal, zero } from "../decimal.ts";
import type { ObservedField } from "../model.ts";
import { inputFigure, inputText, namedFields, unfilled } from "./inputs.ts";

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
  measure(rule, data) {
    const of = inputFigure(data, rule.of.key);
    const to = inputFigure(data, rule.to.key);
    if (!of || !to) return unfilled([of, to]);
    if (to.isZero()) return zeroDivisor(rule);
    const value = (rule.percent ? of.times(hundred) : of).div(to);
    const quotient = { of, to, scale: rule.percent ? 100 : 1, title: rule.of.title, unit: rule.of.unit ?? "" };
    return { state: "measured", value, quotient };
  },
  explain({ of, to, percent }, data, { rounding: { digits } }) {
    const ofValue = inputText(data, of);
    if (inputFigure(data, to.key)?.isZero()) {
      return { code: "measure/zero-denominator", params: { to: to.title, of: of.title, ofValue } };
    }
    const params = { of: of.title, ofValue, to: to.title, toValue: inputText(data, to), percent, digits };
    return { code: "measure/ratio", params };
  },
  range: ({ of, to }) => (isNeverNegative(of) && isNeverNegative(to) ? { from: zero } : {}),
};

function zeroDivisor({ whenZero }: RatioRule): Measured {
  if (whenZero === "no-data") return { state: "no-data", reason: "missing" };
  if (whenZero === "not-applicable") return { state: "not-applicable", reason: "zero-denominator" };
  return { state: "measured", value: null, met: true };
}

function isNeverNegative({ schema }: ObservedField): boolean {
  const lowest = toDecimal(schema.minimum ?? schema.exclusiveMinimum);
  return lowest !== undefined && !lowest.isNegative();
}
