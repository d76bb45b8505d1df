import { Decimal } from "../decimal.ts";
import type { Cadence, DecimalText, DueRule, Item, Observable, ObservedField } from "../model.ts";
import { type Change, type ChangeCode, type Draft, type ItemFacts, presence } from "./change.ts";
import { dueRelation } from "./due-relation.ts";
import { movedAmong } from "./order.ts";
import { pairUp } from "./pairing.ts";
import { draftsBy, listDraft, type Rules, translationDraft, valueDraft } from "./rules.ts";
import { notation, same } from "./same.ts";
import { staysValid } from "./schema-relation.ts";
import { targetRelation } from "./target-relation.ts";
import { writtenOut } from "./written-out.ts";

const itemRules: Rules<Item> = {
  title: (a, b) => valueDraft("item/reworded", a.title, b.title, ["title"]),
  description: (a, b) => valueDraft("item/described", a.description, b.description, ["description"]),
  translations: (a, b) => translationDraft("item/translated", a.translations, b.translations),
  part: (a, b) => valueDraft("part/changed", a.part, b.part, ["x-item", "part"]),
  need: (a, b) => valueDraft("need/changed", a.need, b.need, ["x-item", "need"]),
  share: (a, b) => valueDraft("share/changed", a.share, b.share, ["x-item", "share"]),
  observation: (a, b) => observationDrafts(a.observation, b.observation),
  every: (a, b) => cadenceDrafts(a, b),
  due: (a, b) => dueDrafts(a, b),
  unit: (a, b) => valueDraft("unit/changed", a.unit, b.unit, ["x-item", "unit"]),
  measure: (a, b) => kindDrafts("measure", a, b),
  aggregate: (a, b) => valueDraft("aggregate/changed", a.aggregate, b.aggregate, ["x-item", "aggregate"]),
  cumulative: (a, b) => valueDraft("cumulative/changed", a.cumulative, b.cumulative, ["x-item", "cumulative"]),
  fromTicks: (a, b) => valueDraft("ticks/changed", a.fromTicks, b.fromTicks, ["x-item", "fromTicks"]),
  target: (a, b) => targetDrafts(a, b),
  weight: (a, b) => weightDrafts(a.weight, b.weight, ["x-item", "weight"]),
  score: (a, b) => kindDrafts("score", a, b),
  noData: (a, b) => valueDraft("no-data/changed", a.noData, b.noData, ["x-item", "noData"]),
  dataSource: (a, b) => valueDraft("source/changed", a.dataSource, b.dataSource, ["x-item", "source"]),
  owner: (a, b) => valueDraft("owner/changed", a.owner, b.owner, ["x-item", "owner"]),
  evidence: (a, b) => valueDraft("evidence/changed", a.evidence, b.evidence, ["x-item", "evidence"]),
  supports: (a, b) => listDraft("supports/changed", a.supports, b.supports, ["x-item", "supports"]),
  // Where it stands is compared by `diff`, which sees its neighbours.
  key: null,
  section: null,
  number: null,
  source: null,
  // Compared by `diff` too, which knows whether the whole role has another origin.
  origin: null,
  provenance: null,
  staleTranslations: null,
  inheritedTarget: null,
};

/** What has changed about an item apart from its place and key. */
export function itemDrafts(before: Item, after: Item): readonly Draft[] {
  return draftsBy(itemRules, before, after);
}

/** Points of a total, of an item or a section. */
export function weightDrafts(
  before: DecimalText | undefined,
  after: DecimalText | undefined,
  path: readonly string[],
): Draft[] {
  if (before === after) return [];
  const order = before === undefined || after === undefined ? 0 : Decimal.of(after).comparedTo(before);
  const change = presence(before, after) ?? (order > 0 ? "raised" : "lowered");
  return [{ code: `weight/${change}`, params: { before: before ?? "", after: after ?? "" }, path }];
}

/** What words are made of, without texts and schemas that no words need. */
function factsOf({ every, unit, due, score, measure, observation, target }: Item): ItemFacts {
  return {
    ...(every === undefined ? {} : { every }),
    ...(unit === undefined ? {} : { unit }),
    ...(due === undefined ? {} : { due }),
    ...(score === undefined ? {} : { score }),
    ...(measure === undefined ? {} : { measure }),
    ...(target ? { target: { bounds: target.bounds, ...(target.accepted ? { accepted: target.accepted } : {}) } } : {}),
    observation: { kind: observation.kind },
  };
}

function draftWithFacts(
  code: ChangeCode,
  a: Item,
  b: Item,
  part: "every" | "due" | "target" | "measure" | "score",
): Draft {
  return {
    code,
    params: {
      change: presence(a[part], b[part]) ?? "changed",
      before: notation(writtenPart(a, part)),
      after: notation(writtenPart(b, part)),
    },
    facts: { before: factsOf(a), after: factsOf(b) },
    path: ["x-item", part],
  };
}

