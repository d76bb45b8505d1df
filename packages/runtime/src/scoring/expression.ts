import { type Judged, quantity, refused, type ScoringMethod } from "../arithmetic.ts";
import { Decimal, zero } from "../decimal.ts";
import {
  compileFormula,
  type Formula,
  type FormulaType,
  type FormulaValue,
  formulaSchema,
} from "../expression/formula.ts";
import { clamp, numberOf, numberSchema } from "./numbers.ts";

interface ExpressionRule {
  readonly formula: Formula;
  readonly target: Decimal | undefined;
  readonly floor: Decimal;
  readonly cap: Decimal;
}

/**
 * Points by a formula (公式法): `value >= target ? 100 : value / target * 90`, within a floor and a cap.
 *
 * It may use `value`, `target` (where the target has one bound), `met`, `shortfall` and `missed` (instances that missed).
 * The language is CEL over decimals, see expression/formula.ts. Where it divides by zero it gives the floor.
 */
export const expression: ScoringMethod<ExpressionRule> = {
  id: "expression",
  params: {
    description: "Points by a formula over value, target, met, shortfall and missed, within a floor and a cap.",
    type: "object",
    properties: {
      formula: formulaSchema("The formula, e.g. value >= target ? 100 : value / target * 90."),
      floor: numberSchema("The fewest points it gives.", 0),
      cap: numberSchema("The most points it gives.", 100),
    },
    required: ["formula"],
    additionalProperties: false,
  },
  needsValue: true,
  compile(params, { bounds }) {
    const [floor, cap] = [numberOf(params.floor, 0), numberOf(params.cap, 100)];
    if (floor.greaterThanOrEqualTo(cap)) {
      return refused("score/expression-cap", ["cap"], { cap: cap.toFixed(), floor: floor.toFixed() });
    }
    const [bound] = bounds.length === 1 ? bounds : [];
    const names = new Map<string, FormulaType>([
      ["value", "number"],
      ["met", "bool"],
      ["shortfall", "number"],
      ["missed", "number"],
    ]);
    if (bound) names.set("target", "number");
    const result = compileFormula(String(params.formula ?? ""), names);
    if ("problems" in result) return result;
    if (result.compiled.type !== "number")
      return refused("expression/result", ["formula"], { part: result.compiled.source });
    return { compiled: { formula: result.compiled, target: bound?.value, floor, cap } };
  },
  score: (rule, judged) => clamp(raw(rule, judged) ?? rule.floor, rule.floor, rule.cap),
  explain(rule, judged) {
    const points = raw(rule, judged);
    const at = !points
      ? "nowhere"
      : points.greaterThan(rule.cap)
        ? "cap"
        : points.lessThan(rule.floor)
          ? "floor"
          : "between";
    const given = known(rule, judged);
    const shown = rule.formula.names.map((name) => `${name} = ${textOf(given[name], name, judged.unit)}`);
    return {
      code: "score/expression",
      params: {
        formula: rule.formula.source,
        given: shown.join(", "),
        at,
        floor: rule.floor.toFixed(),
        cap: rule.cap.toFixed(),
      },
    };
  },
  best: ({ cap }) => cap,
};

/** What the formula gives before floor and cap; undefined where it divides by zero or runs off. */
function raw(rule: ExpressionRule, judged: Judged): Decimal | undefined {
  const result = rule.formula.evaluate(known(rule, judged));
  return "value" in result && result.value instanceof Decimal ? result.value : undefined;
}

function known(
  { target }: ExpressionRule,
  { value, met, shortfall, missed }: Judged,
): Readonly<Record<string, FormulaValue>> {
  return { value: value ?? zero, met, shortfall, missed: Decimal.of(missed), target: target ?? zero };
}

function textOf(value: FormulaValue | undefined, name: string, unit: string): string {
  const measured = name === "value" || name === "target" || name === "shortfall";
  return value instanceof Decimal ? quantity(value.toFixed(), measured ? unit : undefined) : String(value);
}
