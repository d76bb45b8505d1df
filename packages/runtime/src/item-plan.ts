import type {
  Compiled,
  DecimalBound,
  MeasureKind,
  Problem,
  ScoringContext,
  ScoringMethod,
  ValueRange,
} from "./arithmetic.ts";
import { type Decimal, hundred, one, toDecimal, zero } from "./decimal.ts";
import type { Bound as BoundRecord } from "./generated/records.ts";
import type { JsonValue } from "./json.ts";
import { measures } from "./measures/index.ts";
import type { Aggregate, Item, Observable, RoleModel, Rounding } from "./model.ts";
import { scoringMethods } from "./scoring/index.ts";
import { effectiveWeights, type WeightShare } from "./weights.ts";

/*
 * What scorecards need of an item, worked out once per role model: parsed decimals, compiled measure and score. A
 * scorecard then only reads observations and calculates.
 */

export interface RolePlan {
  readonly role: RoleModel;
  readonly rounding: Rounding;
  /** The weighted items, in the order of the template. */
  readonly lines: readonly (ItemPlan | BrokenItem)[];
  /** The bonus and veto items, in the order of the template. */
  readonly adjustments: readonly AdjustmentPlan[];
  /** Grades, highest first. */
  readonly grades: readonly { readonly grade: string; readonly from: Decimal }[];
}

/** A bonus or veto; without a plan when its measure or score has problems. */
export interface AdjustmentPlan {
  readonly kind: "bonus" | "veto";
  readonly item: Item;
  readonly plan: ItemPlan | undefined;
}

/** A weighted item whose measure or score has problems: it has a line, which says so, and no arithmetic. */
export interface BrokenItem {
  readonly item: Item;
  readonly weight: Decimal;
  readonly measure?: undefined;
}

export interface ItemPlan {
  readonly item: Item;
  /** Weight in the total, of 100. */
  readonly weight: Decimal;
  /** Where sections have weights: what the weight is made of. */
  readonly share?: WeightShare;
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
  const shares = effectiveWeights(role);
  const weighted = items.filter(({ weight, score }) => weight !== undefined && !outsideOf(score?.kind));
  const grades = role.grades.map(({ grade, from }) => ({ grade, from: toDecimal(from) ?? zero }));
  const made: RolePlan = {
    role,
    rounding: role.rounding,
    lines: weighted.map((item) => linePlan(item, role, shares.get(item.key))),
    adjustments: items.flatMap((item): AdjustmentPlan[] => {
      const kind = outsideOf(item.score?.kind);
      return kind ? [{ kind, item, plan: itemPlan(item, role) }] : [];
    }),
    grades: grades.sort((a, b) => b.from.comparedTo(a.from)),
  };
  plans.set(role, made);
  return made;
}

function linePlan(item: Item, role: RoleModel, share: WeightShare | undefined): ItemPlan | BrokenItem {
  const plan = itemPlan(item, role);
  const weight = share?.weight ?? toDecimal(item.weight) ?? zero;
  if (!plan) return { item, weight };
  return { ...plan, weight, ...(share?.section ? { share } : {}) };
}

/** Whether a scoring method stands outside the weighted sum. */
export function outsideOf(kind: string | undefined): "bonus" | "veto" | undefined {
  return scoringMethods.find(({ id }) => id === kind)?.outside;
}

/**
 * What is wrong with an item's measure and score: kinds we do not have, parameters that make no sense, kinds that do
 * not fit the observation. Paths start at `x-item`, e.g. `["score", "bands", 1]`. Empty when the item can be judged. The role is asked for its
 * grades, where it is given.
 */
export function arithmeticProblems(item: Item, role?: Pick<RoleModel, "grades">): readonly Problem[] {
  const measure = compiledMeasure(item);
  const scoring = compiledScore(item, measure, role);
  return [...("problems" in measure ? measure.problems : []), ...("problems" in scoring ? scoring.problems : [])];
}

/** The plan of one item; undefined when `arithmeticProblems` finds any. Items without weight count with zero. */
export function itemPlan(item: Item, role?: Pick<RoleModel, "grades">): ItemPlan | undefined {
  const measure = compiledMeasure(item);
  const scoring = compiledScore(item, measure, role);
  if ("problems" in measure || "problems" in scoring) return undefined;
  const bounds = boundsOf(item);
  const targeted = bounds.length > 0 || item.target?.accepted !== undefined || item.observation.kind === "tick";
  const heldToDueDay = heldToDue(item);
  const bonus = scoring.compiled.method.outside === "bonus";
  return {
    item,
    weight: toDecimal(item.weight) ?? zero,
    bounds,
    accepted: item.target?.accepted,
    heldToDueDay,
    aggregate: item.aggregate ?? (bonus ? "sum" : targeted || heldToDueDay ? "share-met" : "mean"),
    aggregateStated: item.aggregate !== undefined || bonus,
    measure: measure.compiled,
    scoring: scoring.compiled,
    padded: item.unit === "%" || ["ratio", "deviation", "expression"].includes(measure.compiled.kind.id),
    targetRecord: boundRecords(bounds),
  };
}