/** The part of an item as a template has it. */
function writtenPart(item: Item, part: "every" | "due" | "target" | "measure" | "score") {
  if (part === "target") return item.target?.schema;
  if (part === "due") return item.due && dueNotation(item.due);
  if (part === "every") return item.every;
  const rule = item[part];
  return rule && { kind: rule.kind, ...rule.params };
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function dueNotation(due: DueRule) {
  const { day, workingDay, weekday, month, monthsAfter, inclusive, inclusiveStated, roll } = due;
  return {
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(workingDay === undefined ? {} : { workingDay }),
    ...(weekday === undefined ? {} : { weekday: weekdays[weekday - 1] ?? "sunday" }),
    ...(monthsAfter === 0 ? {} : { monthsAfter }),
    ...(inclusiveStated ? { inclusive } : {}),
    ...(roll === "none" ? {} : { roll }),
  };
}

/** Records carry the period they are about: a monthly figure is nothing to an item that is now judged by weeks. */
function cadenceDrafts(a: Item, b: Item): Draft[] {
  if (a.every === b.every) return [];
  return [{ ...draftWithFacts("cadence/changed", a, b, "every"), breaking: !findsRecordsOf(a, b) }];
}

/** A list of dates given for a longer period speaks about the shorter ones in it, never the other way round. */
function findsRecordsOf(before: Item, after: Item): boolean {
  const [old, now] = [before, after].map(({ every }) => lengths.indexOf(every ?? "once"));
  if (old === -1 && now === -1) return true;
  return after.observation.kind === "events" && now !== undefined && now >= 0 && now < (old ?? -1);
}

/** Cadences that have period instances, shortest first. */
const lengths: readonly Cadence[] = ["day", "week", "month", "quarter", "half-year", "year"];

function dueDrafts(a: Item, b: Item): Draft[] {
  if (same(a.due, b.due)) return [];
  const relation = a.due && b.due && a.every === b.every ? dueRelation(a.due, b.due, a.every) : "changed";
  const change = presence(a.due, b.due) ?? (relation === "same" ? "rewritten" : relation);
  return [draftWithFacts(`due/${change}`, a, b, "due")];
}

function kindDrafts(part: "measure" | "score", a: Item, b: Item): Draft[] {
  return same(a[part], b[part]) ? [] : [draftWithFacts(`${part}/changed`, a, b, part)];
}

/** Tighter or looser only where the figures before and after mean the same: 4 a month is no looser than 1 a week. */
function targetDrafts(a: Item, b: Item): Draft[] {
  if (same(a.target, b.target)) return [];
  const relation = a.target && b.target ? targetRelation(a.target, b.target) : "changed";
  const comparable = meaningParts.every((part) => same(a[part], b[part])) && a.observation.kind === b.observation.kind;
  const change =
    presence(a.target, b.target) ?? (relation === "same" ? "rewritten" : comparable ? relation : "changed");
  return [draftWithFacts(`target/${change}`, a, b, "target")];
}

const meaningParts = ["unit", "every", "measure", "aggregate", "cumulative"] as const;

function observationDrafts(before: Observable, after: Observable): Draft[] {
  if (before.kind !== after.kind) {
    const params = { before: before.kind, after: after.kind };
    return [{ code: "observation/kind", params, path: ["type"], breaking: true }];
  }
  return [...schemaDrafts(before, after), ...(after.kind === "inputs" ? inputDrafts(before, after) : [])];
}

/** `labels` are left out: they are made of the translations, which are compared. */
function schemaDrafts(before: Observable, after: Observable): Draft[] {
  const [old, now] = [writtenOut(before.schema), writtenOut(after.schema)];
  if (same(old, now)) return [];
  const valid = staysValid(old, now);
  const params = { ...namedInputs(before, after), before: notation(old), after: notation(now) };
  return [{ code: valid ? "observation/compatible" : "observation/incompatible", params, path: [], breaking: !valid }];
}

/** The inputs that came and went, by title; `rules` where only what they may hold is another. */
function namedInputs(before: Observable, after: Observable): Change["params"] {
  const { added, removed } = pairUp(before.fields, after.fields, () => false);
  const came = before.kind === "inputs" ? added.map(({ title }) => title) : [];
  const went = before.kind === "inputs" ? removed.map(({ title }) => title) : [];
  const one = came.length > 0 ? "added" : went.length > 0 ? "removed" : "rules";
  return { change: came.length > 0 && went.length > 0 ? "changed" : one, added: came, removed: went };
}

function inputDrafts(before: Observable, after: Observable): Draft[] {
  const { pairs } = pairUp(before.fields, after.fields, () => false);
  const moved = movedAmong(pairs, before.fields).size > 0;
  return [
    ...pairs.flatMap((pair) => fieldDrafts(pair.before, pair.after)),
    ...(moved ? [{ code: "inputs/reordered", path: ["properties"] } as const] : []),
  ];
}

/** `schema` and `required` are parts of the item's whole schema, which is compared as one. */
function fieldDrafts(before: ObservedField, after: ObservedField): Draft[] {
  const path = ["properties", after.key];
  const drafts = [
    ...valueDraft("input/reworded", before.title, after.title, [...path, "title"]),
    ...valueDraft("input/unit", before.unit, after.unit, [...path, "x-item", "unit"]),
    ...translationDraft("input/translated", before.translations, after.translations).map((draft) => ({
      ...draft,
      path: [...path, "x-i18n"],
    })),
  ];
  return drafts.map((draft) => ({ ...draft, params: { ...draft.params, input: after.title } }));
}
