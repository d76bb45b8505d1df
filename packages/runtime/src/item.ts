import type { JsonObject, JsonValue } from "./json.ts";
import { decimalAt, isObject, memberAt, objectAt, present, textAt, textsAt } from "./json-kind.ts";
import type {
  Bound,
  Cadence,
  DueRule,
  Item,
  Measure,
  Observable,
  Origin,
  Score,
  SourcePlace,
  Target,
} from "./model.ts";
import { translationsOf } from "./observable.ts";
import type { Inheritance } from "./provenance.ts";

/** Where an item stands, and what was found out about it before. */
export interface ItemPlace {
  readonly key: string;
  readonly section: string;
  readonly number: string;
  readonly source: SourcePlace;
  readonly observation: Observable;
  readonly inheritance?: Inheritance;
  /** The item as it is inherited, where the template says more about it. */
  readonly inherited?: { readonly node: JsonObject; readonly origin: Origin };
}

/** The item as the model has it. The grammar has been checked: what is there has the right type. */
export function itemOf(node: JsonObject, { inheritance, inherited, ...place }: ItemPlace): Item {
  const info = objectAt(node, "x-item");
  return present({
    ...place,
    ...inheritance,
    inheritedTarget: inherited && inheritedTarget(info, objectAt(inherited.node, "x-item"), inherited.origin),
    title: textAt(node, "title") ?? place.key,
    description: textAt(node, "description"),
    every: textAt(info, "every") as Cadence | undefined,
    due: dueOf(info),
    unit: textAt(info, "unit"),
    weight: decimalAt(info, "weight"),
    target: targetOf(info),
    measure: kindOf(info, "measure"),
    aggregate: textAt(info, "aggregate") as Item["aggregate"],
    score: kindOf(info, "score"),
    cumulative: memberAt(info, "cumulative") === true ? true : undefined,
    fromTicks: memberAt(info, "fromTicks") === true ? true : undefined,
    noData: (textAt(info, "noData") ?? "block") as Item["noData"],
    dataSource: textAt(info, "source"),
    owner: textAt(info, "owner"),
    evidence: textAt(info, "evidence"),
    supports: textsAt(info, "supports"),
    part: textAt(info, "part") as Item["part"],
    need: textAt(info, "need") as Item["need"],
    share: decimalAt(info, "share"),
    translations: translationsOf(node),
  }) as Item;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function dueOf(info: JsonObject): DueRule | undefined {
  const due = memberAt(info, "due");
  if (!isObject(due)) return undefined;
  const weekday = textAt(due, "weekday");
  return present({
    day: memberAt(due, "day"),
    workingDay: memberAt(due, "workingDay"),
    weekday: weekday === undefined ? undefined : weekdays.indexOf(weekday) + 1,
    month: memberAt(due, "month"),
    monthsAfter: memberAt(due, "monthsAfter") ?? 0,
    inclusive: memberAt(due, "inclusive") ?? true,
    inclusiveStated: memberAt(due, "inclusive") !== undefined,
    roll: textAt(due, "roll") ?? "none",
  }) as DueRule;
}

const boundKeywords = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "const"] as const;

function targetOf(info: JsonObject): Target | undefined {
  const schema = memberAt(info, "target");
  if (!isObject(schema)) return undefined;
  const bounds = boundKeywords.flatMap((keyword): Bound[] => {
    const value = typeof schema[keyword] === "number" ? decimalAt(schema, keyword) : undefined;
    return value === undefined ? [] : [{ keyword, value }];
  });
  const accepted = acceptedBy(schema);
  return { schema, bounds, ...(accepted ? { accepted } : {}) };
}

/** Targets can be compared while they are about the same value; another unit or measure makes another standard of it. */
function inheritedTarget(info: JsonObject, below: JsonObject, origin: Origin): Item["inheritedTarget"] {
  const target = targetOf(below);
  const changed = ["target", "unit", "measure"].filter((field) => !same(memberAt(info, field), memberAt(below, field)));
  return target && changed.join() === "target" ? { target, origin } : undefined;
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The values a choice may have to be met; a figure that must equal a number is a bound. */
function acceptedBy(schema: JsonObject): readonly JsonValue[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum;
  const only = memberAt(schema, "const");
  return only === undefined || typeof only === "number" ? undefined : [only];
}

function kindOf(info: JsonObject, key: "score" | "measure"): Score | Measure | undefined {
  const { kind, ...params } = objectAt(info, key);
  return typeof kind === "string" ? { kind, params } : undefined;
}
