import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import type {
  Item,
  Observable,
  ObservedField,
  Origin,
  RelatedRole,
  RoleIdentity,
  RoleModel,
  Section,
  Translations,
} from "./model.ts";

/**
 * The role with the texts of its `x-i18n` for `tag` put in place; texts without a translation stay as written.
 *
 * `en-GB` falls back to `en` and the other way round. Keys, data and source places do not change.
 */
export function localize(role: RoleModel, tag: string): RoleModel {
  const texts = textsFor(role.translations, tag);
  return {
    ...role,
    title: textOf(texts, "title", role.title),
    purpose: textOf(texts, "description", role.purpose),
    identity: localIdentity(role.identity, texts, tag),
    sections: role.sections.map((section) => localSection(section, tag)),
    ...localOrigins(role, tag),
  };
}

/** The titles of what is inherited from. */
function localOrigins({ origin, provenance }: Pick<RoleModel, "origin" | "provenance">, tag: string) {
  const fields = Object.entries(provenance ?? {}).map(([field, from]) => [field, localOrigin(from, tag)] as const);
  return {
    ...(origin ? { origin: localOrigin(origin, tag) } : {}),
    ...(provenance ? { provenance: Object.fromEntries(fields) } : {}),
  };
}

function localOrigin(origin: Origin, tag: string): Origin {
  const texts = textsFor(translationsOfTitle(origin), tag);
  return { ...origin, title: textOf(texts, "title", origin.title) };
}

function translationsOfTitle({ titles }: Origin): Translations {
  return Object.fromEntries(Object.entries(titles).map(([tag, title]) => [tag, { title }]));
}

function localIdentity(identity: RoleIdentity, texts: JsonObject, tag: string): RoleIdentity {
  const contacts = isObject(texts.contacts) ? texts.contacts : {};
  return {
    ...replaced(identity, texts, ["department", "workingConditions", "classification"]),
    ...(identity.reportsTo ? { reportsTo: localRelated(identity.reportsTo, tag) } : {}),
    supervises: identity.supervises.map((related) => localRelated(related, tag)),
    supervision: listOf(texts, "supervision", identity.supervision),
    contacts: {
      internal: listOf(contacts, "internal", identity.contacts.internal),
      external: listOf(contacts, "external", identity.contacts.external),
    },
    authority: listOf(texts, "authority", identity.authority),
  };
}

function localRelated(related: RelatedRole, tag: string): RelatedRole {
  const texts = textsFor(related.translations, tag);
  return {
    ...related,
    title: textOf(texts, "title", related.title),
    authority: listOf(texts, "authority", related.authority),
  };
}

function localSection(section: Section, tag: string): Section {
  const texts = textsFor(section.translations, tag);
  const items = section.items.map((item) => localItem(item, tag));
  return { ...replaced(section, texts, ["title", "description"]), items, ...localOrigins(section, tag) };
}

/** Items that were localized, by their observation, which an item keeps while it only moves. */
const localized = new WeakMap<Observable, { readonly tag: string; readonly item: Item; readonly local: Item }>();

/** Of an item that only moved since, the parts are those of then. */
function localItem(item: Item, tag: string): Item {
  const known = localized.get(item.observation);
  if (known?.tag === tag && known.item === item) return known.local;
  const moved = known?.tag === tag && equalButPlaceAndNumber(known.item, item);
  const local = moved ? { ...known.local, number: item.number, source: item.source } : madeLocal(item, tag);
  localized.set(item.observation, { tag, item, local });
  return local;
}

function equalButPlaceAndNumber(before: Item, after: Item): boolean {
  const keys = Object.keys(after) as (keyof Item)[];
  const same = (key: keyof Item) => key === "source" || key === "number" || before[key] === after[key];
  return keys.length === Object.keys(before).length && keys.every(same);
}

function madeLocal(item: Item, tag: string): Item {
  const texts = textsFor(item.translations, tag);
  const source = item.dataSource === undefined ? {} : { dataSource: textOf(texts, "source", item.dataSource) };
  const { observation } = item;
  const fields = observation.fields.map((field) => localField(field, tag));
  const entryFields = observation.entryFields?.map((field) => localField(field, tag));
  const labels = labelsOf(item, texts);
  const { inheritedTarget } = item;
  return {
    ...replaced(item, texts, ["title", "description", "unit", "owner", "evidence"]),
    ...source,
    ...localOrigins(item, tag),
    ...(inheritedTarget
      ? { inheritedTarget: { ...inheritedTarget, origin: localOrigin(inheritedTarget.origin, tag) } }
      : {}),
    observation: {
      ...observation,
      fields,
      ...(entryFields ? { entryFields } : {}),
      ...(labels ? { labels } : {}),
    },
  };
}

function localField(field: ObservedField, tag: string): ObservedField {
  return replaced(field, textsFor(field.translations, tag), ["title", "unit"]);
}

/** The values of a choice are data and stay; what people read for them comes from the translated `enum`. */
function labelsOf({ observation }: Item, texts: JsonObject): Readonly<Record<string, string>> | undefined {
  const [values, names] = [observation.schema.enum, texts.enum];
  if (!Array.isArray(values) || !Array.isArray(names)) return undefined;
  return Object.fromEntries(values.map((value: JsonValue, index) => [String(value), String(names[index] ?? value)]));
}

/** The texts for a tag: its own, else those of the same language. */
function textsFor(translations: Translations, tag: string): JsonObject {
  if (Object.hasOwn(translations, tag)) return translations[tag] ?? {};
  const [language] = tag.split("-");
  const near = Object.keys(translations).find((candidate) => candidate.split("-")[0] === language);
  return near === undefined ? {} : (translations[near] ?? {});
}

function replaced<T extends object>(node: T, texts: JsonObject, keys: readonly (keyof T & string)[]): T {
  const found = keys.filter((key) => typeof node[key] === "string" || key === "description");
  const entries = found.flatMap((key) => (typeof texts[key] === "string" ? [[key, texts[key]]] : []));
  return { ...node, ...Object.fromEntries(entries) };
}

function textOf(texts: JsonObject, key: string, written: string): string {
  const text = texts[key];
  return typeof text === "string" ? text : written;
}

function listOf(texts: JsonObject, key: string, written: readonly string[]): readonly string[] {
  const list = texts[key];
  return Array.isArray(list) ? list.map(String) : written;
}
