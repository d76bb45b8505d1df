import type { LanguageTag } from "@rolewright/locale";
import {
  type Diagnostic,
  localize,
  type RoleModel,
  type Severities,
  type TemplateHost,
  type TextEdit,
} from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import type * as Y from "yjs";
import { whenIdle } from "../../../data/when-idle.ts";
import { documentOf, type SteadyDocument, steadyDocument } from "./document-delta.ts";
import { makeDocument, readyDocuments } from "./made-document.ts";
import type { Answer, LibraryText, MadeView, ReadingSettings, ToldView, ToReader, WantedView } from "./protocol.ts";
import { type ReaderPort, type StartReader, startWorker } from "./reader-port.ts";
import { applied, type SteadyRole, steadyRole } from "./role-delta.ts";

/** A reader that has said nothing for so long has got stuck. */
const patienceMs = 20_000;

/** While people type on, what was read of an earlier text is shown so often. */
const steadyMs = 200;

/** What is known of a text is drawn before the reader starts, which takes as much of the computer; but not for long. */
const longestRestMs = 2_000;

/** After so many breakdowns without an answer between them it rests until the text changes. */
const mostFaults = 3;

/** What these say may only mean that a parent has not been fetched yet. */
const mayBeFetched: ReadonlySet<string> = new Set(["extends/unknown-parent", "extends/unknown-version"]);

/** What somebody else has read in a text: the role where it could be read, in the template's own words, and findings. */
export interface KnownReading {
  readonly role?: RoleModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a reading needs besides the text. */
export interface ReadingOptions {
  /** What the text may extend, and the way to fetch what is not there yet. */
  readonly library: TemplateHost & { readonly incomplete: boolean; readonly fetch: () => Promise<void> };
  readonly tag: LanguageTag;
  readonly severities: () => Severities;
  /** What is known of the text: it is shown, and the reader starts when it is needed or the page rests. */
  readonly known?: KnownReading;
  /** Default: in a worker. */
  readonly start?: StartReader;
}

/**
 * What the runtime says about a live text, read off the page's thread: findings about the present text, the role as of
 * the last text that could be read, and what the preview shows of it. Events: `inspected` after each reading that is to
 * be shown, `viewed` after each view, `fault` when the reader broke down (`resting` tells whether for good).
 *
 * The reader is told of every change at once and answers when it can; answers about a text that has changed since are
 * taken in, since the next ones build on them, but shown only so often that steady typing is followed. A reader that
 * breaks down or gets stuck is started again with the whole text.
 *
 * It may begin with a text as it was stored, before the live one is there: see `follow`.
 *
 * What the text extends is fetched when it is first named. Until it is there the text cannot be read, which is no fault
 * of the text; offline it reads with what was fetched before.
 */
export class LiveReading extends EventTarget {
  /** The text the findings are about; their offsets hold in no other. */
  source = "";
  /** Errors first, then down the text. */
  diagnostics: readonly Diagnostic[] = [];
  /** What the preview asked for, as of the last text it could be made from. */
  view: MadeView | undefined;
  /** Whether the reader broke down again and again: it starts anew when the text changes. */
  resting = false;
  #text: Y.Text | string;
  readonly #options: ReadingOptions;
  #readable = false;
  #written: SteadyRole | undefined;
  #shown: SteadyRole | undefined;
  #document: SteadyDocument | undefined;
  #reader: ReaderPort | undefined;
  /** Whether what is known is all that has been asked for, so that the reader has not been started. */
  #asleep = false;
  #posted = 0;
  /** Number of the last message after which the text says something else. */
  #asked = 0;
  #answered = 0;
  #faults = 0;
  #settings: ReadingSettings;
  #wanted: WantedView | undefined;
  #shownAt = 0;
  #waiting: (() => void)[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;
  readonly #given = new Map<string, string>();
  #fetching = false;
  /** What was missing when the server could not be asked; it is again when the connection comes back. */
  #failedFor: string | undefined;
  #closed = false;

