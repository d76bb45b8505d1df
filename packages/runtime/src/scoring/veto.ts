import { refused, type ScoringMethod } from "../arithmetic.ts";
import { type Decimal, toDecimal, zero } from "../decimal.ts";
import type { JsonObject } from "../json.ts";
import type { Observable } from "../model.ts";
import { numberSchema } from "./numbers.ts";

/** What a veto does once it is triggered. */
export interface VetoRule {
  /** The grade that the result cannot be better than; undefined: the lowest there is. */
  readonly grade: string | undefined;
  /** The most points the total may then have. */
  readonly cap: Decimal | undefined;
  /** Key of the input that holds the reason; undefined: the observation's evidence is the reason. */
  readonly reason: string | undefined;
}

/**
 * One event that decides the whole result (一票否决): a grade that nothing else can raise, and if stated a cap on the
 * total. It has no weight and stays out of the sum.
 *
 * A veto with a target is triggered when the target is missed, one without by any value above zero: a tick that is set,
 * an event that is recorded. It takes effect only with a reason; until there is one the result stays provisional.
 */
export const veto: ScoringMethod<VetoRule> = {
  id: "veto",
  params: {
    description: "Forces a grade when it is triggered, whatever the total; with a reason only.",
    type: "object",
    properties: {
      grade: { type: "string", minLength: 1, description: "The best grade that is left; by default the lowest." },
      cap: numberSchema("The most points that the total keeps; without it the total stays."),
      reason: { type: "string", description: "Key of the input that holds the reason; by default the evidence." },
    },
    additionalProperties: false,
  },
  needsValue: false,
  outside: "veto",
  compile(params, { item, grades }) {
    const grade = typeof params.grade === "string" ? params.grade : undefined;
    if (item?.weight !== undefined) return refused("score/veto-weight", [], { weight: item.weight });
    if (grades && grade !== undefined && !grades.includes(grade)) {
      return refused("score/veto-grade", ["grade"], { grade, known: grades });
    }
    if (grades?.length === 0 && params.cap === undefined) return refused("score/veto-nothing", []);
    if (item && item.target === undefined && isWord(item.observation)) return refused("score/veto-trigger", []);
    return withReason({ grade, cap: toDecimal(params.cap), reason: undefined }, params, item?.observation);
  },
  score: () => zero,
  explain: (rule, { met }) => ({
    code: "score/veto",
    params: {
      triggered: !met,
      graded: rule.grade !== undefined,
      grade: rule.grade ?? "",
      capped: rule.cap !== undefined,
      cap: rule.cap?.toFixed() ?? "",
    },
  }),
  best: () => zero,
};

function isWord({ kind }: Observable): boolean {
  return kind === "choice" || kind === "text";
}

function withReason(rule: VetoRule, { reason }: JsonObject, observation: Observable | undefined) {
  if (typeof reason !== "string") {
    const own = observation?.kind === "inputs" && observation.fields.some(({ key }) => key === "reason");
    return { compiled: own ? { ...rule, reason: "reason" } : rule };
  }
  const known = observation?.fields.map(({ key }) => key) ?? [];
  if (observation?.kind !== "inputs" || !known.includes(reason)) {
    return refused("score/veto-reason", ["reason"], { name: reason, known });
  }
  return { compiled: { ...rule, reason } };
}
