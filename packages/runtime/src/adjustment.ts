import { aggregated, aggregateStep } from "./aggregate.ts";
import type { Judged } from "./arithmetic.ts";
import { type Decimal, paddedText, plainText, round, zero } from "./decimal.ts";
import type { Adjustment, Step } from "./generated/records.ts";
import { type JudgedInstance, judgeInstance, type Outcome } from "./instance.ts";
import type { AdjustmentPlan, ItemPlan, RolePlan } from "./item-plan.ts";
import type { JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { measureSteps } from "./measure-steps.ts";
import type { Recorded } from "./observation.ts";
import type { Schedule } from "./schedule.ts";
import type { VetoRule } from "./scoring/veto.ts";

/** A bonus or veto with the decimals behind its texts, for the total. */
export interface Adjusted {
  readonly adjustment: Adjustment;
  /** What a bonus adds; zero for vetoes and where there is nothing to add. */
  readonly points: Decimal;
  /** What a veto in force does. */
  readonly veto?: VetoRule;
  /** Whether a veto waits for its reason. */
  readonly blocks: boolean;
}

/**
 * Works out one bonus or veto in one scorecard. They never take part in the weighted sum: a bonus is added to the total,
 * a veto limits it. Nothing recorded is no bonus and no veto, and leaves nothing open.
 */
export function adjust(
  role: RolePlan,
  { kind, item, plan }: AdjustmentPlan,
  schedule: Schedule,
  recorded: Recorded,
): Adjusted {
  const blank = blankAdjustment(kind, item);
  if (!plan)
    return unsettled({ ...blank, reason: "invalid", steps: [{ code: "state/broken", params: {}, result: null }] });
  if (!schedule.instances) return unsettled({ ...blank, state: "not-applicable", reason: "not-due" });
  const all = schedule.instances.map((instance) => judgeInstance(role.role, plan, instance, recorded));
  const adjustment = { ...blank, instances: all.map((instance) => instanceOf(role, plan, instance)) };
  const outcomes = all.flatMap(({ outcome }) => (outcome ? [outcome] : []));
  const [first] = outcomes;
  if (!first) return unsettled(withoutOutcome(adjustment, all));
  return kind === "bonus" ? bonusOf(role, plan, adjustment, outcomes) : vetoOf(role, plan, adjustment, all, recorded);
}

function bonusOf(role: RolePlan, plan: ItemPlan, adjustment: Adjustment, outcomes: readonly Outcome[]): Adjusted {
  const { judged, steps } = summed(role, plan, outcomes);
  const { method, compiled } = plan.scoring;
  const points = round(method.score(compiled, judged), role.rounding);
  const result = paddedText(points, role.rounding);
  return {
    adjustment: {
      ...adjustment,
      state: points.isZero() ? "none" : "applied",
      actual: actualOf(role, plan, judged),
      points: result,
      steps: [...steps, { ...method.explain(compiled, judged), result }],
    },
    points,
    blocks: false,
  };
}

/** One instance as it is, several by the item's aggregate: by default their sum. */
function summed(
  role: RolePlan,
  plan: ItemPlan,
  outcomes: readonly Outcome[],
): { judged: Judged; steps: readonly Step[] } {
  const [single] = outcomes;
  if (single && outcomes.length === 1)
    return { judged: single, steps: measureSteps(plan, single, actualOf(role, plan, single)) };
  const judged = aggregated(plan, outcomes, role.rounding);
  return { judged, steps: [{ ...aggregateStep(plan, outcomes.length, judged), result: actualOf(role, plan, judged) }] };
}

function actualOf(role: RolePlan, plan: ItemPlan, { value }: Judged): string | null {
  return value && textOf(role, plan, value);
}

/** The first instance that triggers it decides; without its reason it waits. */
function vetoOf(
  role: RolePlan,
  plan: ItemPlan,
  adjustment: Adjustment,
  all: readonly JudgedInstance[],
  recorded: Recorded,
): Adjusted {
  const rule = plan.scoring.compiled as VetoRule;
  const found = all.find(({ outcome }) => outcome && isTriggered(plan, outcome));
  const shown = found?.outcome ?? all.find(({ outcome }) => outcome)?.outcome;
  const actual = shown ? actualOf(role, plan, shown) : null;
  const steps = shown ? measureSteps(plan, shown, actual) : [];
  const said = { ...adjustment, actual };
  if (!found?.outcome) {
    return unsettled({ ...said, state: "none", steps: [...steps, vetoStep(role, plan, { ...rule, met: true })] });
  }
  const because = reasonFor(rule, found.outcome.data, plan, found, recorded);
  if (because === "") {
    const open: Step = { code: "state/no-reason", params: {}, result: null };
    return { ...unsettled({ ...said, reason: "no-reason", steps: [...steps, open] }), blocks: true };
  }
  const grade = rule.grade ?? role.grades.at(-1)?.grade ?? null;
  const cap = rule.cap ? plainText(rule.cap) : null;
  const applied = vetoStep(role, plan, { ...rule, met: false });
  return {
    adjustment: { ...said, state: "applied", grade, cap, because, steps: [...steps, applied] },
    points: zero,
    veto: { ...rule, grade: grade ?? undefined },
    blocks: false,
  };
}

function vetoStep(role: RolePlan, { scoring }: ItemPlan, { met, ...rule }: VetoRule & { readonly met: boolean }): Step {
  const grade = rule.grade ?? role.grades.at(-1)?.grade;
  const judged: Judged = { value: null, met, shortfall: zero, several: false, missed: met ? 0 : 1, unit: "" };
  return { ...scoring.method.explain({ ...rule, grade }, judged), result: null };
}

/** With a target, when it is missed; without, by anything above zero. */
function isTriggered({ item }: ItemPlan, { met, value }: Outcome): boolean {
  return item.target ? !met : value?.greaterThan(0) === true;
}

function reasonFor(
  { reason }: VetoRule,
  data: JsonValue,
  { item }: ItemPlan,
  { period }: JudgedInstance,
  { facts }: Recorded,
): string {
  if (reason !== undefined) {
    const text = isObject(data) && Object.hasOwn(data, reason) ? data[reason] : undefined;
    return typeof text === "string" ? text.trim() : "";
  }
  const own = facts.of(item.key, period.name);
  // What was gathered from several records has the reasons of all of them.
  const all = own ? [own] : [...facts.all(item.key)];
  return all.flatMap(({ evidence }) => evidence?.trim() || []).join("；");
}

function withoutOutcome(adjustment: Adjustment, all: readonly JudgedInstance[]): Adjustment {
  const open = all.find(({ state }) => state === "no-data");
  if (!open) return { ...adjustment, state: "not-applicable", ...notApplied(all) };
  const reason = all.find((instance) => instance.reason === "invalid")?.reason ?? open.reason ?? "missing";
  return {
    ...adjustment,
    reason,
    steps: [{ code: reason === "invalid" ? "state/invalid" : "state/not-recorded", params: {}, result: null }],
  };
}

function notApplied(all: readonly JudgedInstance[]): Partial<Adjustment> {
  const because = all.find((instance) => instance.because !== undefined)?.because;
  if (because === undefined) return { reason: "zero-denominator" };
  return { reason: "exempt", because, steps: [{ code: "state/exempt", params: { because }, result: null }] };
}

function unsettled(adjustment: Adjustment): Adjusted {
  return { adjustment, points: zero, blocks: false };
}

function blankAdjustment(kind: Adjustment["kind"], item: AdjustmentPlan["item"]): Adjustment {
  const { key, number, title, section, every, unit } = item;
  return {
    kind,
    item: key,
    number,
    title,
    section,
    ...(every === undefined ? {} : { every }),
    ...(unit === undefined ? {} : { unit }),
    state: "no-data",
    actual: null,
    points: null,
    grade: null,
    cap: null,
    instances: [],
    steps: [],
  };
}

/** For a veto without a target the tick that is not set is the good one. */
function instanceOf(role: RolePlan, plan: ItemPlan, { period, state, outcome }: JudgedInstance) {
  const actual = outcome?.value ? textOf(role, plan, outcome.value) : null;
  const vetoed = plan.scoring.method.outside === "veto" && outcome !== undefined;
  const shown = vetoed ? (isTriggered(plan, outcome) ? "missed" : "met") : state;
  return { period: period.name, state: shown, actual } as const;
}

function textOf(role: RolePlan, plan: ItemPlan, value: Decimal): string {
  return plan.padded ? paddedText(value, role.rounding) : plainText(value);
}
