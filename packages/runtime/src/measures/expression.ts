import { type Measured, type MeasureKind, quantity } from "../arithmetic.ts";
import { Decimal, one as set, toDecimal, zero } from "../decimal.ts";
import {
  compileFormula,
  type Formula,
  type FormulaType,
  type FormulaValue,
  formulaSchema,
} from "../expression/formula.ts";
import type { JsonValue } from "../json.ts";
import { isObject, memberAt } from "../json-kind.ts";
import type { Item, ObservedField } from "../model.ts";
import { unfilled } from "./inputs.ts";

interface ExpressionRule {
  readonly formula: Formula;
  readonly fields: readonly ObservedField[];
}

/**
 * A formula over the inputs (公式): `(a + b) / total * 100`. A single figure, tick or choice is named `value`.
 *
 * The language is CEL, see expression/formula.ts. An input that the formula names and that is not filled in makes it no
 * data; a division by zero does not apply, as with ratios.
 */
export const expression: MeasureKind<ExpressionRule> = {
  id: "expression",
  params: {
    description: "A formula over the inputs, e.g. (passed + repaired) / total * 100.",
    type: "object",
    properties: { formula: formulaSchema("The formula: inputs by their keys, a single figure as value.") },
    required: ["formula"],
    additionalProperties: false,
  },
  fits: ["figure", "tick", "choice", "text", "inputs"],
  compile(params, item) {
    const fields = namedFields(item);
    const names = new Map(fields.map((field) => [field.key, typeOf(field)]));
    const result = compileFormula(String(params.formula ?? ""), names);
    if ("problems" in result) return result;
    if (result.compiled.type === "text") {
      return { problems: [{ code: "expression/result", path: ["formula"], params: { part: result.compiled.source } }] };
    }
    return { compiled: { formula: result.compiled, fields } };
  },
  measure(rule, data): Measured {
    const values = inputsOf(rule, data);
    if (values.some(({ value }) => value === undefined)) return unfilled(values.map(({ value }) => value));
    const known = Object.fromEntries(values.map(({ field, value }) => [field.key, value as FormulaValue]));
    const result = rule.formula.evaluate(known);
    if ("failed" in result) {
      return result.failed === "zero-divisor"
        ? { state: "not-applicable", reason: "zero-denominator" }
        : { state: "no-data", reason: "invalid" };
    }
    return {
      state: "measured",
      value: result.value instanceof Decimal ? result.value : result.value === true ? set : zero,
    };
  },
  explain(rule, data, { rounding }) {
    const given = inputsOf(rule, data).map(({ field, value }) => {
      return `${field.title} = ${quantity(textOf(value), field.unit)}`;
    });
    const params = { formula: rule.formula.source, given: given.join(", "), digits: rounding.digits };
    return { code: "measure/expression", params };
  },
  range: () => ({}),
};

/** What the formula names, with what was recorded for it. */
function inputsOf({ formula, fields }: ExpressionRule, data: JsonValue) {
  const used = formula.names
    .map((name) => fields.find(({ key }) => key === name))
    .filter((field) => field !== undefined);
  return used.map((field) => ({ field, value: inputOf(field, data, fields.length === 1) }));
}

/** The inputs by key; of other observations the one field, named `value`. */
function namedFields({ observation, title, unit }: Item): readonly ObservedField[] {
  if (observation.kind === "inputs") return observation.fields;
  const field = { key: "value", title, schema: observation.schema, required: true, translations: {} };
  return [unit === undefined ? field : { ...field, unit }];
}

function typeOf({ schema }: ObservedField): FormulaType {
  if (schema.type === "boolean") return "bool";
  return schema.type === "number" || schema.type === "integer" ? "number" : "text";
}

function inputOf(field: ObservedField, data: JsonValue, alone: boolean): FormulaValue | undefined {
  const single = alone && (data === null || typeof data !== "object");
  const value = single ? data : isObject(data) ? memberAt(data, field.key) : undefined;
  const type = typeOf(field);
  if (type === "number") return toDecimal(value);
  if (type === "bool") return typeof value === "boolean" ? value : undefined;
  return typeof value === "string" ? value : undefined;
}

function textOf(value: FormulaValue | undefined): string {
  return value instanceof Decimal ? value.toFixed() : String(value ?? "");
}