/** Bounds as a scorecard states them. */
export function boundRecords(bounds: readonly DecimalBound[]): BoundRecord[] {
  return bounds.map(({ keyword, value }) => ({ keyword, value: value.toFixed() }));
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
  const ticks = ticksProblem(item);
  if (ticks) return { problems: [ticks] };
  const kind = measures.find((candidate) => candidate.id === id);
  if (!kind) return { problems: [{ code: "measure/unavailable", path: [...path, "kind"], params: { kind: id } }] };
  const observation = item.observation.kind;
  if (!kind.fits.includes(observation)) {
    return { problems: [{ code: "measure/unfit", path: [...path, "kind"], params: { kind: id, observation } }] };
  }
  const result = kind.compile(item.measure?.params ?? {}, item);
  return "problems" in result ? placed(result.problems, path) : { compiled: { kind, compiled: result.compiled } };
}

function compiledScore(
  item: Item,
  measure: Compiled<ItemPlan["measure"]>,
  role: Pick<RoleModel, "grades"> | undefined,
): Compiled<ItemPlan["scoring"]> {
  const id = item.score?.kind ?? "pass";
  const path = ["score"];
  const method = scoringMethods.find((candidate) => candidate.id === id);
  if (!method) return { problems: [{ code: "score/unavailable", path: [...path, "kind"], params: { kind: id } }] };
  const observation = item.observation.kind;
  if (method.needsValue && isWord(item)) {
    return { problems: [{ code: "score/needs-value", path: [...path, "kind"], params: { kind: id, observation } }] };
  }
  const result = method.compile(item.score?.params ?? {}, scoringContext(item, measure, role));
  return "problems" in result ? placed(result.problems, path) : { compiled: { method, compiled: result.compiled } };
}

function placed(problems: readonly Problem[], path: readonly string[]) {
  return { problems: problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })) };
}

/** With a stated share-met the score reads the share of periods, whose target is all of them. */
function scoringContext(
  item: Item,
  measure: Compiled<ItemPlan["measure"]>,
  role: Pick<RoleModel, "grades"> | undefined,
): ScoringContext {
  const grades = role ? { grades: role.grades.map(({ grade }) => grade) } : {};
  if (item.aggregate === "share-met") {
    return { bounds: [{ keyword: "minimum", value: hundred }], range: { from: zero, to: hundred }, item, ...grades };
  }
  const values = listedValues(item, measure);
  return { bounds: boundsOf(item), range: valueRange(item), ...(values ? { values } : {}), item, ...grades };
}

/** Choices and texts are no numbers, unless the measure says what they count. */
function isWord({ observation, measure }: Item): boolean {
  if (observation.kind !== "choice" && observation.kind !== "text") return false;
  return measure === undefined || measure.kind === "value";
}

/** Every value an item can have, where they can be listed: what the measure says, else the choices, else 0 and 1. */
function listedValues(item: Item, measure: Compiled<ItemPlan["measure"]>): ScoringContext["values"] {
  if ("problems" in measure) return undefined;
  const { kind, compiled } = measure.compiled;
  const places = kind.values?.(compiled);
  if (places && places.length > 0) return places;
  const { schema } = item.observation;
  if (item.observation.kind === "tick") return [zero, one];
  if (kind.id !== "value" || item.observation.kind !== "choice") return undefined;
  return Array.isArray(schema.enum) ? schema.enum.map(String) : [String(schema.const)];
}

/** Only what counts, divides or dates can be filled in from ticks, and only from those of duties it supports. */
function ticksProblem({ fromTicks, supports, observation, measure }: Item): Problem | undefined {
  if (!fromTicks) return undefined;
  const inputs = observation.kind !== "inputs" || measure?.kind === "ratio";
  const fits = ["tick", "figure", "date", "events"].includes(observation.kind) || observation.kind === "inputs";
  if (fits && inputs && supports.length > 0) return undefined;
  const params = { observation: observation.kind, supported: supports.length > 0 };
  return { code: "measure/ticks", path: [], params };
}

/** A tick without a target is met when it is set. */
function boundsOf(item: Item): DecimalBound[] {
  const stated = (item.target?.bounds ?? []).flatMap(({ keyword, value }) => {
    const decimal = toDecimal(value);
    return decimal ? [{ keyword, value: decimal }] : [];
  });
  const assumed = item.observation.kind === "tick" && item.target === undefined;
  return assumed ? [{ keyword: "minimum", value: one }] : stated;
}

function heldToDue(item: Item): boolean {
  return item.observation.kind === "date" && item.target === undefined && item.due !== undefined;
}

/** The values an item can take at all, as far as its measure or its observation schema says so. */
export function valueRange(item: Item): ValueRange {
  const id = item.measure?.kind ?? inferredMeasure(item.observation.kind);
  if (measures.some((measure) => measure.id === id && measure.range)) {
    const result = compiledMeasure(item);
    return "problems" in result ? {} : (result.compiled.kind.range?.(result.compiled.compiled) ?? {});
  }
  if (item.observation.kind === "tick") return { from: zero, to: one };
  const { schema } = item.observation;
  const from = toDecimal(schema.minimum ?? schema.exclusiveMinimum);
  const to = toDecimal(schema.maximum ?? schema.exclusiveMaximum);
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
