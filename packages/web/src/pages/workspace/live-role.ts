import {
  type Diagnostic,
  type EditResult,
  type Fix,
  localize,
  type RoleModel,
  type TemplateHost,
  type TextEdit,
} from "@rolewright/runtime";
import type { LanguageContext } from "@rolewright/runtime/language";
import { language } from "../../app/language.ts";
import { Collaboration, type Peer, type Person, type SaveState } from "../../data/collaboration.ts";
import type { SharedText } from "../../editor/code-editor.ts";
import { historyOf } from "../../editor/yjs-binding.ts";
import { Intents } from "./intents.ts";
import { LiveInspection } from "./live-inspection.ts";
import { lineAt } from "./places.ts";
import { type WritableText, writeEdits } from "./write-edits.ts";

/**
 * A template that is open: its shared text, who else is there, how safe it is, and what it means at this moment.
 * Event `change` whenever any of it changed, `inspected` when the text was read anew.
 */
export class LiveRole extends EventTarget {
  readonly #collaboration: Collaboration;
  #inspection: LiveInspection | undefined;
  #intents: Intents | undefined;
  #shared: (SharedText & WritableText) | undefined;
  #local: { readonly of: RoleModel; readonly tag: string; readonly role: RoleModel } | undefined;

  constructor(templateId: string, person: Person) {
    super();
    this.#collaboration = new Collaboration(templateId, person);
    this.#collaboration.addEventListener("state", this.#tell);
    this.#collaboration.addEventListener("peers", this.#tell);
    this.#collaboration.addEventListener("opened", () => this.#open());
  }

  /** The text for an editor; undefined until the server has given it. */
  get shared(): (SharedText & WritableText) | undefined {
    return this.#shared;
  }

  /** What the text may extend. */
  get library(): TemplateHost {
    return this.#inspection?.library ?? { template: () => undefined };
  }

  get save(): SaveState {
    return this.#collaboration.state;
  }

  get peers(): readonly Peer[] {
    return this.#collaboration.peers;
  }

  get readonly(): boolean {
    return this.#collaboration.readonly;
  }

  /** Errors first, then down the text; offsets are into `source`. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#inspection?.diagnostics ?? [];
  }

  /** The text that was read last; undefined before the first. */
  get source(): string | undefined {
    return this.#inspection?.source;
  }

  /** The last role that could be read, in the reader's language. */
  get role(): RoleModel | undefined {
    const of = this.#inspection?.role;
    if (!of) return undefined;
    const tag = language();
    if (this.#local?.of !== of || this.#local.tag !== tag) this.#local = { of, tag, role: localize(of, tag) };
    return this.#local.role;
  }

  /** What an editor of the text may know besides it. */
  get context(): LanguageContext {
    const { role } = this;
    return { ...(this.#inspection ? { host: this.#inspection.library } : {}), ...(role ? { role } : {}) };
  }

  /** The last role that could be read, in the words of the template itself. */
  get written(): RoleModel | undefined {
    return this.#inspection?.role;
  }

  /** Whether `role` is of the present text, so that its places are places in it. */
  get current(): boolean {
    return this.#inspection?.current ?? false;
  }

  /** The error that keeps the text from being read, and its line. */
  get obstacle(): { readonly diagnostic: Diagnostic; readonly line: number } | undefined {
    const diagnostic = this.#inspection?.obstacle;
    return diagnostic && { diagnostic, line: lineAt(this.source ?? "", diagnostic.range.start) };
  }

  /** Reads the text at once. */
  readNow(): void {
    this.#inspection?.readNow();
  }

  /**
   * Applies a repair: a change like any other, smallest edits in one transaction, undone with Ctrl+Z. False when the
   * text has changed since the finding was made; it is then read again.
   */
  apply(fix: Fix): boolean {
    const fresh = this.#collaboration.text.toString() === this.source;
    if (fresh) this.#write(fix.edits);
    this.readNow();
    return fresh;
  }

  /** Makes a change to the present text as one step of the history, or says why it cannot be made. */
  change(make: (text: string) => EditResult): Diagnostic | undefined {
    const result = make(this.#collaboration.text.toString());
    if ("refused" in result) return result.refused;
    if (result.edits.length > 0) this.#write(result.edits);
    this.readNow();
    return undefined;
  }

  #write(edits: readonly TextEdit[]): void {
    if (!this.#shared) return;
    writeEdits(this.#shared, edits);
    this.#intents?.note(edits, Date.now());
  }

  /** Call it when no editor shows the text any more. */
  close(): void {
    this.#inspection?.close();
    this.#intents?.close();
    this.#collaboration.close();
  }

  readonly #tell = (): void => {
    this.dispatchEvent(new Event("change"));
  };

  #open(): void {
    const { text, awareness } = this.#collaboration;
    this.#inspection = new LiveInspection(text);
    this.#inspection.addEventListener("inspected", () => {
      this.dispatchEvent(new Event("inspected"));
      this.#tell();
    });
    const history = historyOf(text);
    this.#intents = new Intents(text, awareness);
    for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) {
      history.on(event, this.#tell);
    }
    this.#shared = { text, awareness, history };
    void this.#learnNames();
    this.dispatchEvent(new Event("inspected"));
    this.#tell();
  }

  /** For completion only: offline there is none of the library. */
  async #learnNames(): Promise<void> {
    try {
      await this.#inspection?.library.learnNames();
    } catch {
      // The names are asked for again with the next text that is fetched.
    }
  }
}
