import type { Item, RoleModel, Section } from "../model.ts";
import type { TemplatePath } from "../template.ts";
import type { Change, Draft } from "./change.ts";
import { itemDrafts } from "./item-changes.ts";
import { mergedOrder, movedAmong, type Row } from "./order.ts";
import { itemsOf, type Pairs, pairItems, pairSections } from "./pairing.ts";
import { roleDrafts } from "./role-changes.ts";
import { originDraft } from "./rules.ts";
import { sectionDrafts } from "./section-changes.ts";

/**
 * What has changed in meaning from one version of a role to the next, in the order of the document: first the role,
 * then section by section; what was removed is told where it stood. Empty for roles that mean the same.
 *
 * Keys tie items; a key that changed while the title stayed (nearly) the same is told as such. Comments, layout and the
 * order of members inside an item change nothing.
 */
export function diff(before: RoleModel, after: RoleModel): readonly Change[] {
  const ties: Ties = {
    before,
    after,
    sections: pairSections(before, after),
    items: pairItems(before, after),
  };
  const role = roleDrafts(before, after).map((draft) => {
    const path = draft.path ?? [];
    return change(draft, {}, { before: path, after: path });
  });
  return [...role, ...sectionRows(ties)];
}

interface Ties {
  readonly before: RoleModel;
  readonly after: RoleModel;
  readonly sections: Pairs<Section>;
  readonly items: Pairs<Item>;
}

function change(draft: Draft, subject: Pick<Change, "section" | "item">, paths: Change["paths"]): Change {
  const { code, params = {}, facts, breaking = false } = draft;
  return { code, ...subject, params, ...(facts ? { facts } : {}), paths, breaking };
}

function sectionRows(ties: Ties): Change[] {
  const { before, after, sections, items } = ties;
  const moved = movedAmong(sections.pairs, before.sections);
  const context: ItemContext = { ...ties, renamedTo: renamedKeys(items), home: homesOf(ties) };
  return mergedOrder(before.sections, after.sections, sections.pairs).flatMap((row) => [
    ...sectionRow(row, moved, after),
    ...itemRows(row, context),
  ]);
}

function sectionRow({ before, after }: Row<Section>, moved: ReadonlySet<Section>, role: RoleModel): Change[] {
  const place = placed(before, after);
  if (!before || !after)
    return [place({ code: after ? "section/added" : "section/removed", params: counted(after ?? before) })];
  const drafts = sectionDrafts(before, after).map(place);
  const key = before.key === after.key ? [] : [place({ code: "section/renamed-key", params: keys(before, after) })];
  const previous = role.sections[role.sections.indexOf(after) - 1];
  return [...key, ...(moved.has(after) ? [place({ code: "section/moved", params: behind(previous) })] : []), ...drafts];
}

function counted(section: Section): Change["params"] {
  return { count: section.items.length };
}

function keys(before: { readonly key: string }, after: { readonly key: string }): Change["params"] {
  return { before: before.key, after: after.key };
}

type Placed = (draft: Draft) => Change;

/** Adds to a draft what it is about and where that is written in each version. */
function placed(before: Item | Section | undefined, after: Item | Section | undefined): Placed {
  const subject = after ?? before;
  if (!subject) throw new Error("A change is about something");
  const owner = "section" in subject ? { section: subject.section, item: subject.key } : { section: subject.key };
  return (draft) => {
    const within = (node: Item | Section): TemplatePath => [...node.source.path, ...(draft.path ?? [])];
    const paths = { ...(before ? { before: within(before) } : {}), ...(after ? { after: within(after) } : {}) };
    return change(
      { ...draft, params: { title: subject.title, number: subject.number, ...draft.params } },
      owner,
      paths,
    );
  };
}

interface ItemContext extends Ties {
  /** Keys before → keys after, of items whose key changed. */
  readonly renamedTo: ReadonlyMap<string, string>;
  /** For every item of both versions, its section as it is after; that before when it is gone. */
  readonly home: ReadonlyMap<Item, Section>;
}

