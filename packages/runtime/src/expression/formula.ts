import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { type Compiled, type Problem, refused } from "../arithmetic.ts";
import { Decimal } from "../decimal.ts";
import type { JsonObject } from "../json.ts";
import { nearestName } from "../nearest.ts";

/*
 * Formulas of measures and scores (公式): the Common Expression Language (CEL, https://cel.dev), held to what appraisal
 * needs: numbers, conditions, a handful of functions. They are parsed and type-checked, never evaluated as code.
 *
 * Every number is an exact decimal. CEL's own literals are 64-bit integers and binary floats, which do not mix and make
 * 0.1 + 0.2 miss 0.3; so literals, like names, are put into the checked formula as constants of our own type.
 */

/** What a name in a formula stands for. */
export type FormulaType = "number" | "bool" | "text";
export type FormulaValue = Decimal | boolean | string;

/** A formula that passed its type check. */
export interface Formula {
  /** As written. */
  readonly source: string;
  /** The names it uses, each once, in the order of their first use. */
  readonly names: readonly string[];
  readonly type: FormulaType;
  /** Every name must have its value. */
  evaluate(values: Readonly<Record<string, FormulaValue>>): FormulaResult;
}

/** A value, or why there is none: a division by zero, or a figure beyond all appraisal. */
export type FormulaResult = { readonly value: FormulaValue } | { readonly failed: "zero-divisor" | "too-large" };

/** JSON Schema of a formula in parameters. */
export function formulaSchema(description: string): JsonObject {
  return { type: "string", minLength: 1, maxLength: 500, description };
}

/** Values beyond this say that a formula went wrong, and would be texts of thousands of digits. */
const largest = Decimal.tenTo(15);

/** The formula, or what is wrong with it; problems stand at the parameter `formula` and name the part they mean. */
export function compileFormula(source: string, names: ReadonlyMap<string, FormulaType>): Compiled<Formula> {
  const read = parsed(source);
  if ("problems" in read) return read;
  const problem = forbidden(read.ast, source, names);
  if (problem) return { problems: [problem] };
  const rewritten = rewrite(read.ast, source);
  const environment = language().clone();
  for (const { alias, name } of rewritten.variables)
    environment.registerVariable(alias, typeNames[names.get(name) ?? "number"]);
  for (const { alias } of rewritten.constants) environment.registerVariable(alias, typeNames.number);
  const run = environment.parse(rewritten.text);
  const checked = run.check();
  if (!checked.valid) return { problems: [typeProblem(checked.error, source, rewritten)] };
  const type = formulaType(String(checked.type));
  if (!type) return refused("expression/result", ["formula"], { part: shown(source) });
  return {
    compiled: { source, names: rewritten.variables.map(({ name }) => name), type, evaluate: evaluator(run, rewritten) },
  };
}

const typeNames = { number: "Decimal", bool: "bool", text: "string" } as const;

function formulaType(name: string): FormulaType | undefined {
  if (name === typeNames.number) return "number";
  if (name === typeNames.bool) return "bool";
  return name === typeNames.text ? "text" : undefined;
}

function evaluator(
  run: (context: Record<string, unknown>) => unknown,
  { variables, constants }: Rewritten,
): Formula["evaluate"] {
  const fixed = Object.fromEntries(constants.map(({ alias, value }) => [alias, value]));
  return (values) => {
    const context: Record<string, unknown> = { ...fixed };
    for (const { alias, name } of variables) context[alias] = values[name];
    try {
      const value = run(context) as FormulaValue;
      return value instanceof Decimal && !(value.isFinite() && value.abs().lessThan(largest))
        ? { failed: "too-large" }
        : { value };
    } catch (error) {
      if (error instanceof ZeroDivisor) return { failed: "zero-divisor" };
      throw error;
    }
  };
}

class ZeroDivisor extends Error {}

const limits = { maxAstNodes: 200, maxDepth: 24, maxCallArguments: 4, maxListElements: 0, maxMapEntries: 0 };
let shared: Environment | undefined;

