import type { Section } from "../model.ts";
import type { Draft } from "./change.ts";
import { weightDrafts } from "./item-changes.ts";
import { draftsBy, type Rules, translationDraft, valueDraft } from "./rules.ts";

const sectionRules: Rules<Section> = {
  title: (a, b) => valueDraft("section/reworded", a.title, b.title, ["title"]),
  description: (a, b) => valueDraft("section/described", a.description, b.description, ["description"]),
  translations: (a, b) => translationDraft("section/translated", a.translations, b.translations),
  kind: (a, b) => valueDraft("section/kind", a.kind, b.kind, ["x-section", "kind"]),
  weight: (a, b) => weightDrafts(a.weight, b.weight, ["x-section", "weight"]),
  items: (a, b) => numberingDraft(a, b),
  // Its place among the others is compared by `diff`.
  key: null,
  number: null,
  source: null,
  // A section comes from where the role does, and its fields are compared as what they are.
  origin: null,
  provenance: null,
  staleTranslations: null,
};

/** What has changed about a section apart from its place, its key and its items. */
export function sectionDrafts(before: Section, after: Section): readonly Draft[] {
  return draftsBy(sectionRules, before, after);
}

/** Whether items carry numbers shows in the items themselves. */
function numberingDraft(before: Section, after: Section): Draft[] {
  const [old, now] = [before, after].map(({ items }) => items[0] && items[0].number !== "");
  if (old === undefined || now === undefined || old === now) return [];
  return [
    { code: "section/numbering", params: { change: now ? "added" : "removed" }, path: ["x-section", "numbering"] },
  ];
}
