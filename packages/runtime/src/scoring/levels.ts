import { type Judged, refused, type ScoringContext, type ScoringMethod } from "../arithmetic.ts";
import { Decimal, toDecimal } from "../decimal.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject } from "../json-kind.ts";
import { numberOf, numberSchema } from "./numbers.ts";

interface Level {
  /** The choice as text, or the place on a scale. */
  readonly value: string | Decimal;
  readonly points: Decimal;
  readonly description: string;
}

interface LevelsRule {
  readonly levels: readonly Level[];
  readonly otherwise: Decimal | undefined;
}

/**
 * Points by described level (说明法, 行为锚定等级): each choice or place on a scale with what it means and its points.
 *
 * Every choice the observation offers has its level, or `else` says what the others give.
 */
export const levels: ScoringMethod<LevelsRule> = {
  id: "levels",
  params: {
    description: "Points by level: what each choice or place on a scale means, and what it gives.",
    type: "object",
    properties: {
      levels: {
        type: "array",
        minItems: 1,
        description: "The levels, best first or lowest first.",
        items: {
          type: "object",
          properties: {
            value: { type: ["string", "number"], description: "The choice as written, or the place on the scale." },
            points: { type: "number", description: "Points on this level." },
            description: { type: "string", description: "What the level means: what is seen when it is reached." },
          },
          required: ["value", "points"],
          additionalProperties: false,
        },
      },
      else: numberSchema("Points for anything that is no level; without it every choice needs its level."),
    },
    required: ["levels"],
    additionalProperties: false,
  },
  needsValue: false,
  scoresEach: true,
  compile(params, context) {
    const given = (Array.isArray(params.levels) ? params.levels : []).filter(isObject).map(readLevel);
    if (given.length === 0) return refused("score/levels-empty", ["levels"]);
    const repeated = given.findIndex((level, index) =>
      given.slice(0, index).some((other) => same(other.value, level.value)),
    );
    if (repeated >= 0)
      return refused("score/levels-repeated", ["levels", repeated], { value: nameOf(given[repeated]?.value ?? "") });
    const otherwise = params.else === undefined ? undefined : numberOf(params.else, 0);
    return misfit(given, otherwise, context) ?? { compiled: { levels: given, otherwise } };
  },
  score: (rule, judged) => levelOf(rule, judged)?.points ?? rule.otherwise ?? lowest(rule),
  explain(rule, judged) {
    const found = levelOf(rule, judged);
    const points = found?.points ?? rule.otherwise ?? lowest(rule);
    const value = judged.text ?? judged.value?.toFixed() ?? "";
    const description = found?.description ?? "";
    return {
      code: "score/levels",
      params: {
        value,
        points: points.toFixed(),
        found: found !== undefined,
        described: description !== "",
        description,
      },
    };
  },
  curve: (rule) =>
    rule.levels
      .flatMap(({ value, points }) => (typeof value === "string" ? [] : [{ at: value, points }]))
      .sort((a, b) => a.at.comparedTo(b.at))
      .map(({ at, points }) => ({ value: at.toFixed(), points: points.toFixed() })),
  best: (rule) => Decimal.max(...rule.levels.map(({ points }) => points), rule.otherwise ?? lowest(rule)),
};

function readLevel({ value, points, description }: JsonObject): Level {
  return {
    value: levelValue(value),
    points: numberOf(points, 0),
    description: typeof description === "string" ? description : "",
  };
}

function levelValue(value: JsonValue | undefined): string | Decimal {
  return typeof value === "number" ? (toDecimal(value) ?? "") : String(value ?? "");
}

/** Levels that nothing can reach, and choices without a level. */
function misfit(given: readonly Level[], otherwise: Decimal | undefined, { values, item }: ScoringContext) {
  const offered = values?.map(nameOf) ?? [];
  const unknown = values ? given.findIndex(({ value }) => !values.some((known) => same(known, value))) : -1;
  if (unknown >= 0) {
    return refused("score/levels-unknown", ["levels", unknown, "value"], {
      value: nameOf(given[unknown]?.value ?? ""),
      offered,
    });
  }
  const missing = values?.filter((known) => !given.some(({ value }) => same(known, value))) ?? [];
  if (otherwise === undefined && (!values || missing.length > 0)) {
    return refused("score/levels-gap", ["levels"], { missing: missing.map(nameOf), open: !values });
  }
  const word = given.some(({ value }) => typeof value === "string");
  const combined = item?.aggregate !== undefined && item.aggregate !== "last" && item.aggregate !== "worst";
  // A share or a mean of periods is no choice any more.
  return word && combined ? refused("score/levels-aggregate", [], { aggregate: item?.aggregate ?? "" }) : undefined;
}

function levelOf({ levels: list }: LevelsRule, judged: Judged): Level | undefined {
  const wanted = judged.text ?? judged.value;
  return wanted === null ? undefined : list.find(({ value }) => same(value, wanted));
}

function same(a: string | Decimal, b: string | Decimal): boolean {
  if (typeof a === "string" || typeof b === "string") return typeof a === typeof b && a === b;
  return a.equals(b);
}

function nameOf(value: string | Decimal): string {
  return typeof value === "string" ? value : value.toFixed();
}

/** The fewest points of any level: what an impossible value gets, which compile has ruled out. */
function lowest({ levels: list }: LevelsRule): Decimal {
  return Decimal.min(...list.map(({ points }) => points));
}
