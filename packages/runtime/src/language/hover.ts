import type { Item, TextRange } from "../model.ts";
import { inheritedBy, textName } from "./ancestry.ts";
import { type LanguageContext, nobody } from "./context.ts";
import { isListed, keysOf, messagesFor, messagesForValue, rulesBelow, rulesOf } from "./grammar.ts";
import { type Declaration, linksOf, nameAt, targetOf } from "./links.ts";
import type { LooseMember, LooseText, LooseValue } from "./loose.ts";
import { keyRangeOf, looseText, memberPath, pathOf, stringAt, stringOf, valueRangeOf } from "./loose-text.ts";
import { type Under, under } from "./spot.ts";

/** What can be said about what stands at a place, as data; `locale` says it. */
export interface Hover {
  /** What it is about. */
  readonly range: TextRange;
  /** In the order to be read; never empty. */
  readonly parts: readonly HoverPart[];
}

export type HoverPart =
  /** What a keyword or a word of the dialect means: the message keys that may say so, the most specific first. */
  | { readonly kind: "meaning"; readonly name: string; readonly words: readonly string[] }
  /** The item whose key this is: its target, due day and score can be said in words. */
  | { readonly kind: "item"; readonly item: Item }
  /** The named key, with its title. */
  | { readonly kind: "name"; readonly what: Declaration["kind"]; readonly name: string; readonly title: string }
  /** The template or KPI that is extended. `title` is empty where it has none or is not known. */
  | { readonly kind: "parent"; readonly id: string; readonly version: number | null; readonly title: string }
  /** Where the member was written before this template changed it, and what it was: JSON, cut to 200 characters. */
  | { readonly kind: "inherited"; readonly id: string; readonly title: string; readonly value: string };

/** What stands at an offset, and what there is to say about it; undefined where that is nothing. */
export function hover(text: string, offset: number, context: LanguageContext = {}): Hover | undefined {
  const source = looseText(text);
  const found = under(source, offset);
  if (!found) return undefined;
  const range = rangeUnder(found);
  if (!range) return undefined;
  const parts = found.on === "key" ? keyParts(source, found, context) : valueParts(source, found, offset, context);
  return parts.length > 0 ? { range, parts } : undefined;
}

function rangeUnder({ on, member, value }: Under): TextRange | undefined {
  if (on === "key") return member && keyRangeOf(member);
  return value && valueRangeOf(value);
}

function keyParts(source: LooseText, { member }: Under, context: LanguageContext): HoverPart[] {
  if (!member) return [];
  const rules = keysOf(rulesOf(source, member.object)).get(member.name) ?? [];
  const words = rules.length > 0 ? messagesFor(rules, member.name) : [];
  return [
    ...itemPart(member, context),
    ...(words.length > 0 ? [{ kind: "meaning" as const, name: member.name, words }] : []),
    ...inheritedParts(source, member, context),
  ];
}

/** `properties › section › properties › key` is an item. */
function itemPart(member: LooseMember, { role }: LanguageContext): HoverPart[] {
  const path = memberPath(member);
  if (path.length !== 4 || path[0] !== "properties" || path[2] !== "properties") return [];
  const item = role?.sections.find(({ key }) => key === path[1])?.items.find(({ key }) => key === path[3]);
  return item ? [{ kind: "item", item }] : [];
}

function inheritedParts(source: LooseText, member: LooseMember, { host = nobody }: LanguageContext): HoverPart[] {
  const nearest = inheritedBy(source, memberPath(member), host).find(({ value, path }) => value && path.length > 0);
  if (!nearest?.value) return [];
  const { name, source: parent, value } = nearest;
  const written = parent.text.slice(value.start, value.end).replaceAll(/\s+/g, " ");
  const title = stringAt(parent.text, parent.root, "title") ?? "";
  return [
    { kind: "inherited", id: name.id, title, value: written.length > 200 ? `${written.slice(0, 199)}…` : written },
  ];
}

function valueParts(source: LooseText, { value }: Under, offset: number, context: LanguageContext): HoverPart[] {
  if (!value) return [];
  const named = namePart(source, offset);
  if (named.length > 0) return named;
  const written = stringOf(source.text, value);
  if (written === undefined) return [];
  if (value.member?.name === "x-extends") return [parentPart(written, context)];
  return isListed(source, value) ? [{ kind: "meaning", name: written, words: wordsOf(source, value, written) }] : [];
}

function namePart(source: LooseText, offset: number): HoverPart[] {
  const name = nameAt(source, offset);
  const target = name && "link" in name ? targetOf(linksOf(source), name.link) : undefined;
  if (!target) return [];
  const title = stringAt(source.text, target.member.value, "title") ?? "";
  return [{ kind: "name", what: target.kind, name: target.name, title }];
}

function parentPart(reference: string, { host = nobody }: LanguageContext): HoverPart {
  const { id, version } = textName(reference);
  const text = host.template(id, version);
  const parent = text === undefined ? undefined : looseParent(text);
  return { kind: "parent", id, version: version ?? null, title: parent ?? "" };
}

function looseParent(text: string): string | undefined {
  return /"title"\s*:\s*"([^"\\]*)"/.exec(text.slice(0, 4096))?.[1];
}

function wordsOf(source: LooseText, value: LooseValue, written: string): string[] {
  const step = value.member?.name ?? value.index;
  const rules = value.parent ? rulesBelow(source, value.parent, step) : [];
  return messagesForValue(rules, String(value.member?.name ?? pathOf(value.parent).at(-1) ?? ""), written);
}
