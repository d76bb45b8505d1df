import type { ImportFileDetail } from "@rolewright/server/protocol";

/** What was read out of one document, as reviewers correct it: `schemas/import.schema.json`. */
export type ImportResult = NonNullable<ImportFileDetail["result"]>;
export type Description = ImportResult["descriptions"][number];
export type Span = ImportResult["unplaced"][number];
export type Qualification = Description["qualifications"][number];
export type Duty = Description["duties"][number];
export type Standard = Description["standards"][number];
export type Ambiguity = ImportResult["ambiguities"][number];

/** The lists of a description whose entries a reviewer moves about, in the order in which they are shown. */
export const listNames = ["qualifications", "duties", "standards", "authority", "others"] as const;
export type ListName = (typeof listNames)[number];
export type Entry = Description[ListName][number];

/** The single fields of a description. */
export const fieldNames = ["title", "department", "superior"] as const;
export type FieldName = (typeof fieldNames)[number];

/** Where an entry stands in its result. */
export interface Place {
  /** Index of the description. */
  readonly description: number;
  readonly list: ListName;
  readonly index: number;
}

/** One word for a place, for elements and lookups: `0/standards/3`. */
export function keyOf({ description, list, index }: Place): string {
  return `${description}/${list}/${index}`;
}

/** The place a key names; undefined when it is no key. */
export function placeOf(key: string): Place | undefined {
  const [description = "", list = "", index = ""] = key.split("/");
  const named = listNames.find((name) => name === list);
  return named && { description: Number(description), list: named, index: Number(index) };
}

/** The entry at a place; undefined when there is none. */
export function entryAt(result: ImportResult, { description, list, index }: Place): Entry | undefined {
  return result.descriptions[description]?.[list][index];
}

/** Every entry of a description with its place, list by list. */
export function entriesOf(result: ImportResult, description: number): readonly { place: Place; entry: Entry }[] {
  const role = result.descriptions[description];
  if (!role) return [];
  return listNames.flatMap((list) =>
    role[list].map((entry, index) => ({ place: { description, list, index }, entry })),
  );
}

/** How sure a reading is, in three steps: below 0.6 wants a look, from 0.9 on needs none. */
export function sureness(confidence: number): "high" | "medium" | "low" {
  return confidence >= 0.9 ? "high" : confidence >= 0.6 ? "medium" : "low";
}

/** The question about an entry, if there is one. */
export function questionAt(result: ImportResult, place: Place): { ambiguity: Ambiguity; index: number } | undefined {
  const start = `/descriptions/${place.description}/${place.list}/${place.index}/`;
  const index = result.ambiguities.findIndex(({ path }) => path.startsWith(start));
  const ambiguity = result.ambiguities[index];
  return ambiguity && { ambiguity, index };
}

/** What a reviewer should look at, in reading order: entries that are unsure or in question. */
export function placesToCheck(result: ImportResult, description: number): readonly Place[] {
  return entriesOf(result, description)
    .filter(({ place, entry }) => sureness(entry.confidence) === "low" || questionAt(result, place))
    .map(({ place }) => place);
}

/** How many entries of all descriptions there are, and how many of them wait for a look. */
export function reviewCounts(result: ImportResult): { readonly all: number; readonly open: number } {
  let all = 0;
  let open = 0;
  for (const description of result.descriptions.keys()) {
    all += entriesOf(result, description).length;
    open += placesToCheck(result, description).length;
  }
  return { all, open };
}
