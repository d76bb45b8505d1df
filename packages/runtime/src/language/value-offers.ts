import { kpiDialectId } from "../dialect/names.ts";
import { itemSnippets } from "../dialect/snippets.ts";
import type { JsonValue } from "../json.ts";
import { inheritedBy } from "./ancestry.ts";
import type { Offer } from "./completion.ts";
import { isKpi, type LanguageContext, nobody } from "./context.ts";
import { isA, messagesForValue, type Rule, rulesBelow } from "./grammar.ts";
import { looseLayout, plainInsertion, valueInsertion } from "./insertion.ts";
import { referenceTo } from "./key-offers.ts";
import { fieldsOf, inputParams } from "./links.ts";
import type { LooseMember, LooseText, LooseValue } from "./loose.ts";
import { looseAt, memberOf, objectsIn, pathOf, stringAt, stringOf } from "./loose-text.ts";
import { sampleOf } from "./samples.ts";
import type { ValueSpot } from "./spot.ts";

/** What values may stand at a place: names first, then the words of the dialect, then what one fills in. */
export function valueOffers(source: LooseText, spot: ValueSpot, context: LanguageContext): readonly Offer[] {
  const rules = rulesBelow(source, spot.owner, spot.step);
  if (rules.length === 0) return [];
  const place: Place = { source, spot, context, rules, key: keyOf(spot), keyOwner: ownerOf(source, spot) };
  const named = [...names(place)];
  const listed = named.length > 0 ? [] : listedValues(place);
  const offers = [...named, ...listed, ...wholeItems(place)];
  return withoutTaken(source, spot, offers.length > 0 ? offers : blank(place));
}

interface Place {
  readonly source: LooseText;
  readonly spot: ValueSpot;
  readonly context: LanguageContext;
  readonly rules: readonly Rule[];
  /** The key whose value, or one of whose values, is written. */
  readonly key: string;
  /** The object that the key stands in. */
  readonly keyOwner: { readonly value: LooseValue; readonly rules: readonly Rule[] };
}

function keyOf({ owner, step }: ValueSpot): string {
  return typeof step === "string" ? step : (owner.member?.name ?? "");
}

function ownerOf(source: LooseText, { owner, step }: ValueSpot): Place["keyOwner"] {
  const value = typeof step === "string" || !owner.parent ? owner : owner.parent;
  const name = value.member?.name ?? value.index;
  return { value, rules: value.parent ? rulesBelow(source, value.parent, name) : [] };
}

/** A kind of place that takes names, and which. */
interface NameRule {
  readonly keys: readonly string[];
  /** Definitions whose key it is; every one when empty. */
  readonly owners: readonly string[];
  /** Whether the names stand in a list, or either way. */
  readonly inList: boolean | undefined;
  offers(place: Place): readonly Offer[];
}

const nameRules: readonly NameRule[] = [
  { keys: ["supports"], owners: ["ItemInfo"], inList: true, offers: duties },
  {
    keys: ["required"],
    owners: [],
    inList: true,
    offers: (place) => memberOffers(place, fieldsOf(place.keyOwner.value)),
  },
  { keys: ["x-extends"], owners: [], inList: false, offers: extensions },
  { keys: ["$ref"], owners: [], inList: false, offers: definitions },
  { keys: ["role"], owners: ["RelatedRole"], inList: false, offers: otherRoles },
  { keys: ["unit"], owners: ["ItemInfo", "InputInfo"], inList: false, offers: units },
  { keys: ["owner"], owners: ["ItemInfo"], inList: false, offers: owners },
  { keys: ["const", "enum"], owners: ["Target"], inList: undefined, offers: choices },
];

/** The names that a place takes, when it takes names. */
function names(place: Place): readonly Offer[] {
  const { key, keyOwner, spot } = place;
  const inList = typeof spot.step === "number";
  const rule = nameRules.find(({ keys, owners, inList: wanted }) => {
    if (!keys.includes(key) || (wanted ?? inList) !== inList) return false;
    return owners.length === 0 || isA(keyOwner.rules, ...owners);
  });
  if (rule) return rule.offers(place);
  return keyOwner.rules.some(({ owner }) => inputParams[owner]?.includes(key)) ? inputs(place) : [];
}

/** A unit's name may stand here as well, which nobody can list. */
function owners(place: Place): Offer[] {
  return ["holder", "manager", "integration"].map(wordOffer(place));
}

function duties(place: Place): Offer[] {
  const { source, context } = place;
  const own = source.root ? dutiesIn(source, source.root) : [];
  const inherited = inheritedBy(source, [], context.host ?? nobody).flatMap((parent) =>
    parent.value ? dutiesIn(parent.source, parent.value) : [],
  );
  const seen = new Set<string>();
  return [...own, ...inherited].filter(({ label }) => !seen.has(label) && Boolean(seen.add(label)));
}

function dutiesIn({ text }: LooseText, root: LooseValue): Offer[] {
  const sections = objectsIn(memberOf(root, "properties")?.value).filter(({ value }) => {
    return stringAt(text, memberOf(value, "x-section")?.value, "kind") === "duties";
  });
  return sections.flatMap(({ value }) => objectsIn(memberOf(value, "properties")?.value)).map(linkTo(text));
}

/** A link to a member, with its title. */
function linkTo(text: string): (member: LooseMember) => Offer {
  return (member) => {
    const title = stringAt(text, member.value, "title");
    return link(member.name, title);
  };
}

