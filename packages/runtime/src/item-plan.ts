import type { Compiled, DecimalBound, MeasureKind, Problem, ScoringContext, ScoringMethod } from "./arithmetic.ts";
import { Decimal, hundred, toDecimal, zero } from "./decimal.ts";
import type { Bound as BoundRecord } from "./generated/records.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { measures } from "./measures/index.ts";
import type { Aggregate, Item, Observable, RoleModel, Rounding } from "./model.ts";
import { scoringMethods } from "./scoring/index.ts";

/*
 * What scorecards need of an item, worked out once per role model: parsed decimals, compiled measure and score. A
 * scorecard then only reads observations and calculates.
 */

export interface RolePlan {
  readonly role: RoleModel;
  readonly rounding: Rounding;
  /** The weighted items, in the order of the template. */
  readonly lines: readonly (ItemPlan | BrokenItem)[];
  /** Grades, highest first. */
  readonly grades: readonly { readonly grade: string; readonly from: Decimal }[];
}

/** A weighted item whose measure or score has problems: it has a line, which says so, and no arithmetic. */
export interface BrokenItem {
  readonly item: Item;
  readonly weight: Decimal;
  readonly measure?: undefined;
}

export interface ItemPlan {
  readonly item: Item;
  readonly weight: Decimal;
  /** Bounds on the derived value of one period instance, without those that come from a due rule. */
  readonly bounds: readonly DecimalBound[];
  readonly accepted: readonly JsonValue[] | undefined;
  /** A date without a target is held to its due rule: the bound is the due day of each instance. */
  readonly heldToDueDay: boolean;
  readonly aggregate: Aggregate;
  /** Whether the template states the aggregate: then the score reads the aggregated value, see aggregate.ts. */
  readonly aggregateStated: boolean;
  readonly measure: { readonly kind: MeasureKind; readonly compiled: unknown };
  readonly scoring: { readonly method: ScoringMethod; readonly compiled: unknown };
  /** Whether the value is a quotient or a percentage and shows all digits of the rounding rule. */
  readonly padded: boolean;
  readonly targetRecord: readonly BoundRecord[];
}

const plans = new WeakMap<RoleModel, RolePlan>();

/** The plan of a role; made once, kept as long as the model lives. */
export function rolePlan(role: RoleModel): RolePlan {
  const known = plans.get(role);
  if (known) return known;
  const items = role.sections.flatMap((section) => section.items);
  const weighted = items.filter(({ weight }) => weight !== undefined);
  const grades = role.grades.map(({ grade, from }) => ({ grade, from: toDecimal(from) ?? zero }));
  const made: RolePlan = {
    role,
    rounding: role.rounding,
    lines: weighted.map((item) => itemPlan(item) ?? { item, weight: toDecimal(item.weight) ?? zero }),
    grades: grades.sort((a, b) => b.from.comparedTo(a.from)),
  };
  plans.set(role, made);
  return made;
}

/**
 * What is wrong with an item's measure and score: kinds we do not have, parameters that make no sense, kinds that do
 * not fit the observation. Paths start at `x-item`, e.g. `["score", "bands", 1]`. Empty when the item can be judged.
 */
export function arithmeticProblems(item: Item): readonly Problem[] {
  const measure = compiledMeasure(item);
  const scoring = compiledScore(item);
  return [...("problems" in measure ? measure.problems : []), ...("problems" in scoring ? scoring.problems : [])];
}

/** The plan of one item; undefined when `arithmeticProblems` finds any. Items without weight count with zero. */
export function itemPlan(item: Item): ItemPlan | undefined {
  const measure = compiledMeasure(item);
  const scoring = compiledScore(item);
  if ("problems" in measure || "problems" in scoring) return undefined;
  const bounds = boundsOf(item);
  const targeted = bounds.length > 0 || item.target?.accepted !== undefined || item.observation.kind === "tick";
  const heldToDueDay = heldToDue(item);
  return {
    item,
    weight: toDecimal(item.weight) ?? zero,
    bounds,
    accepted: item.target?.accepted,
    heldToDueDay,
    aggregate: item.aggregate ?? (targeted || heldToDueDay ? "share-met" : "mean"),
    aggregateStated: item.aggregate !== undefined,
    measure: measure.compiled,
    scoring: scoring.compiled,
    padded: item.unit === "%" || ["ratio", "deviation"].includes(measure.compiled.kind.id),
    targetRecord: bounds.map(({ keyword, value }) => ({ keyword, value: value.toFixed() })),
  };
}

