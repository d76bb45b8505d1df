import { type Compiled, type Measured, type MeasureKind, refused } from "../arithmetic.ts";
import { Decimal, one, toDecimal, zero } from "../decimal.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject } from "../json-kind.ts";
import type { Item } from "../model.ts";

/** A scale from one place to another. */
export interface RatingRule {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal | undefined;
  /** What each choice counts; for figures none. */
  readonly choices: ReadonlyMap<string, Decimal> | undefined;
}

/** A scale with more places than this is not listed one by one. */
const listed = 200;

/**
 * A place on a scale (评级): a figure from 1 to 5, or a choice with what it counts (优 5, 良 4, …).
 *
 * Figures are checked as decimals: 5.9 on a scale of 5 is no 5, and 4.3 none where the scale goes by halves. What is not
 * on the scale is invalid data, never a rounded place.
 */
export const rating: MeasureKind<RatingRule> = {
  id: "rating",
  params: {
    description: "A place on a scale: a figure, or a choice with what it counts.",
    type: "object",
    properties: {
      from: { type: "number", default: 1, description: "The lowest place." },
      to: { type: "number", description: "The highest place; for figures." },
      step: { type: "number", exclusiveMinimum: 0, default: 1, description: "From one place to the next." },
      choices: {
        type: "object",
        minProperties: 1,
        additionalProperties: { type: "number" },
        description: "What each choice counts, e.g. 优 5, 良 4.",
      },
    },
    additionalProperties: false,
  },
  fits: ["figure", "choice"],
  compile: (params, item) => (item.observation.kind === "choice" ? choiceScale(params, item) : figureScale(params)),
  measure(rule, data): Measured {
    const value = placeOf(rule, data);
    if (!value || !isOnScale(rule, value)) return { state: "no-data", reason: "invalid" };
    return { state: "measured", value };
  },
  explain(rule, data) {
    const place = placeOf(rule, data)?.toFixed() ?? "";
    const params = { value: String(data), place, to: rule.to.toFixed(), chosen: rule.choices !== undefined };
    return { code: "measure/rating", params };
  },
  range: ({ from, to }) => ({ from, to }),
  values: placesOf,
};

function placeOf({ choices }: RatingRule, data: JsonValue): Decimal | undefined {
  return choices ? choices.get(String(data)) : toDecimal(data);
}

/** The scale of a rated figure; undefined where the item's scale is refused, or stands on choices. */
export function ratingScale({ measure, observation }: Item): RatingRule | undefined {
  const result = observation.kind === "figure" ? figureScale(measure?.params ?? {}) : undefined;
  return result && "compiled" in result ? result.compiled : undefined;
}

/** Whether a figure is a place on a scale. */
export function isOnScale({ from, to, step }: RatingRule, figure: number | Decimal): boolean {
  const value = Decimal.of(figure);
  if (value.lessThan(from) || value.greaterThan(to)) return false;
  return !step || value.minus(from).mod(step).isZero();
}

function figureScale(params: JsonObject): Compiled<RatingRule> {
  const from = toDecimal(params.from) ?? one;
  const to = toDecimal(params.to);
  const step = toDecimal(params.step) ?? one;
  if (!to?.greaterThan(from)) {
    return refused("measure/rating-scale", ["to"], { from: from.toFixed(), to: to?.toFixed() ?? "" });
  }
  if (!step.greaterThan(0) || !to.minus(from).mod(step).isZero()) {
    return refused("measure/rating-step", ["step"], { from: from.toFixed(), to: to.toFixed(), step: step.toFixed() });
  }
  return { compiled: { from, to, step, choices: undefined } };
}

function choiceScale({ choices }: JsonObject, item: Item): Compiled<RatingRule> {
  const given = isObject(choices) ? choices : {};
  const offered = offeredChoices(item);
  const missing = offered.filter((choice) => !Object.hasOwn(given, choice));
  const unknown = Object.keys(given).filter((choice) => !offered.includes(choice));
  if (missing.length + unknown.length > 0) {
    return refused("measure/rating-choices", ["choices"], { missing, unknown, offered });
  }
  const scale = new Map(Object.entries(given).map(([choice, counts]) => [choice, toDecimal(counts) ?? zero]));
  const [from, to] = [Decimal.min(...scale.values()), Decimal.max(...scale.values())];
  return { compiled: { from, to, step: undefined, choices: scale } };
}

function offeredChoices({ observation: { schema } }: Item): readonly string[] {
  const values: readonly JsonValue[] = Array.isArray(schema.enum) ? schema.enum : [schema.const ?? ""];
  return values.map(String);
}

function placesOf({ from, to, step, choices }: RatingRule): readonly Decimal[] {
  if (choices) return [...choices.values()];
  const places: Decimal[] = [];
  if (!step || to.minus(from).div(step).greaterThan(listed)) return places;
  for (let place = from; place.lessThanOrEqualTo(to); place = place.plus(step)) places.push(place);
  return places;
}
