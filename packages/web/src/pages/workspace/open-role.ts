import { type Diagnostic, type Fix, type RoleModel, rangeOf, type Section, type TextRange } from "@rolewright/runtime";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { textEdits } from "@rolewright/server/text-edits";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { t } from "../../app/language.ts";
import { notify } from "../../components/notice.ts";
import { openTemplate } from "../../data/api.ts";
import type { Person } from "../../data/collaboration.ts";
import { LiveRole, type StoredText } from "./live-role.ts";
import { keyAt, rangeOfKey, subjectOf } from "./places.ts";
import type { WantedView } from "./reading/protocol.ts";
import { Talk } from "./together/talk.ts";

/**
 * The role a workspace has open: what the server knows of it, its live text, and which item and which finding people
 * stand at. Panes and panels read it and ask it to act. Event `change` whenever any of it changed: `RoleFollower` draws an
 * element again; the host is, of itself.
 */
export class OpenRole extends EventTarget implements ReactiveController {
  /** Undefined until the server has told. */
  summary: TemplateSummary | undefined;
  /** Why the role could not be opened. */
  failure: unknown;
  /** The document as it is written together; undefined while there is none. */
  live: LiveRole | undefined;
  /** What people say about it. */
  readonly talk = new Talk();
  /** What is selected in the code. */
  selection: TextRange | undefined;
  #id = "";
  #person: Person | undefined;
  #traced: string | undefined;
  #identity: { readonly source: string; readonly range: TextRange | undefined } | undefined;
  #hinted: string | undefined;
  #at: Diagnostic | undefined;
  #wanted: WantedView | undefined;
  #publishedText: string | undefined;
  readonly #redraw = (): void => {
    this.host.requestUpdate();
    this.dispatchEvent(new Event("change"));
  };

  constructor(private readonly host: ReactiveControllerHost) {
    super();
    host.addController(this);
    this.talk.addEventListener("change", this.#redraw);
  }

  /** What leaves the page is closed; the page opens it again when it comes back. */
  hostDisconnected(): void {
    this.#close();
    this.#id = "";
  }

  /** Opens a template for a person unless it is open already. */
  open(id: string, person: Person): void {
    const same = id === this.#id && person.memberId === this.#person?.memberId;
    this.#person = person;
    if (!same) void this.#load(id);
  }

  /** After a failure. */
  retry(): void {
    void this.#load(this.#id);
  }

  /** The last role that could be read, in the reader's language. */
  get role(): RoleModel | undefined {
    return this.live?.role;
  }

  /** Errors first, then down the text. */
  get diagnostics(): readonly Diagnostic[] {
    return this.live?.diagnostics ?? [];
  }

  /** The text that `role` and `diagnostics` are about. */
  get source(): string {
    return this.live?.source ?? "";
  }

  /** Whether this person may not change the text. */
  get locked(): boolean {
    return this.live?.readonly ?? true;
  }

  get title(): string {
    return this.role?.title ?? this.summary?.title ?? "";
  }

  get state(): TemplateSummary["state"] {
    if (!this.summary || this.summary.version === null) return "draft";
    return this.#publishedText === this.live?.source ? "published" : "changed";
  }

  /** Key of the item or section the caret is in, or that was picked last; `""` is the role itself. */
  get traced(): string | undefined {
    return this.#traced;
  }

  /** Key of the item that is lit everywhere: the one under the pointer before the traced one. */
  get lit(): string | undefined {
    return this.#hinted ?? this.#traced;
  }

  /** Key of the item under the pointer. */
  get hinted(): string | undefined {
    return this.#hinted;
  }

  /** The finding people stand at. */
  get at(): Diagnostic | undefined {
    return this.#at;
  }

  /** The section that new items go to. */
  get sectionAtHand(): Section | undefined {
    const sections = this.live?.written?.sections ?? [];
    const at = this.#traced;
    const traced = sections.find(({ key, items }) => key === at || items.some((item) => item.key === at));
    return traced ?? sections.find(({ kind }) => kind === "standards") ?? sections.at(-1);
  }

  /** Where an item or section is written (`""`: the role itself); undefined when the text has moved on. */
  rangeOf(key: string | undefined): TextRange | undefined {
    if (key === undefined || !this.live?.current) return undefined;
    return key === "" ? this.#identityRange() : rangeOfKey(this.role, key);
  }

  /** Where the text says who the role is. */
  #identityRange(): TextRange {
    const { source } = this;
    if (this.#identity?.source !== source) {
      this.#identity = { source, range: rangeOf(source, ["x-role"]) ?? rangeOf(source, ["title"]) };
    }
    return this.#identity.range ?? { start: 0, end: 0 };
  }

  /** Makes an item, a section or the role itself (`""`) the traced one. */
  trace(key: string | undefined): void {
    this.#traced = key;
    this.live?.shared?.awareness.setLocalStateField("item", key);
    this.#redraw();
  }

  /** Makes what is written at an offset the traced one: an item, else a section, else the role. */
  traceAt(offset: number): void {
    if (this.live?.current) this.trace(keyAt(this.role, offset));
  }

  /** What the preview shows from now on. */
  show(wanted: WantedView | undefined): void {
    this.#wanted = wanted;
    this.live?.show(wanted);
  }

  /** Makes a stretch of the code the one that is selected. */
  select(selection: TextRange | undefined): void {
    this.selection = selection;
    this.#redraw();
  }

  hint(key: string | undefined): void {
    this.#hinted = key;
    this.#redraw();
  }

  /** Makes a finding the one to stand at; answers the key of the item or section it is about, when there is one. */
  stand(diagnostic: Diagnostic): string | undefined {
    this.#at = diagnostic;
    const subject = this.live?.current ? subjectOf(this.role, diagnostic) : undefined;
    const key = subject?.key;
    if (key !== undefined) this.#traced = key;
    this.#redraw();
    return key;
  }

  /** The finding before or after the one at hand, round about. */
  nextFinding(by: 1 | -1): Diagnostic | undefined {
    const { length } = this.diagnostics;
    if (length === 0) return undefined;
    const from = this.#at ? this.diagnostics.indexOf(this.#at) : by === 1 ? -1 : 0;
    return this.diagnostics[(from + by + length) % length];
  }

  /** Applies a repair; false when it may not be or the finding it mends is gone. */
  async fix(fix: Fix): Promise<boolean> {
    if (this.locked || !this.live) return false;
    if (this.live.apply(fix)) return true;
    // The text has moved on: the same finding has the repair for it, once it has been read.
    const same = sameIn(this.diagnostics, fix);
    await this.live.settled();
    const fresh = same(this.diagnostics);
    return fresh !== undefined && !this.locked && this.live.apply(fresh);
  }

  /** An earlier text comes back by minimal edits, as one step of the history; false when it may not. */
  restore(text: string): boolean {
    if (this.locked || !this.live) return false;
    this.live.change((present) => ({ edits: textEdits(present, text) }));
    return true;
  }

  /** Something that `talk` holds was changed by the reader. */
  said(): void {
    this.#redraw();
  }

  readonly undo = (): void => void this.live?.shared?.history.undo();

  readonly redo = (): void => void this.live?.shared?.history.redo();

  /** The present text has become a version. */
  published(version: number | null): void {
    if (this.summary) this.summary = { ...this.summary, version };
    this.#publishedText = this.live?.source;
    this.#redraw();
  }

  async #load(id: string): Promise<void> {
    this.#close();
    this.#id = id;
    this.failure = undefined;
    try {
      const { summary, text, reading } = await openTemplate(id);
      if (id !== this.#id) return;
      this.summary = summary;
      this.#publishedText = summary.state === "published" ? text : undefined;
      this.#start(id, { text, ...(reading ? { reading } : {}) });
    } catch (failure) {
      this.failure = failure;
    }
    this.#redraw();
  }

  #start(id: string, stored: StoredText): void {
    if (!this.#person) return;
    const live = new LiveRole(id, this.#person, stored);
    live.show(this.#wanted);
    live.addEventListener("change", this.#redraw);
    live.addEventListener("viewed", this.#redraw);
    live.addEventListener("inspected", this.#onInspected);
    live.addEventListener("fault", this.#onFault);
    this.live = live;
    void live.looked().then(() => this.live === live && this.talk.start(id, live));
  }

  #close(): void {
    const closing = this.live;
    closing?.removeEventListener("change", this.#redraw);
    closing?.removeEventListener("viewed", this.#redraw);
    closing?.removeEventListener("inspected", this.#onInspected);
    closing?.removeEventListener("fault", this.#onFault);
    this.talk.stop();
    this.selection = undefined;
    this.live = undefined;
    this.summary = undefined;
    this.#redraw();
    // The editor lets go of the text before the document is closed.
    void this.host.updateComplete.then(() => closing?.close());
  }

  readonly #onFault = (): void => {
    notify(t(`workspace.reading.${this.live?.resting ? "resting" : "again"}`), "error");
  };

  readonly #onInspected = (): void => {
    const { code, range } = this.#at ?? {};
    this.#at = this.diagnostics.find((found) => found.code === code && found.range.start === range?.start);
    document.title = `${this.title} · Rolewright`;
  };
}

/** Finds the repair of the same finding, by what it is about, in later findings. */
function sameIn(before: readonly Diagnostic[], fix: Fix): (after: readonly Diagnostic[]) => Fix | undefined {
  const found = before.find(({ fixes }) => fixes.includes(fix));
  const index = found?.fixes.indexOf(fix) ?? -1;
  return (after) =>
    after.find(({ code, path }) => code === found?.code && path.join("/") === found.path.join("/"))?.fixes[index];
}

/** Draws an element again whenever the role it is given has changed. */
export class RoleFollower implements ReactiveController {
  #followed: OpenRole | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** What the element was given before it came onto the page. */
    private readonly role: () => OpenRole,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#followed = this.role();
    this.#followed.addEventListener("change", this.#redraw);
  }

  hostDisconnected(): void {
    this.#followed?.removeEventListener("change", this.#redraw);
  }

  readonly #redraw = (): void => this.host.requestUpdate();
}
