import type { Step } from "./generated/records.ts";
import type { Outcome } from "./instance.ts";
import type { ItemPlan } from "./item-plan.ts";

/** How one instance got its value, as data: where its data came from, then the measure, with its result as text. */
export function measureSteps({ measure }: ItemPlan, outcome: Outcome, result: string | null): Step[] {
  if (!outcome.context) return [];
  const { code, params } = measure.kind.explain(measure.compiled, outcome.data, outcome.context);
  return [...originSteps(outcome), withUnit({ code, params, result }, outcome.unit)];
}

/** A step whose result is in a unit, where it has a result. */
export function withUnit(step: Step, unit: string): Step {
  return step.result === null || unit === "" ? step : { ...step, unit };
}

/** None where the data was recorded for the instance itself. */
function originSteps({ origin }: Outcome): Step[] {
  if (!origin) return [];
  if (origin.kind === "ticks") return [{ code: "origin/ticks", params: {}, result: null }];
  return [{ code: `origin/${origin.kind}`, params: { count: origin.count }, result: null }];
}