function renamedKeys({ pairs }: Pairs<Item>): ReadonlyMap<string, string> {
  const changed = pairs.filter((pair) => pair.before.key !== pair.after.key);
  return new Map(changed.map((pair) => [pair.before.key, pair.after.key]));
}

function homesOf({ before, after, sections }: Ties): ReadonlyMap<Item, Section> {
  const partners = new Map(sections.pairs.map((pair) => [pair.before, pair.after]));
  const homes = (role: RoleModel) =>
    role.sections.flatMap((section) => section.items.map((item) => [item, partners.get(section) ?? section] as const));
  return new Map([...homes(before), ...homes(after)]);
}

function itemRows(row: Row<Section>, context: ItemContext): Change[] {
  const [old, now] = [row.before?.items ?? [], row.after?.items ?? []];
  const here = new Set(now);
  const stayed = context.items.pairs.filter(
    (pair) => here.has(pair.after) && context.home.get(pair.before) === context.home.get(pair.after),
  );
  const moved = movedAmong(stayed, old);
  return mergedOrder(old, now, context.items.pairs).flatMap((item) => itemRow(item, moved, now, context));
}

function itemRow(
  { before, after }: Row<Item>,
  moved: ReadonlySet<Item>,
  siblings: readonly Item[],
  context: ItemContext,
): Change[] {
  const place = placed(before, after);
  if (!before) return [place({ code: "item/added" })];
  if (!after) return [place({ code: "item/removed", breaking: true })];
  const drafts = itemDrafts(withNewKeys(before, context), after).map((draft) => titled(draft, context));
  return [
    ...keyDraft(before, after),
    ...sectionDraft(before, after, context),
    ...inheritanceDraft(before, after, context),
    ...(moved.has(after) ? [movedDraft(after, siblings)] : []),
    ...drafts,
  ].map(place);
}

/** Records name items by key: under another one they are no longer found. */
function keyDraft(before: Item, after: Item): Draft[] {
  return before.key === after.key ? [] : [{ code: "item/renamed-key", params: keys(before, after), breaking: true }];
}

function sectionDraft(before: Item, after: Item, { home, before: role }: ItemContext): Draft[] {
  if (home.get(before) === home.get(after)) return [];
  const left = role.sections.find(({ key }) => key === before.section);
  return [{ code: "item/moved-section", params: { before: left?.title ?? "", after: home.get(after)?.title ?? "" } }];
}

/** That a new version of the parent brought the item is told once, for the role. */
function inheritanceDraft(before: Item, after: Item, { before: old, after: now }: ItemContext): Draft[] {
  const withRole = before.origin?.id === after.origin?.id && old.origin?.version !== now.origin?.version;
  return withRole ? [] : originDraft(before.origin, after.origin);
}

function movedDraft(item: Item, siblings: readonly Item[]): Draft {
  return { code: "item/moved", params: behind(siblings[siblings.indexOf(item) - 1]) };
}

function behind(previous: Item | Section | undefined): Change["params"] {
  return { first: previous === undefined, previous: previous?.title ?? "" };
}

/** A link that follows a key to its new name has not changed. */
function withNewKeys(item: Item, { renamedTo }: ItemContext): Item {
  if (!item.supports.some((key) => renamedTo.has(key))) return item;
  return { ...item, supports: item.supports.map((key) => renamedTo.get(key) ?? key) };
}

/** Keys of duties are for machines; people read titles. */
function titled(draft: Draft, { before, after }: ItemContext): Draft {
  if (draft.code !== "supports/changed") return draft;
  const { change: kind = "", added, removed } = draft.params ?? {};
  return { ...draft, params: { change: kind, added: titles(added, after), removed: titles(removed, before) } };
}

function titles(list: unknown, role: RoleModel): string[] {
  const known = new Map(itemsOf(role).map(({ key, title }) => [key, title]));
  return Array.isArray(list) ? list.map((key) => known.get(key) ?? String(key)) : [];
}
