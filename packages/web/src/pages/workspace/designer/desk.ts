import type { Item, JsonValue, LibraryName, Observable, RoleModel, Section, SectionKind } from "@rolewright/runtime";
import type { Locker } from "./field-locks.ts";
import type { Changes, Part, RolePath } from "./part-edits.ts";

/** What cards and their fields may do to the role; each is one step of the history. */
export interface Desk {
  /** Puts a value at a place of a part, or takes it out. */
  set(part: Part, path: RolePath, value: JsonValue | undefined): void;
  setMany(part: Part, changes: Changes): void;
  /** Lets what is inherited show again. */
  reset(part: Part, path: RolePath): void;
  /** What the text itself says at a place of a part; undefined where it says nothing. */
  written(part: Part, path: RolePath): JsonValue | undefined;
  /** What a place of a part says by inheritance alone; undefined where nothing is inherited. */
  inherited(part: Part, path: RolePath): JsonValue | undefined;
  /** What can be extended: roles, and KPIs of the library. */
  names(): readonly LibraryName[];
  /** Lets a KPI of the library be picked; its reference with a version. */
  pickKpi(take: (reference: string) => void): void;
  /** Writes out what a part inherits by its own `x-extends`, which then goes. */
  detach(part: Part): void;
  pick(key: string): void;
  hint(key: string | undefined): void;
  /** Shows the part of a key in the code. */
  showCode(key: string): void;
  fix(code: string, path: readonly (string | number)[], index: number): void;
  readonly items: ItemDesk;
  readonly sections: SectionDesk;
}

/** What can be done with whole items, one or many at once. */
export interface ItemDesk {
  changeKind(item: Item, kind: Observable["kind"]): void;
  /** A new item behind another one, or at the end of the section. */
  add(section: string, behind?: Item): void;
  duplicate(items: readonly Item[]): void;
  remove(items: readonly Item[]): void;
  /** One place up or down in their section. */
  step(items: readonly Item[], by: -1 | 1): void;
  moveTo(items: readonly Item[], section: string): void;
  /** Puts them on the clipboard, as text that can be pasted into another role or into code. */
  copy(items: readonly Item[]): void;
  /** Adds an item to those that are worked on together, or takes it out; with `through` all from the last one on. */
  choose(key: string, through?: boolean): void;
}

/** What can be done with whole sections. */
export interface SectionDesk {
  /** A new section behind another one, or at the end. */
  add(kind: SectionKind, behind?: Section): void;
  /** The three that nearly every role has, as one step. */
  addUsual(): void;
  remove(section: Section): void;
  /** One place up or down. */
  step(section: Section, by: -1 | 1): void;
}

/** What the fields of a part are drawn from. */
export interface FieldScope {
  readonly part: Part;
  readonly desk: Desk;
  /** Field of this part, from the part → the peer who edits it. */
  readonly locks: ReadonlyMap<string, Locker>;
  readonly readonly: boolean;
  /** Language the template is written in. */
  readonly language: string;
}

/** The parts of an open card that unfold below its fields. */
export type Panel = "measure" | "due" | "score" | "more";

/** What the fields of one open item are drawn from. */
export interface FieldView extends FieldScope {
  readonly item: Item;
  readonly role: RoleModel;
  readonly kind: SectionKind;
  readonly panel: Panel | undefined;
  readonly show: (panel: Panel) => void;
}
