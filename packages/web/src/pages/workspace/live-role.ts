import type { Diagnostic, EditResult, Fix, RoleModel, TemplateHost, TextEdit } from "@rolewright/runtime";
import type { LanguageContext } from "@rolewright/runtime/language";
import type { Located, Quotation } from "@rolewright/server/anchors";
import { language, onLanguage } from "../../app/language.ts";
import type { Collaboration, Peer, Person, SaveState } from "../../data/collaboration.ts";
import { Library } from "../../data/library.ts";
import { loaded } from "../../data/loaded.ts";
import { severities } from "../../data/severities.ts";
import { whenIdle } from "../../data/when-idle.ts";
import type { SharedText } from "../../editor/code-editor.ts";
import type { Inheritance } from "./designer/part-edits.ts";
import type { Intents } from "./merging/intents.ts";
import type { LostWords, LostWordsKeeper } from "./merging/lost-words.ts";
import type { Orphan, Strays } from "./merging/strays.ts";
import type { Twins } from "./merging/twins.ts";
import { lineAt } from "./places.ts";
import { type KnownReading, LiveReading } from "./reading/live-reading.ts";
import type { MadeView, WantedView } from "./reading/protocol.ts";
import { type WritableText, writeEdits } from "./write-edits.ts";

type Writing = typeof import("./writing.ts");

/** The text as people write it together. */
export interface WrittenText extends SharedText, WritableText {
  readonly history: WritableText["history"];
  /** Where in it a place is that a peer tells; undefined for what is no place of this text. */
  readonly offsetOf: (place: unknown) => number | undefined;
  /** Where in it quoted words are now; undefined where they are gone. */
  readonly locate: (words: Quotation) => Located | undefined;
}

/** A text as the server had it stored, and what it means, where the server has told. */
export interface StoredText {
  readonly text: string;
  readonly reading?: KnownReading;
}

/** What is seen first may keep the page busy for so long at the most; then people are joined all the same. */
const longestLookMs = 1_500;

/**
 * A template that is open: its shared text, who else is there, how safe it is, and what it means at this moment.
 * Event `change` whenever any of it changed, `inspected` when the text was read anew, `viewed` when the preview has
 * something new to show, `fault` when reading broke down, `told` when the server says that comments or review changed.
 */
export class LiveRole extends EventTarget {
  #collaboration: Collaboration | undefined;
  readonly #library = new Library();
  #writing: Writing | undefined;
  #lost: LostWordsKeeper | undefined;
  #reading: LiveReading | undefined;
  #wanted: WantedView | undefined;
  #intents: Intents | undefined;
  #strays: Strays | undefined;
  #twins: Twins | undefined;
  #shared: WrittenText | undefined;
  #inheritance: Inheritance | undefined;
  #closed = false;
  readonly #stopLanguage = onLanguage(() => this.#reading?.speak(language()));

  /** With the text as the server had it stored, it can be read, not written, while the live one is on its way. */
  constructor(templateId: string, person: Person, stored?: StoredText) {
    super();
    if (stored) this.#read(stored.text, stored.reading);
    void this.#join(templateId, person);
  }