/** The measure an item has without saying so; undefined for several inputs, which must be told what they mean. */
export function inferredMeasure(kind: Observable["kind"]): string | undefined {
  if (kind === "inputs") return undefined;
  return kind === "date" ? "dayOfPeriod" : kind === "events" ? "count" : "value";
}

function compiledMeasure(item: Item): Compiled<ItemPlan["measure"]> {
  const id = item.measure?.kind ?? inferredMeasure(item.observation.kind);
  const path = ["measure"];
  if (id === undefined) return { problems: [{ code: "measure/needed", path, params: {} }] };
  const kind = measures.find((candidate) => candidate.id === id);
  if (!kind) return { problems: [{ code: "measure/unavailable", path: [...path, "kind"], params: { kind: id } }] };
  const observation = item.observation.kind;
  if (!kind.fits.includes(observation)) {
    return { problems: [{ code: "measure/unfit", path: [...path, "kind"], params: { kind: id, observation } }] };
  }
  const result = kind.compile(item.measure?.params ?? {}, item);
  return "problems" in result ? placed(result.problems, path) : { compiled: { kind, compiled: result.compiled } };
}

function compiledScore(item: Item): Compiled<ItemPlan["scoring"]> {
  const id = item.score?.kind ?? "pass";
  const path = ["score"];
  const method = scoringMethods.find((candidate) => candidate.id === id);
  if (!method) return { problems: [{ code: "score/unavailable", path: [...path, "kind"], params: { kind: id } }] };
  const observation = item.observation.kind;
  if (method.needsValue && (observation === "choice" || observation === "text")) {
    return { problems: [{ code: "score/needs-value", path: [...path, "kind"], params: { kind: id, observation } }] };
  }
  const result = method.compile(item.score?.params ?? {}, scoringContext(item));
  return "problems" in result ? placed(result.problems, path) : { compiled: { method, compiled: result.compiled } };
}

function placed(problems: readonly Problem[], path: readonly string[]) {
  return { problems: problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })) };
}

/** With a stated share-met the score reads the share of periods, whose target is all of them. */
function scoringContext(item: Item): ScoringContext {
  if (item.aggregate === "share-met") {
    return { bounds: [{ keyword: "minimum", value: hundred }], range: { from: zero, to: hundred } };
  }
  return { bounds: boundsOf(item), range: valueRange(item) };
}

/** A tick without a target is met when it is set. */
function boundsOf(item: Item): DecimalBound[] {
  const stated = (item.target?.bounds ?? []).flatMap(({ keyword, value }) => {
    const decimal = toDecimal(value);
    return decimal ? [{ keyword, value: decimal }] : [];
  });
  const assumed = item.observation.kind === "tick" && item.target === undefined;
  return assumed ? [{ keyword: "minimum", value: new Decimal(1) }] : stated;
}

function heldToDue(item: Item): boolean {
  return item.observation.kind === "date" && item.target === undefined && item.due !== undefined;
}

/** The values an item can take at all, as far as its observation schema says so. */
export function valueRange(item: Item): ScoringContext["range"] {
  const kind = item.measure?.kind ?? inferredMeasure(item.observation.kind);
  const { schema, fields } = item.observation;
  if (kind === "count") return { from: zero };
  if (kind === "deviation") return item.measure?.params.absolute === false ? {} : { from: zero };
  if (kind === "ratio") return fields.every((field) => isNeverNegative(field.schema)) ? { from: zero } : {};
  if (item.observation.kind === "tick") return { from: zero, to: new Decimal(1) };
  const from = toDecimal(schema.minimum ?? schema.exclusiveMinimum);
  const to = toDecimal(schema.maximum ?? schema.exclusiveMaximum);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function isNeverNegative(schema: JsonObject): boolean {
  const lowest = toDecimal(schema.minimum ?? schema.exclusiveMinimum);
  return lowest !== undefined && !lowest.isNegative();
}
