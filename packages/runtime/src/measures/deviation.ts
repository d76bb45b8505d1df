import type { MeasureKind } from "../arithmetic.ts";
import { hundred, zero } from "../decimal.ts";
import type { ObservedField } from "../model.ts";
import { inputFigure, inputText, namedFields, unfilled } from "./inputs.ts";

interface DeviationRule {
  readonly plan: ObservedField;
  readonly actual: ObservedField;
  readonly absolute: boolean;
}

/** How far the actual figure is from the plan, in per cent of the plan (偏差率): |actual − plan| ÷ |plan| × 100. */
export const deviation: MeasureKind<DeviationRule> = {
  id: "deviation",
  params: {
    description: "How far the actual figure is from the planned one, in per cent of the plan.",
    type: "object",
    properties: {
      plan: { type: "string", description: "Key of the planned figure." },
      actual: { type: "string", description: "Key of the actual figure." },
      absolute: {
        type: "boolean",
        default: true,
        description: "Whether too much and too little count the same; false keeps the sign.",
      },
    },
    required: ["plan", "actual"],
    additionalProperties: false,
  },
  fits: ["inputs"],
  compile(params, item) {
    const { fields, problems } = namedFields(params, ["plan", "actual"], item);
    const [plan, actual] = fields;
    if (problems.length > 0 || !plan || !actual) return { problems };
    return { compiled: { plan, actual, absolute: params.absolute !== false } };
  },
  measure(rule, data) {
    const plan = inputFigure(data, rule.plan.key);
    const actual = inputFigure(data, rule.actual.key);
    if (!plan || !actual) return unfilled([plan, actual]);
    if (plan.isZero()) return { state: "not-applicable", reason: "zero-denominator" };
    const difference = actual.minus(plan);
    const value = (rule.absolute ? difference.abs() : difference).times(hundred).div(plan.abs());
    return { state: "measured", value };
  },
  explain: ({ plan, actual, absolute }, data, { rounding }) => ({
    code: "measure/deviation",
    params: {
      plan: plan.title,
      planValue: inputText(data, plan),
      actual: actual.title,
      actualValue: inputText(data, actual),
      absolute,
      digits: rounding.digits,
    },
  }),
  range: ({ absolute }) => (absolute ? { from: zero } : {}),
};
