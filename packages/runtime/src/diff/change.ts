import type { JsonValue } from "../json.ts";
import type { Item } from "../model.ts";
import type { TemplatePath } from "../template.ts";

/**
 * Every change `diff` can report, in the order a document reads. Each has its sentence in the locale area `runtime`,
 * key `changes.<code>`; codes are stable.
 */
export const changeCodes = [
  "role/id",
  "origin/changed",
  "role/renamed",
  "role/purpose",
  "role/language",
  "role/translated",
  "role/department",
  "superior/added",
  "superior/removed",
  "superior/changed",
  "superior/linked",
  "superior/authority",
  "superior/translated",
  "subordinate/added",
  "subordinate/removed",
  "subordinate/renamed",
  "subordinate/linked",
  "subordinate/authority",
  "subordinate/translated",
  "subordinates/reordered",
  "supervision/changed",
  "contacts/internal",
  "contacts/external",
  "authority/changed",
  "role/working-conditions",
  "role/occupation-code",
  "role/effective-date",
  "role/classification",
  "grade/added",
  "grade/removed",
  "grade/raised",
  "grade/lowered",
  "rounding/changed",
  "section/added",
  "section/removed",
  "section/moved",
  "section/renamed-key",
  "section/reworded",
  "section/described",
  "section/translated",
  "section/kind",
  "section/numbering",
  "item/added",
  "item/removed",
  "item/moved",
  "item/moved-section",
  "item/renamed-key",
  "item/reworded",
  "item/described",
  "item/translated",
  "part/changed",
  "need/changed",
  "share/changed",
  "observation/kind",
  "observation/compatible",
  "observation/incompatible",
  "input/reworded",
  "input/unit",
  "input/translated",
  "inputs/reordered",
  "cadence/changed",
  "due/added",
  "due/removed",
  "due/earlier",
  "due/later",
  "due/changed",
  "due/rewritten",
  "unit/changed",
  "measure/changed",
  "aggregate/changed",
  "cumulative/changed",
  "ticks/changed",
  "target/added",
  "target/removed",
  "target/tightened",
  "target/loosened",
  "target/changed",
  "target/rewritten",
  "weight/added",
  "weight/removed",
  "weight/raised",
  "weight/lowered",
  "score/changed",
  "no-data/changed",
  "source/changed",
  "owner/changed",
  "evidence/changed",
  "supports/changed",
] as const;

/** A code of the list. */
export type ChangeCode = (typeof changeCodes)[number];

/**
 * One difference in meaning between two versions of a role, as data. Its sentence is made by `locale`'s
 * `changeInWords`, which says targets, due days and scoring in the reader's language.
 */
export interface Change {
  readonly code: ChangeCode;
  /** Key of the section it is in, as in the version after; as in the one before for what was removed. */
  readonly section?: string;
  /** Key of the item, likewise. Absent for changes of the role or of a section as a whole. */
  readonly item?: string;
  /**
   * `title` of the item, section or related role; `before` and `after` as text, structured values in the template's
   * own notation (`{ "minimum": 90 }`), an absent one as `""`; `change` is `added`, `removed`, `changed`, `reordered` or
   * `rules` where one code covers them; `added` and `removed` are lists of texts.
   */
  readonly params: Readonly<Record<string, JsonValue>>;
  /** For targets, due rules, cadences, measures and scoring: what their words are made of. */
  readonly facts?: { readonly before?: ItemFacts; readonly after?: ItemFacts };
  /** Where it is written in each template; `rangeOf` finds the place, or the nearest one around it. */
  readonly paths: { readonly before?: TemplatePath; readonly after?: TemplatePath };
  /** Whether records made under the version before may be invalid, or no longer be found, under the one after. */
  readonly breaking: boolean;
}

/** The part of an item that words for its target, due day, measure and scoring are made of. */
export interface ItemFacts extends Pick<Item, "every" | "unit" | "due" | "score" | "measure"> {
  readonly observation: Pick<Item["observation"], "kind">;
  readonly target?: Pick<NonNullable<Item["target"]>, "bounds" | "accepted">;
}

/** A change before it is known where it stands. `path` leads on from the place of its section, item or role. */
export interface Draft {
  readonly code: ChangeCode;
  readonly params?: Change["params"];
  readonly facts?: NonNullable<Change["facts"]>;
  readonly path?: TemplatePath;
  readonly breaking?: boolean;
}

/** What has changed about something that may be absent; undefined when it is absent in both versions or in none. */
export function presence(before: unknown, after: unknown): "added" | "removed" | undefined {
  if ((before === undefined) === (after === undefined)) return undefined;
  return before === undefined ? "added" : "removed";
}