  /** Resolves when what was stored has been drawn; without that, or where it takes long, soon. */
  async looked(): Promise<void> {
    if (!this.#reading) return;
    await Promise.race([this.settled(), new Promise((resolve) => setTimeout(resolve, longestLookMs))]);
    await whenIdle(longestLookMs);
  }

  async #join(templateId: string, person: Person): Promise<void> {
    await this.looked();
    const writing = await loaded(() => import("./writing.ts"));
    if (this.#closed) return;
    this.#writing = writing;
    this.#lost = new writing.LostWordsKeeper(`${person.workspaceId}.${person.memberId}.${templateId}`);
    this.#lost.addEventListener("change", this.#tell);
    const collaboration = new writing.Collaboration(templateId, person);
    this.#collaboration = collaboration;
    collaboration.addEventListener("state", this.#onState);
    collaboration.addEventListener("peers", this.#tell);
    collaboration.addEventListener("opened", () => void this.#open(collaboration, writing));
    collaboration.addEventListener("told", (event) => {
      this.dispatchEvent(new CustomEvent("told", { detail: (event as CustomEvent<unknown>).detail }));
    });
    this.#tell();
  }

  /** The text for an editor; undefined until the server has given it. */
  get shared(): WrittenText | undefined {
    return this.#shared;
  }

  /** How what the text inherits is found; there as soon as `shared` is. */
  get inheritance(): Inheritance | undefined {
    return this.#inheritance;
  }

  /** What the text may extend. */
  get library(): TemplateHost {
    return this.#library;
  }

  /** What this person wrote and others took out of the text at the same moment, until they put it away; with the text. */
  get lost(): readonly LostWords[] {
    return (this.#shared && this.#lost?.list) ?? [];
  }

  putAway(id: string): void {
    this.#lost?.putAway(id);
  }

  /** Brings the item of lost words back, as one step of the history, and puts them away; else says why it cannot. */
  bringBack(lost: LostWords): Diagnostic | undefined {
    const { text } = this.#shared ?? {};
    const writing = this.#writing;
    if (!text || !writing) return undefined;
    const refused = this.change(() => writing.returning(lost, text));
    if (!refused) this.putAway(lost.id);
    return refused;
  }

  get save(): SaveState {
    return this.#collaboration?.state ?? { kind: "opening" };
  }

  get peers(): readonly Peer[] {
    return this.#collaboration?.peers ?? [];
  }

  /** Whether nobody else can be writing now: no other window is here, and the server would tell of one. */
  get alone(): boolean {
    const { awareness } = this.#shared ?? {};
    return this.save.kind !== "offline" && (awareness?.getStates().size ?? 0) < 2;
  }

  /** Whether this person may not write, or not yet. */
  get readonly(): boolean {
    return !this.#shared || (this.#collaboration?.readonly ?? true);
  }

  /** Errors first, then down the text; offsets are into `source`. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#reading?.diagnostics ?? [];
  }

  /** The text that was read last; undefined before the first. */
  get source(): string | undefined {
    return this.#reading?.source;
  }

  /** The last role that could be read, in the reader's language. */
  get role(): RoleModel | undefined {
    return this.#reading?.shown;
  }

  /** What an editor of the text may know besides it. */
  get context(): LanguageContext {
    const { role } = this;
    return { host: this.#library, ...(role ? { role } : {}) };
  }

  /** The last role that could be read, in the words of the template itself. */
  get written(): RoleModel | undefined {
    return this.#reading?.written;
  }

  /** Whether `role` is of the present text, so that its places are places in it. */
  get current(): boolean {
    return this.#reading?.current ?? false;
  }

  /** The error that keeps the text from being read, and its line. */
  get obstacle(): { readonly diagnostic: Diagnostic; readonly line: number } | undefined {
    const diagnostic = this.#reading?.obstacle;
    return diagnostic && { diagnostic, line: lineAt(this.source ?? "", diagnostic.range.start) };
  }

  /** Resolves once the present text has been read. */
  settled(): Promise<void> {
    return this.#reading?.settled() ?? Promise.resolve();
  }

  /** What the preview shows, of the last role that could be read. */
  get view(): MadeView | undefined {
    return this.#reading?.view;
  }

  /** Whether reading broke down too often: it starts again with the next change of the text. */
  get resting(): boolean {
    return this.#reading?.resting ?? false;
  }

  /** What the preview is to show from now on. */
  show(wanted: WantedView | undefined): void {
    this.#wanted = wanted;
    this.#reading?.show(wanted);
  }

  /**
   * Applies a repair: a change like any other, smallest edits in one transaction, undone with Ctrl+Z. False when the
   * text has changed since the finding was made.
   */
  apply(fix: Fix): boolean {
    const fresh = this.#shared?.text.toString() === this.source;
    if (fresh) this.#write(fix.edits);
    return fresh;
  }

  /** Makes a change to the present text as one step of the history, or says why it cannot be made. */
  change(make: (text: string) => EditResult): Diagnostic | undefined {
    if (!this.#shared) return undefined;
    const result = make(this.#shared.text.toString());
    if ("refused" in result) return result.refused;
    if (result.edits.length > 0) this.#write(result.edits);
    return undefined;
  }

  #write(edits: readonly TextEdit[]): void {
    if (!this.#shared) return;
    writeEdits(this.#shared, edits);
    this.#intents?.note(edits, Date.now());
  }

  /** Call it when no editor shows the text any more. */
  close(): void {
    this.#closed = true;
    this.#stopLanguage();
    this.#reading?.close();
    this.#intents?.close();
    this.#strays?.close();
    this.#twins?.close();
    this.#collaboration?.close();
  }

  readonly #onState = (): void => {
    if (this.save.kind === "saved") this.#twins?.settled(Date.now());
    this.#tell();
  };

  readonly #tell = (): void => {
    this.dispatchEvent(new Event("change"));
  };

  async #open({ text, awareness }: Collaboration, writing: Writing): Promise<void> {
    if (this.#reading) this.#reading.follow(text);
    else this.#read(text);
    this.#inheritance = await loaded(() => import("./inheritance.ts"));
    if (this.#closed) return;
    const history = writing.historyOf(text);
    this.#intents = new writing.Intents(text, awareness);
    const isPresent = (client: number) => awareness.getStates().has(client);
    const orphaned = (orphan: Orphan) => this.#lost?.add(orphan.whose === "mine" ? "deleted" : "theirs", orphan);
    const lost = (words: string) => this.#lost?.add("replaced", { words });
    this.#strays = new writing.Strays(text, orphaned, { isPresent });
    this.#twins = new writing.Twins(text, { awaited: true, isPresent, lost });
    this.#onState();
    for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) {
      history.on(event, this.#tell);
    }
    this.#shared = {
      text,
      awareness,
      history,
      offsetOf: (place) => writing.absoluteOffset(text, place),
      locate: (words) => writing.locate(text, words),
    };
    void this.#learnNames();
    this.#tell();
  }

  #read(text: WritableText["text"] | string, known?: KnownReading): void {
    const options = { library: this.#library, tag: language(), severities };
    const reading = new LiveReading(text, known ? { ...options, known } : options);
    for (const event of ["inspected", "viewed", "fault"] as const) {
      reading.addEventListener(event, () => this.dispatchEvent(new Event(event)));
    }
    reading.addEventListener("inspected", this.#tell);
    reading.addEventListener("fault", this.#tell);
    reading.show(this.#wanted);
    this.#reading = reading;
  }

  /** For completion only: offline there is none of the library. */
  async #learnNames(): Promise<void> {
    try {
      await this.#library.learnNames();
    } catch {
      // The names are asked for again with the next text that is fetched.
    }
  }
}
