import { type Inspection, inspect, localize, type RoleModel, type TextEdit } from "@rolewright/runtime";
import { DocumentDeltas } from "./document-delta.ts";
import { makeView } from "./made-view.ts";
import type { Answer, LibraryText, MadeView, ReadingSettings, ToldView, ToReader, WantedView } from "./protocol.ts";
import { RoleDeltas } from "./role-delta.ts";

/**
 * The reader's side: keeps a text with what the runtime knows of it, so that a keystroke is read in a fraction of the
 * time, and what the page was told, so that an answer says only what is new. It lives in a worker; nothing in it needs
 * one.
 */
export class RoleReader {
  #number = 0;
  #text = "";
  #settings: ReadingSettings | undefined;
  #view: WantedView | undefined;
  readonly #texts = new Map<string, string>();
  readonly #missing = new Set<string>();
  #last: Inspection | undefined;
  /** The last role that could be read, in the reader's language. */
  #shown: RoleModel | undefined;
  #written = new RoleDeltas();
  #local = new RoleDeltas();
  #documents = new DocumentDeltas();
  #unread = false;
  #unseen = false;

  /** Takes a message; what follows from it is said by the next `answer`. */
  take(message: ToReader): void {
    this.#number = message.number;
    this.#unseen = true;
    this.#unread ||= message.kind !== "show";
    switch (message.kind) {
      case "open":
        this.#open(message);
        break;
      case "change":
        this.#text = changed(this.#text, message.edits);
        break;
      case "settings":
        this.#settings = message.settings;
        break;
      case "texts":
        this.#learn(message.texts);
        break;
      case "show":
        this.#view = message.view;
    }
  }

  /** What the text says, where anything may be new since the last answer. */
  answer(): Answer {
    const number = this.#number;
    return this.#unread ? { number, reading: this.#read() } : { number };
  }

  /** What the preview shows, where it may be new; undefined when there is nothing to show. */
  async view(): Promise<Answer | undefined> {
    if (!this.#unseen) return undefined;
    this.#unseen = false;
    if (!this.#view || !this.#shown) return undefined;
    const number = this.#number;
    const tag = this.#settings?.tag ?? "zh-CN";
    const view = await makeView(this.#view, { role: this.#shown, value: this.#last?.template?.value, tag });
    return view && { number, view: this.#told(view) };
  }

  #told(view: MadeView): ToldView {
    return view.kind === "document" ? { kind: "document", delta: this.#documents.next(view.document) } : view;
  }

  #open({ text, settings, texts, view }: ToReader & { readonly kind: "open" }): void {
    this.#text = text;
    this.#settings = settings;
    this.#view = view;
    this.#shown = undefined;
    this.#written = new RoleDeltas();
    this.#local = new RoleDeltas();
    this.#documents = new DocumentDeltas();
    this.#texts.clear();
    this.#learn(texts);
  }

  #learn(texts: readonly LibraryText[]): void {
    for (const { reference, text } of texts) this.#texts.set(reference, text);
    // What was inherited is not looked for again where only the own text changed.
    this.#last = undefined;
  }

  #read(): NonNullable<Answer["reading"]> {
    this.#unread = false;
    this.#missing.clear();
    const { severities = {}, tag = "zh-CN" } = this.#settings ?? {};
    const previous = this.#last ? { previous: this.#last } : {};
    this.#last = inspect(this.#text, { template: this.#template }, { ...previous, severities });
    const { role, diagnostics } = this.#last;
    const said = { diagnostics, missing: [...this.#missing] };
    if (!role) return said;
    const shown = localize(role, tag);
    this.#shown = shown;
    const written = this.#written.next(role);
    return { ...said, role: { written, shown: this.#local.next(shown, this.#written) } };
  }

  readonly #template = (id: string, version?: number): string | undefined => {
    const reference = version === undefined ? id : `${id}@${version}`;
    const text = this.#texts.get(reference);
    if (text === undefined) this.#missing.add(reference);
    return text;
  };
}

/** The text after edits that are made one after the other. */
function changed(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce(
    (before, { offset, length, text: put }) => before.slice(0, offset) + put + before.slice(offset + length),
    text,
  );
}