/** Made once, when the first formula is read. */
function language(): Environment {
  shared ??= decimalLanguage();
  return shared;
}

/** CEL with decimals in place of its numbers. */
function decimalLanguage(): Environment {
  const environment = new Environment({ limits }).registerType("Decimal", { ctor: Decimal, fields: {} });
  environment
    .registerOperator("Decimal + Decimal: Decimal", (a: Decimal, b: Decimal) => a.plus(b))
    .registerOperator("Decimal - Decimal: Decimal", (a: Decimal, b: Decimal) => a.minus(b))
    .registerOperator("Decimal * Decimal: Decimal", (a: Decimal, b: Decimal) => a.times(b))
    .registerOperator("Decimal / Decimal: Decimal", divided)
    .registerOperator("Decimal == Decimal", (a: Decimal, b: Decimal) => a.equals(b))
    .registerOperator("Decimal < Decimal", (a: Decimal, b: Decimal) => a.lessThan(b))
    .registerOperator("Decimal <= Decimal", (a: Decimal, b: Decimal) => a.lessThanOrEqualTo(b))
    .registerOperator("Decimal > Decimal", (a: Decimal, b: Decimal) => a.greaterThan(b))
    .registerOperator("Decimal >= Decimal", (a: Decimal, b: Decimal) => a.greaterThanOrEqualTo(b))
    .registerOperator("-Decimal", (a: Decimal) => a.negated());
  for (const [name, { parameters, call }] of Object.entries(functions)) {
    for (const count of parameters) {
      const list = Array.from({ length: count }, () => "Decimal").join(", ");
      environment.registerFunction(`${name}(${list}): Decimal`, call);
    }
  }
  return environment;
}

function divided(a: Decimal, b: Decimal): Decimal {
  if (b.isZero()) throw new ZeroDivisor();
  return a.div(b);
}

interface FormulaFunction {
  /** How many arguments it takes. */
  readonly parameters: readonly number[];
  call(...values: Decimal[]): Decimal;
}

const functions: Readonly<Record<string, FormulaFunction>> = {
  min: { parameters: [2, 3, 4], call: (...values) => Decimal.min(...values) },
  max: { parameters: [2, 3, 4], call: (...values) => Decimal.max(...values) },
  abs: { parameters: [1], call: (value) => value.abs() },
  floor: { parameters: [1], call: (value) => value.floor() },
  ceil: { parameters: [1], call: (value) => value.ceil() },
  round: { parameters: [1, 2], call: (...values) => rounded(...(values as [Decimal, Decimal?])) },
};

/** Half up; digits beyond what decimals have are as good as all of them. */
function rounded(value: Decimal, digits?: Decimal): Decimal {
  const places = digits ? Math.min(Math.max(0, Math.trunc(digits.toNumber())), 20) : 0;
  return value.toDecimalPlaces(places);
}