function link(name: string, title?: string): Offer {
  const insertion = plainInsertion(JSON.stringify(name));
  return { kind: "link", label: name, words: [], ...insertion, ...(title === undefined ? {} : { title }) };
}

function memberOffers({ source }: Place, members: readonly LooseMember[]): Offer[] {
  return members.map(linkTo(source.text));
}

/** The inputs of the item around the place, also those it takes over from a KPI or a parent. */
function inputs(place: Place): Offer[] {
  const { source, spot, context } = place;
  const item = itemAround(spot.owner);
  const inherited = inheritedBy(source, pathOf(item), context.host ?? nobody).flatMap((parent) =>
    fieldsOf(parent.value).map(linkTo(parent.source.text)),
  );
  const seen = new Set<string>();
  return [...memberOffers(place, fieldsOf(item)), ...inherited].filter(
    ({ label }) => !seen.has(label) && Boolean(seen.add(label)),
  );
}

function itemAround(value: LooseValue): LooseValue | undefined {
  let here: LooseValue | undefined = value;
  while (here && here.member?.name !== "x-item") here = here.parent;
  return here?.parent;
}

/** A template extends templates; a section too; an item and a KPI extend KPIs. */
function extensions({ source, spot, context, keyOwner }: Place): Offer[] {
  const { host } = context;
  const wantsKpi = isA(keyOwner.rules, "Item", "Kpi") || stringAt(source.text, source.root, "$schema") === kpiDialectId;
  const own = stringAt(source.text, source.root, "$id");
  return (host?.names?.() ?? [])
    .filter(({ id }) => id !== own || spot.owner !== source.root)
    .filter((name) => isKpi(host, name) === wantsKpi)
    .map((name) => link(referenceTo(name), name.title));
}

function otherRoles({ context: { host } }: Place): Offer[] {
  return (host?.names?.() ?? []).filter((name) => !isKpi(host, name)).map(({ id, title }) => link(id, title));
}

function definitions({ source }: Place): Offer[] {
  const own = looseAt(source, ["$defs"])?.members ?? [];
  return own.map((member) => link(`#/$defs/${member.name}`, stringAt(source.text, member.value, "title")));
}

/** Units the template uses already, then the usual ones. Sought in the bare text: reading all of it takes too long. */
function units({ source, context, spot }: Place): Offer[] {
  const used = new Map<string, number>();
  for (const { 1: unit = "", index } of source.text.matchAll(/"unit"\s*:\s*"([^"\\\r\n]+)"/g)) {
    const isHere = index < spot.range.start && index > spot.range.start - 40;
    if (!isHere || source.text.slice(spot.range.start, spot.range.end) !== `"${unit}"`) {
      used.set(unit, (used.get(unit) ?? 0) + 1);
    }
  }
  const byUse = [...used].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
  return [...new Set([...byUse, ...(context.units ?? [])])].map((unit) => ({ ...link(unit), kind: "value" }));
}

/** A target names values that the item offers. */
function choices({ source, spot }: Place): Offer[] {
  const offered = memberOf(itemAround(spot.owner), "enum")?.value?.elements ?? [];
  return offered.flatMap((value) => {
    const written = source.text.slice(value.start, value.end);
    if (value.members.length > 0 || value.elements.length > 0 || !value.closed) return [];
    return [{ kind: "value", label: stringOf(source.text, value) ?? written, words: [], ...plainInsertion(written) }];
  });
}

function wordOffer({ rules, key }: Place): (value: JsonValue) => Offer {
  return (value) => ({
    kind: "value",
    label: String(value),
    words: messagesForValue(rules, key, String(value)),
    ...plainInsertion(JSON.stringify(value)),
  });
}

/** Constants, closed lists, and true and false. */
function listedValues(place: Place): Offer[] {
  const values = place.rules.flatMap(({ schema }): readonly JsonValue[] => {
    if (schema.const !== undefined) return [schema.const];
    if (Array.isArray(schema.enum)) return schema.enum;
    return [schema.type].flat().includes("boolean") ? [true, false] : [];
  });
  return [...new Set(values)].map(wordOffer(place));
}

/** A section or an item behind its key. */
function wholeItems({ source, spot, rules }: Place): Offer[] {
  const kind = ["Section", "Item"].find((definition) => isA(rules, definition));
  if (kind === undefined || typeof spot.step === "number") return [];
  return itemSnippets(kind).map(({ label, body }) => ({
    kind: "snippet",
    label,
    words: [`dialect.snippets.${label}`],
    ...valueInsertion(body, spot.range.start, looseLayout(source)),
  }));
}

/** Nothing to choose from: the shape of the value, to be filled in. */
function blank({ source, spot, rules }: Place): Offer[] {
  const sample = spot.value ? undefined : sampleOf(rules);
  if (sample === undefined || typeof sample !== "object") return [];
  const insertion = valueInsertion(sample, spot.range.start, looseLayout(source));
  return [{ kind: "snippet", label: Array.isArray(sample) ? "[ ]" : "{ }", words: [], ...insertion }];
}

/** In a list of names and words each is written once. */
function withoutTaken({ text }: LooseText, { owner, step, value }: ValueSpot, offers: readonly Offer[]): Offer[] {
  if (typeof step === "string") return [...offers];
  const taken = new Set(
    owner.elements.filter((other) => other !== value).map((other) => text.slice(other.start, other.end)),
  );
  return offers.filter(({ insert }) => !taken.has(insert));
}
