import { cadenceInWords, dueInWords, type ItemWords, type Say, scoreInWords, targetInWords } from "./phrases.ts";

/*
 * What the language service answers, in words. Parameter types are structural, because this package knows no other.
 */

/** A translator, as far as it is needed. */
interface Speaker {
  readonly t: Say;
  has(key: string): boolean;
}

interface Origin {
  readonly title: string;
  readonly version?: number;
}

interface HoverItem extends ItemWords {
  readonly title: string;
  readonly description?: string;
  readonly weight?: string;
  readonly origin?: Origin;
  readonly provenance?: Readonly<Record<string, Origin>>;
}

/** One part of a hover, as the runtime gives it. */
export type HoverWords =
  | { readonly kind: "meaning"; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: "item"; readonly item: HoverItem }
  | { readonly kind: "name"; readonly what: string; readonly name: string; readonly title: string }
  | { readonly kind: "parent"; readonly id: string; readonly version: number | null; readonly title: string }
  | { readonly kind: "inherited"; readonly id: string; readonly title: string; readonly value: string };

/** The first of several messages that the language has; empty without one. */
export function firstText(keys: readonly string[], { t, has }: Speaker): string {
  const key = keys.find((candidate) => has(candidate));
  return key === undefined ? "" : t(key);
}

/** Usual units, the most usual first. */
export function usualUnits({ t }: Pick<Speaker, "t">): string[] {
  return t("language.units").split(" ");
}

/** A hover as Markdown, a paragraph for each thing said; empty when the language has no words for any of it. */
export function hoverInWords(parts: readonly HoverWords[], speaker: Speaker): string {
  return parts
    .map((part) => partInWords(part, speaker))
    .filter((text) => text !== "")
    .join("\n\n");
}

function partInWords(part: HoverWords, speaker: Speaker): string {
  const { t } = speaker;
  switch (part.kind) {
    case "meaning":
      return firstText(part.words, speaker);
    case "item":
      return itemInWords(part.item, t);
    case "name":
      return t("language.hover.name", { what: part.what, name: part.name, title: plain(part.title || part.name) });
    case "parent":
      if (part.title === "") return t("language.hover.unknownParent", { id: plain(part.id) });
      return t("language.hover.parent", { title: plain(part.title), version: part.version ?? "none" });
    case "inherited":
      return t("language.hover.inherited", { title: plain(part.title || part.id), value: code(part.value) });
  }
}

/** Title and explanation, then target, due day, cadence, score and weight, as far as there are any. */
function itemInWords(item: HoverItem, t: Say): string {
  const facts = [
    ["cadence", cadenceInWords(item.every, t)],
    ["target", targetInWords(item, t)],
    ["due", dueInWords(item, t)],
    ["score", item.score ? scoreInWords(item, t) : ""],
  ] as const;
  const said = facts.flatMap(([key, text]) => (text === "" ? [] : [t(`language.hover.${key}`, { text: plain(text) })]));
  const weight = item.weight === undefined ? [] : [t("language.hover.weight", { weight: item.weight })];
  const lines = [t("language.hover.item", { title: plain(item.title) }), plain(item.description ?? "")];
  return [...lines, [...said, ...weight].join("  \n"), ...inheritance(item, t)]
    .filter((line) => line !== "")
    .join("\n\n");
}

function inheritance({ origin, provenance = {} }: HoverItem, t: Say): string[] {
  const whole = origin
    ? [t("language.hover.origin", { title: plain(origin.title), version: origin.version ?? "none" })]
    : [];
  const bySource = new Map<string, string[]>();
  for (const [field, { title }] of Object.entries(provenance)) {
    bySource.set(title, [...(bySource.get(title) ?? []), `\`${field}\``]);
  }
  const parts = [...bySource].map(([title, fields]) => t("language.hover.fields", { fields, title: plain(title) }));
  return [...whole, ...parts];
}

/** Text of a template that Markdown is not to read as its own. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+!<>|~]/g, (sign) => `\\${sign}`);
}

/** Text between backticks, which cannot hold any. */
function code(text: string): string {
  return text.replaceAll("`", "'");
}