  constructor(text: Y.Text | string, options: ReadingOptions) {
    super();
    this.#text = text;
    this.#options = options;
    this.#settings = { tag: options.tag, severities: options.severities() };
    if (typeof text !== "string") text.observe(this.#onChange);
    globalThis.addEventListener?.("online", this.#onOnline);
    if (options.known) this.#beginWith(options.known);
    else this.#start();
  }

  #beginWith({ role, diagnostics }: KnownReading): void {
    this.source = this.#text.toString();
    this.diagnostics = diagnostics.toSorted(byWeight);
    this.#readable = role !== undefined;
    this.#asleep = true;
    void whenIdle(longestRestMs).then(() => this.#wake());
    if (!role) return;
    readyDocuments();
    this.#written = steadyRole(role);
    this.#shown = steadyRole(localize(role, this.#settings.tag));
  }

  /** Starts the reader, which gets all it needs to know, unless it has been started. */
  #wake(): void {
    if (!this.#asleep || this.#closed) return;
    this.#asleep = false;
    this.#start();
  }

  /** The last role that could be read, in the words of the template; undefined until there was one. */
  get written(): RoleModel | undefined {
    return this.#written?.role;
  }

  /** The same in the reader's language. */
  get shown(): RoleModel | undefined {
    return this.#shown?.role;
  }

  /** Whether the roles are of the text that was read last: their places hold in it, and nearly in the present one. */
  get current(): boolean {
    return this.#readable;
  }

  /** The first error that keeps the text from being read as a role, when it cannot be. */
  get obstacle(): Diagnostic | undefined {
    return this.#readable ? undefined : this.diagnostics.find(({ severity }) => severity === "error");
  }

  /** Resolves once the present text has been read, or cannot be. */
  settled(): Promise<void> {
    if (this.#fresh || this.resting || this.#closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** What the preview shows from now on. */
  show(wanted: WantedView | undefined): void {
    if (JSON.stringify(wanted) === JSON.stringify(this.#wanted)) return;
    this.#wanted = wanted;
    if (this.#asleep && wanted?.kind === "document") void this.#showKnown(wanted);
    else this.#post({ kind: "show", view: wanted });
  }

  /** What is seen first is made here: it does not wait for the reader. */
  async #showKnown(wanted: WantedView & { readonly kind: "document" }): Promise<void> {
    const role = this.shown;
    if (!role) return;
    const document = await makeDocument(wanted, role, this.#settings.tag);
    if (this.view || this.#wanted !== wanted) return;
    this.#document = steadyDocument(document);
    this.view = { kind: "document", document };
    this.dispatchEvent(new Event("viewed"));
  }

  /** The text has become a live one; what it says otherwise than the stored one is read as a change. */
  follow(text: Y.Text): void {
    const edits = textEdits(this.#text.toString(), text.toString());
    this.#unobserve();
    this.#text = text;
    text.observe(this.#onChange);
    // Their offsets are of the text before all of them: made from its end, none moves another.
    if (edits.length > 0) this.#tell(edits.toReversed());
  }

  #unobserve(): void {
    if (typeof this.#text !== "string") this.#text.unobserve(this.#onChange);
  }

  /** Reads on for people of another language. */
  speak(tag: LanguageTag): void {
    this.#settings = { ...this.#settings, tag };
    this.#post({ kind: "settings", settings: this.#settings });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#patience);
    globalThis.removeEventListener?.("online", this.#onOnline);
    this.#unobserve();
    this.#reader?.close();
    this.#release();
  }

  get #fresh(): boolean {
    return this.#answered >= this.#asked;
  }

  /** A reader that starts tells all anew; what it says as before stays the same objects. */
  #start(): void {
    // Answers of a reader that was given up may still arrive.
    const reader = (this.#options.start ?? startWorker)({
      answer: (answer) => this.#reader === reader && this.#take(answer),
      fault: () => this.#reader === reader && this.#restart(),
    });
    this.#reader = reader;
    const texts = [...this.#given].map(([reference, text]) => ({ reference, text }));
    this.#post({ kind: "open", text: this.#text.toString(), settings: this.#settings, texts, view: this.#wanted });
  }

  #restart(): void {
    this.#reader?.close();
    this.#reader = undefined;
    this.#faults += 1;
    this.resting = this.#faults >= mostFaults;
    if (this.resting) this.#release();
    else this.#start();
    this.dispatchEvent(new Event("fault"));
  }

  #post(message: Unnumbered): void {
    if (this.#asleep) {
      this.#wake();
      return;
    }
    if (this.#closed || !this.#reader) return;
    this.#posted += 1;
    if (message.kind !== "show") this.#asked = this.#posted;
    this.#reader.post({ ...message, number: this.#posted });
    this.#watch();
  }

  #watch(): void {
    this.#patience ??= setTimeout(() => {
      this.#patience = undefined;
      if (!this.#fresh && !this.#closed) this.#restart();
    }, patienceMs);
  }

  readonly #onChange = (event: Y.YTextEvent): void => this.#tell(editsOf(event));

  #tell(edits: readonly TextEdit[]): void {
    if (this.#asleep) {
      // It is told the text as it is by now.
      this.#wake();
      return;
    }
    if (this.resting) {
      this.resting = false;
      this.#faults = 0;
      this.#start();
      return;
    }
    const severities = this.#options.severities();
    if (severities !== this.#settings.severities) {
      this.#settings = { ...this.#settings, severities };
      this.#post({ kind: "settings", settings: this.#settings });
    }
    this.#post({ kind: "change", edits });
  }

  #take({ number, reading, view }: Answer): void {
    this.#answered = number;
    this.#faults = 0;
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (!this.#fresh) this.#watch();
    if (reading) this.#takeReading(reading);
    if (view) this.#takeView(view);
    if (this.#fresh) this.#release();
  }

  #takeView(told: ToldView): void {
    const view = this.#made(told);
    if (!sameKind(view, this.#wanted)) return;
    this.view = view;
    this.dispatchEvent(new Event("viewed"));
  }

  /** A document is taken in also where it is not wanted any more: the next builds on it. */
  #made(told: ToldView): MadeView {
    if (told.kind !== "document") return told;
    this.#document = documentOf(told.delta, this.#document);
    return { kind: "document", document: this.#document.document };
  }

  #takeReading({ role, diagnostics, missing }: NonNullable<Answer["reading"]>): void {
    if (role) {
      this.#written = applied(role.written, this.#written);
      this.#shown = applied(role.shown, this.#shown);
    }
    const waiting = this.#seek(missing);
    const said = waiting ? diagnostics.filter(({ code }) => !mayBeFetched.has(code)) : diagnostics;
    // Nothing can be said yet of a text whose parents are on their way: what was known of it stays until they are there.
    if (waiting && !role && said.length === 0 && this.#readable) return;
    this.#readable = role !== undefined;
    this.diagnostics = said.toSorted(byWeight);
    if (this.#fresh) this.source = this.#text.toString();
    const now = performance.now();
    if (!this.#fresh && now - this.#shownAt < steadyMs) return;
    this.#shownAt = now;
    this.dispatchEvent(new Event("inspected"));
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Gives the reader what it missed and is at hand, and fetches the rest; whether anything may still come. */
  #seek(missing: readonly string[]): boolean {
    const found = missing.flatMap((reference): LibraryText[] => {
      const [id = "", version] = reference.split("@");
      const text = this.#options.library.template(id, version === undefined ? undefined : Number(version));
      return text === undefined ? [] : [{ reference, text }];
    });
    for (const { reference, text } of found) this.#given.set(reference, text);
    if (found.length > 0) this.#post({ kind: "texts", texts: found });
    const all = missing.join(" ");
    const fetches = this.#options.library.incomplete && this.#failedFor !== all;
    if (fetches) void this.#fetch(all);
    return fetches || found.length > 0;
  }

  async #fetch(missing: string): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      await this.#options.library.fetch();
      this.#failedFor = undefined;
    } catch {
      this.#failedFor = missing;
    }
    this.#fetching = false;
    this.#post({ kind: "texts", texts: [] });
  }

  readonly #onOnline = (): void => {
    if (this.#failedFor === undefined) return;
    this.#failedFor = undefined;
    this.#post({ kind: "texts", texts: [] });
  };
}

type Unnumbered = ToReader extends infer Message ? (Message extends ToReader ? Omit<Message, "number"> : never) : never;

/** What changed, as edits made one after the other. */
function editsOf({ delta }: Y.YTextEvent): TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const { retain = 0, insert, delete: length = 0 } of delta) {
    offset += retain;
    const text = typeof insert === "string" ? insert : "";
    if (length > 0 || text !== "") edits.push({ offset, length, text });
    offset += text.length;
  }
  return edits;
}

/** A view that was asked for before the present one may still arrive. */
function sameKind(view: MadeView, wanted: WantedView | undefined): boolean {
  if (view.kind !== wanted?.kind) return false;
  return view.kind !== "checklist" || (wanted.kind === "checklist" && view.period === wanted.period);
}

const order = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then down the text. */
function byWeight(a: Diagnostic, b: Diagnostic): number {
  return order[a.severity] - order[b.severity] || a.range.start - b.range.start;
}
