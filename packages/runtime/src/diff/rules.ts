import type { JsonValue } from "../json.ts";
import type { Origin, Translations } from "../model.ts";
import type { TemplatePath } from "../template.ts";
import { type ChangeCode, type Draft, presence } from "./change.ts";
import { notation, same } from "./same.ts";

/**
 * How each part of a node of the model is compared; null for what is compared elsewhere. The type asks for a line for
 * every part, so that no part added to the model can change unseen.
 */
export type Rules<T> = { readonly [K in keyof Required<T>]: ((before: T, after: T) => Draft[]) | null };

/** The drafts of every rule, in the order the rules are written. */
export function draftsBy<T>(rules: Rules<T>, before: T, after: T): Draft[] {
  return Object.values<Rules<T>[keyof T]>(rules).flatMap((rule) => (rule ? rule(before, after) : []));
}

/** One value that may have changed: `change` says whether it came, went or is another one. */
export function valueDraft(
  code: ChangeCode,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: TemplatePath,
): Draft[] {
  if (same(before, after)) return [];
  const change = presence(before, after) ?? "changed";
  return [{ code, params: { change, before: notation(before), after: notation(after) }, path }];
}

/** Where something is inherited from, as `x-extends` names it. */
export function originDraft(before: Origin | undefined, after: Origin | undefined): Draft[] {
  return valueDraft("origin/changed", before && reference(before), after && reference(after), ["x-extends"]);
}

function reference({ id, version }: Origin): string {
  return version === undefined ? id : `${id}@${version}`;
}

/** A list of words: which came, which went, or that only their order is another. */
export function listDraft(
  code: ChangeCode,
  before: readonly string[],
  after: readonly string[],
  path: TemplatePath,
): Draft[] {
  if (same(before, after)) return [];
  const [added, removed] = [without(after, before), without(before, after)];
  const both = added.length > 0 ? (removed.length > 0 ? "changed" : "added") : undefined;
  const change = both ?? (removed.length > 0 ? "removed" : "reordered");
  return [{ code, params: { change, added, removed }, path }];
}

/** What is in one list more often than in the other. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return list.filter((word) => {
    const index = left.indexOf(word);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Translated texts: the languages in which any of them changed. */
export function translationDraft(code: ChangeCode, before: Translations, after: Translations): Draft[] {
  const tags = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const languages = tags.filter((tag) => !same(before[tag], after[tag]));
  return languages.length === 0 ? [] : [{ code, params: { languages }, path: ["x-i18n"] }];
}
