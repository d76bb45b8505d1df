// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets are written with a dollar and braces
import { itemSnippets, type Snippet } from "../dialect/snippets.ts";
import type { JsonValue } from "../json.ts";
import { isObject } from "../json-kind.ts";
import type { LibraryName } from "../template.ts";
import type { Offer } from "./completion.ts";
import { isKpi, type LanguageContext } from "./context.ts";
import { isA, keysOf, messagesFor, type Rule, rulesBelow, rulesOf } from "./grammar.ts";
import { looseLayout, memberInsertion, plainInsertion } from "./insertion.ts";
import type { LooseText } from "./loose.ts";
import { memberOf, objectsIn, stringAt } from "./loose-text.ts";
import { sampleFor } from "./samples.ts";
import type { KeySpot } from "./spot.ts";

/** What keys may stand at a place, each with a value to be filled in; whole sections and items where keys are free. */
export function keyOffers(source: LooseText, spot: KeySpot, context: LanguageContext): readonly Offer[] {
  const rules = rulesOf(source, spot.object);
  const present = new Set(spot.object.members.filter((member) => member !== spot.member).map(({ name }) => name));
  const keys = [...keysOf(rules)].filter(([key]) => !present.has(key));
  const known = keys.map(([key, values]) => keyOffer(source, spot, rules, key, values));
  return [...known, ...freeKeys(source, spot, context, present)];
}

function keyOffer(
  source: LooseText,
  spot: KeySpot,
  rules: readonly Rule[],
  key: string,
  values: readonly Rule[],
): Offer {
  const common = { kind: "key", label: key, words: messagesFor(values, key) } as const;
  if (spot.hasValue) return { ...common, ...plainInsertion(JSON.stringify(key)) };
  const sample = sampleFor(rulesBelow(source, spot.object, key), rules, key);
  return { ...common, ...memberInsertion(key, sample, spot.range.start, looseLayout(source)) };
}

/** Where the author chooses the key: what its value may be, with a key that is not taken. */
function freeKeys(source: LooseText, spot: KeySpot, context: LanguageContext, present: ReadonlySet<string>): Offer[] {
  if (spot.hasValue) return [];
  const inside = rulesBelow(source, spot.object, newKey);
  if (spot.object.member?.name === "x-i18n") return languages(source, spot, present);
  if (isA(inside, "Section")) return snippetOffers(source, spot, itemSnippets("Section"), present);
  if (isA(inside, "Item")) return [...itemOffers(source, spot), ...libraryOffers(source, spot, context)];
  if (isA(inside, "Input")) return snippetOffers(source, spot, inputSnippets, present);
  return [];
}

/** No key of the dialect: what is below it is what is below any free key. */
const newKey = "\u0000";

const inputSnippets: readonly Snippet[] = [
  { label: "input", body: { title: "$1", type: "number", minimum: 0, "x-item": { unit: "$2" } } },
];

function languages(source: LooseText, spot: KeySpot, present: ReadonlySet<string>): Offer[] {
  return ["en", "zh-CN"]
    .filter((tag) => !present.has(tag))
    .map((tag) => ({
      kind: "key",
      label: tag,
      words: [`language.tags.${tag}`],
      ...memberInsertion(tag, { title: "$1" }, spot.range.start, looseLayout(source)),
    }));
}

/** Snippets that fit the section's kind come first; which those are is known by what they are. */
function itemOffers(source: LooseText, spot: KeySpot): Offer[] {
  const kind = stringAt(source.text, sectionInfo(spot), "kind");
  const all = itemSnippets("Item");
  const fitting = all.filter(({ label }) => (label === "duty") === (kind === "duties"));
  const taken = itemKeys(source);
  return snippetOffers(source, spot, [...fitting, ...all.filter((snippet) => !fitting.includes(snippet))], taken);
}

function sectionInfo({ object }: KeySpot) {
  return object.parent?.members.find(({ name }) => name === "x-section")?.value;
}

function snippetOffers(
  source: LooseText,
  spot: KeySpot,
  snippets: readonly Snippet[],
  taken: ReadonlySet<string>,
): Offer[] {
  return snippets.map(({ label, body }) => ({
    kind: "snippet",
    label,
    words: [`dialect.snippets.${label}`, `language.snippets.${label}`],
    ...memberInsertion(`\${1:${freshKey(label, taken)}}`, shifted(body), spot.range.start, looseLayout(source)),
  }));
}

/** Items share one list of names over all sections. */
function itemKeys(source: LooseText): ReadonlySet<string> {
  const sections = objectsIn(memberOf(source.root, "properties")?.value);
  const items = sections.flatMap(({ value }) => memberOf(value, "properties")?.value?.members ?? []);
  return new Set(items.map(({ name }) => name));
}

/** The label, with a number behind it when the key is taken. */
function freshKey(label: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? label : `${label}${number}`;
    if (!taken.has(key)) return key;
  }
}

/** The key is the first tab stop, so those of the body move on by one. */
function shifted(value: JsonValue): JsonValue {
  if (typeof value === "string")
    return value.replaceAll(/\$(\{?)(\d+)/g, (_, brace, stop) => `$${brace}${Number(stop) + 1}`);
  if (Array.isArray(value)) return value.map(shifted);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shifted(member)]));
}

/** KPIs of the library as items that take them over and give them a weight. */
function libraryOffers(source: LooseText, spot: KeySpot, { host }: LanguageContext): Offer[] {
  const taken = itemKeys(source);
  const kpis = (host?.names?.() ?? []).filter((name) => isKpi(host, name));
  return kpis.map(({ id, version, title }) => {
    const body = {
      "x-extends": referenceTo({ id, ...(version === undefined ? {} : { version }) }),
      "x-item": { weight: "^${2:10}" },
    };
    return {
      kind: "snippet",
      label: id.split("/").at(-1) ?? id,
      ...(title === undefined ? {} : { title }),
      words: [],
      ...memberInsertion(`\${1:${freshKey(keyFrom(id), taken)}}`, body, spot.range.start, looseLayout(source)),
    };
  });
}

/** As `x-extends` names it: pinned to the newest version where the library keeps versions. */
export function referenceTo({ id, version }: Pick<LibraryName, "id" | "version">): string {
  return version === undefined ? id : `${id}@${version}`;
}

/** `…/kpis/collection-rate` → `collectionRate`. */
function keyFrom(id: string): string {
  const [first = "", ...rest] = (id.split("/").at(-1) ?? "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : "item";
}