function parsed(source: string): { readonly ast: ASTNode } | { readonly problems: readonly Problem[] } {
  try {
    return { ast: language().parse(source).ast };
  } catch (error) {
    const { code, range } = error as CelFault;
    if (code === "limit_exceeded" && !/[[{]/.test(source)) return refused("expression/too-large", ["formula"]);
    const start = range?.start ?? 0;
    const atEnd = start >= source.trimEnd().length;
    const params = { part: atEnd ? "" : shown(source.slice(start)), column: start + 1, atEnd };
    return refused("expression/syntax", ["formula"], params);
  }
}

/** What errors of the library carry. */
interface CelFault {
  readonly code?: string;
  readonly range?: { readonly start: number; readonly end: number };
}

const operators: ReadonlySet<string> = new Set([
  "value",
  "id",
  "call",
  "?:",
  "||",
  "&&",
  "!_",
  "-_",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "+",
  "-",
  "*",
  "/",
]);

/** The first part that a formula may not have: lists, fields, macros, functions and names that are none of ours. */
function forbidden(ast: ASTNode, source: string, names: ReadonlyMap<string, FormulaType>): Problem | undefined {
  for (const node of nodesOf(ast)) {
    const part = shown(source.slice(node.range.start, node.range.end));
    const column = node.range.start + 1;
    const problem = (code: string, params: Problem["params"] = {}) => ({
      code,
      path: ["formula"],
      params: { part, column, ...params },
    });
    if (node.op === "id" && !names.has(node.args))
      return problem("expression/unknown-name", guesses(node.args, names.keys()));
    if (node.op === "call" && !Object.hasOwn(functions, node.args[0]))
      return problem("expression/unknown-function", guesses(node.args[0], Object.keys(functions)));
    if (!operators.has(node.op) || (node.op === "value" && !isPlain(node.args)))
      return problem("expression/not-allowed");
  }
  return undefined;
}

function guesses(name: string, known: Iterable<string>): Problem["params"] {
  const list = [...known];
  const nearest = nearestName(name, list) ?? "";
  return { name, known: list, guess: nearest !== "", nearest };
}

function isPlain(value: unknown): boolean {
  return ["number", "bigint", "string", "boolean"].includes(typeof value);
}

/** All nodes from left to right, those of a call after its name. */
function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenOf(node.args).flatMap(nodesOf)].sort((a, b) => a.range.start - b.range.start);
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return args !== null && typeof args === "object" && "op" in args ? [args as ASTNode] : [];
}

/** The formula with aliases in place of names and numbers, and the way back from its places. */
interface Rewritten {
  readonly text: string;
  readonly variables: readonly { readonly alias: string; readonly name: string }[];
  readonly constants: readonly { readonly alias: string; readonly value: Decimal }[];
  /** Where an alias stands, and where what it replaces ended. */
  readonly pieces: readonly { readonly from: number; readonly to: number; readonly end: number }[];
}

function rewrite(ast: ASTNode, source: string): Rewritten {
  const names: string[] = [];
  const constants: { alias: string; value: Decimal }[] = [];
  const pieces: { from: number; to: number; end: number }[] = [];
  let [text, done] = ["", 0];
  const aliasOf = (node: ASTNode): string | undefined => {
    if (node.op === "id")
      return `_v${names.includes(node.args) ? names.indexOf(node.args) : names.push(node.args) - 1}`;
    if (node.op !== "value" || (typeof node.args !== "number" && typeof node.args !== "bigint")) return undefined;
    const alias = `_n${constants.length}`;
    // From the text, not from the number: a literal of twenty digits keeps them all.
    constants.push({ alias, value: Decimal.of(source.slice(node.range.start, node.range.end)) });
    return alias;
  };
  for (const node of nodesOf(ast)) {
    const alias = aliasOf(node);
    if (alias === undefined) continue;
    text += source.slice(done, node.range.start) + alias;
    pieces.push({ from: text.length - alias.length, to: text.length, end: node.range.end });
    done = node.range.end;
  }
  text += source.slice(done);
  return { text, variables: names.map((name, index) => ({ alias: `_v${index}`, name })), constants, pieces };
}

function typeProblem(error: unknown, source: string, rewritten: Rewritten): Problem {
  const { range, code } = error as CelFault;
  const start = originalPlace(range?.start ?? 0, rewritten);
  const end = originalPlace(range?.end ?? rewritten.text.length, rewritten);
  const params = { part: shown(source.slice(start, end).trim() || source), column: start + 1 };
  return {
    code: code === "no_matching_overload" ? "expression/arguments" : "expression/type",
    path: ["formula"],
    params,
  };
}

/** Where a place of the rewritten text stands in the written one. */
function originalPlace(place: number, { pieces }: Rewritten): number {
  const last = pieces.filter(({ from }) => from < place).at(-1);
  return last ? last.end + Math.max(0, place - last.to) : place;
}

/** At most so much of a formula stands in a message. */
const shownLength = 40;

function shown(part: string): string {
  return part.length > shownLength ? `${part.slice(0, shownLength)}…` : part;
}
