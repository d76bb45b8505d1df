import { type EditResult, type Item, type RoleModel, type Section, valueAt } from "@rolewright/runtime";
import { t } from "../../../app/language.ts";
import { notify } from "../../../components/notice.ts";
import { findingText } from "../../../editor/findings.ts";
import type { LiveRole } from "../live-role.ts";
import type { Locker, PeerCaret } from "./field-locks.ts";
import { newKey } from "./item-edits.ts";
import { type EditContext, type Inheritance, type Part, partPath } from "./part-edits.ts";

/** A live role as far as the designer knows it. */
export type DesignedRole = Pick<
  LiveRole,
  "shared" | "library" | "inheritance" | "written" | "current" | "diagnostics" | "change" | "settled" | "alone"
>;

/** Where in a card the focus goes: on the card itself, into its title, or on the first repair it offers. */
export type FocusPlace = "card" | "title" | "fix";

/** The designer a desk works for: what it shows, and how it is told. */
export interface DeskHost extends EventTarget {
  readonly live: DesignedRole | undefined;
  readonly model: RoleModel | undefined;
  readonly readonly: boolean;
  readonly carets: readonly PeerCaret[];
  /** Fields that peers edit, by path. */
  readonly held: ReadonlyMap<string, Locker>;
  /** Gives an item, a section or the role (by key) the focus as soon as it is drawn. */
  focusPart(key: string, at?: FocusPlace): void;
  /** Lets a KPI of the library be picked; its reference with a version. */
  pickKpi(take: (reference: string) => void): void;
  /** Adds to the items that are worked on together; see `ItemDesk.choose`. */
  choose(key: string, through?: boolean): void;
  /** Makes these the items that are worked on together. */
  chooseAll(keys: readonly string[]): void;
}

/** As far as is known before the text may be written. */
const nothingInherited: Inheritance = { inheritedAt: () => undefined, resolvedAt: () => undefined };

/** How every desk changes the live text: refused with a reason, taken back by one step, told to those who listen. */
export class DeskWork {
  constructor(readonly designer: DeskHost) {}

  get role(): RoleModel {
    const role = this.designer.live?.written ?? this.designer.model;
    if (!role) throw new Error("There is no role to change yet.");
    return role;
  }

  /** The items of the present text. */
  get items(): readonly Item[] {
    return this.designer.live?.written?.sections.flatMap(({ items }) => items) ?? [];
  }

  get language(): string {
    return this.designer.model?.language ?? "zh-CN";
  }

  get text(): string {
    return this.designer.live?.shared?.text.toString() ?? "";
  }

  get context(): EditContext {
    const { library = { template: () => undefined }, inheritance = nothingInherited } = this.designer.live ?? {};
    return { host: library, role: this.role, inheritance };
  }

  sectionOf(key: string): Section | undefined {
    return this.role.sections.find((section) => section.key === key);
  }

  /** A key that nothing in the present text has, and none of those already given out. */
  newKey(word: string, taken: Iterable<string> = []): string {
    const written = this.text.matchAll(/"([A-Za-z_][\w-]*)"\s*:/g);
    const known = new Set([...taken, ...[...written].map(([, key]) => key ?? "")]);
    return newKey(this.role, word, known, this.designer.live?.alone ? undefined : Math.random);
  }

  /** Makes the change as one step of the history, or says why it cannot be made; whether it was made. */
  change(make: (text: string, context: EditContext) => EditResult): boolean {
    const { live } = this.designer;
    if (!live || this.designer.readonly) return false;
    const { context } = this;
    const refused = live.change((text) => make(text, context));
    if (refused) this.refuse(findingText(refused));
    return !refused;
  }

  /** Resolves once what was changed has been read, so that `role` and `items` tell of it. */
  async read(): Promise<void> {
    await this.designer.live?.settled();
  }

  /** Whether a peer writes in one of the parts, which is then said: their words must not be torn away. */
  isBusy(parts: readonly (Item | Section)[]): boolean {
    const name = this.peerIn(parts);
    if (name) this.refuse(t("designer.busy", { name }));
    return name !== undefined;
  }

  /** Says why something was not done. */
  refuse(words: string): void {
    notify(words, "error");
  }

  /** Says what was done, with the way back. */
  done(words: string): void {
    const history = this.designer.live?.shared?.history;
    const step = history?.undoStack.at(-1);
    const run = () => {
      if (history && history.undoStack.at(-1) === step) history.undo();
      else notify(t("designer.undoLater"), "error");
    };
    notify(words, "done", { label: t("web.workspace.undo"), run });
  }

  /** For live regions. */
  say(words: string): void {
    this.tell("said", words);
  }

  /** Selects a part and gives it the focus once it is there. */
  show(key: string, at: FocusPlace = "card"): void {
    this.tell("pick", key);
    this.designer.focusPart(key, at);
  }

  tell(event: "pick" | "hint" | "code" | "fix" | "said", detail: unknown): void {
    this.designer.dispatchEvent(new CustomEvent(event, { detail }));
  }

  private peerIn(parts: readonly (Item | Section)[]): string | undefined {
    const { live, carets, held } = this.designer;
    if (!live) return undefined;
    const holds = ({ source: { range }, origin }: Item | Section, offset: number) =>
      !origin && live.current && range.start < offset && offset < range.end;
    // A card's part may stand elsewhere by now.
    const { sections } = this.role;
    const now = [...sections, ...sections.flatMap(({ items }) => items)];
    const placed = now.filter(({ key }) => parts.some((part) => part.key === key));
    const inText = carets.find(({ offset }) => placed.some((part) => holds(part, offset)));
    const inField = [...held].find(([path]) => parts.some((part) => path.startsWith(`${pathText(part)}/`)));
    return inText?.name ?? inField?.[1].name;
  }
}

/** Where a part is written, as one word. */
export function pathText(part: Part): string {
  return partPath(part).join("/");
}

/** Whether the text itself names an item or a section. */
export function isWritten(text: string, part: Part): boolean {
  return valueAt(text, partPath(part)) !== undefined;
}
