import type { Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../components/text-query.ts";
import "./command-palette.css";
import type { Command } from "./commands.ts";
import { t } from "./language.ts";
import { commandEntries, dataEntries, type Entry, pageEntries, ranked } from "./palette-entries.ts";

const key = "rolewright.recent";
const mostRecent = 6;
const mostShown = 40;

/** Search and commands over any page (Ctrl K): roles, what is in them, KPIs, people, pages, and what can be done here. */
@customElement("rw-command-palette")
export class CommandPalette extends LightElement {
  @property({ attribute: false }) session: Session | undefined;
  @state() private words = "";
  @state() private at = 0;
  @state() private commands: readonly Command[] = [];
  @state() private data: readonly Entry[] | undefined;
  /** While the readings of Chinese characters are on their way, nothing is found by them yet. */
  @state() private learning = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** Opens it with what can be done on the present page; what there is to find is fetched anew each time. */
  async open(commands: readonly Command[]): Promise<void> {
    await this.updateComplete;
    if (this.dialog.open) return this.dialog.close();
    this.words = "";
    this.at = 0;
    this.commands = commands;
    this.dialog.showModal();
    this.data = await dataEntries(this.session);
  }

  override render(): TemplateResult {
    const shown = this.shown();
    const active = shown[this.at];
    return html`<dialog class="pal" aria-label=${t("guide.palette.title")} @click=${this.onOutside}>
      <label class="pal-find">
        ${icon("search", 18)}
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="pal-list"
          aria-activedescendant=${active ? `pal-${this.at}` : nothing}
          aria-label=${t("guide.palette.title")}
          placeholder=${t("guide.palette.placeholder")}
          autocomplete="off"
          spellcheck="false"
          .value=${this.words}
          @input=${this.onInput}
          @keydown=${this.onKey}
        />
        <span class="kbd" aria-hidden="true">Esc</span>
      </label>
      ${this.words === "" && shown.some(({ id }) => recentIds().includes(id)) ? html`<p class="pal-head">${t("guide.palette.recent")}</p>` : nothing}
      <ul id="pal-list" role="listbox" aria-label=${t("guide.palette.results")}>
        ${shown.map((entry, index) => this.renderEntry(entry, index))}
      </ul>
      ${shown.length === 0 ? html`<p class="pal-none">${t(this.data && !this.learning ? "guide.palette.none" : "web.shell.loading")}</p>` : nothing}
      <p class="said" role="status">${t("guide.palette.count", { count: shown.length })}</p>
    </dialog>`;
  }

  private renderEntry(entry: Entry, index: number): TemplateResult {
    return html`<li
      id="pal-${index}"
      role="option"
      aria-selected=${index === this.at}
      @pointermove=${() => {
        this.at = index;
      }}
      @click=${() => this.run(entry)}
    >
      ${icon(entry.icon, 16)}<span class="ell">${this.marked(entry.label)}</span><span class="pal-hint ell">${entry.hint}</span
      >${entry.keys ? html`<span class="kbd">${entry.keys}</span>` : nothing}
    </li>`;
  }

  /** The label with what was searched for set off. */
  private marked(label: string): (TemplateResult | string)[] {
    const parts: (TemplateResult | string)[] = [];
    let from = 0;
    for (const [start, end] of textQuery(this.words).match(label)?.ranges ?? []) {
      if (start < from) continue;
      parts.push(label.slice(from, start), html`<mark>${label.slice(start, end)}</mark>`);
      from = end;
    }
    return [...parts, label.slice(from)];
  }

  private get all(): readonly Entry[] {
    return [...commandEntries(this.commands), ...pageEntries(this.session), ...(this.data ?? [])];
  }

  /** Before anything is typed: what was used lately, then what can be done here and where one can go. */
  private shown(): readonly Entry[] {
    const { all } = this;
    const query = textQuery(this.words);
    if (!query.empty) return ranked(all, query, mostShown);
    const recent = recentIds().flatMap((id) => all.find((entry) => entry.id === id) ?? []);
    const others = all.filter(({ kind, id }) => (kind === "command" || kind === "page") && !recentIds().includes(id));
    return [...recent, ...others];
  }

  private readonly onInput = (event: InputEvent): void => {
    this.words = (event.target as HTMLInputElement).value;
    this.at = 0;
    if (mayBePinyin(this.words)) void this.learn();
  };

  private async learn(): Promise<void> {
    this.learning = true;
    await learnPinyin().catch(() => undefined);
    this.learning = false;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { length } = this.shown();
    const steps: Record<string, number> = {
      ArrowDown: this.at + 1,
      ArrowUp: this.at - 1,
      PageDown: this.at + 8,
      PageUp: this.at - 8,
    };
    const next = steps[event.key];
    const entry = this.shown()[this.at];
    if (next !== undefined && length > 0)
      this.move(Math.abs(next - this.at) === 1 ? (next + length) % length : next, length);
    else if (event.key === "Enter" && entry) this.run(entry);
    else return;
    event.preventDefault();
  };

  private move(to: number, length: number): void {
    this.at = Math.max(0, Math.min(length - 1, to));
    void this.updateComplete.then(() => this.querySelector(`#pal-${this.at}`)?.scrollIntoView({ block: "nearest" }));
  }

  private run(entry: Entry): void {
    const recent = [entry.id, ...recentIds().filter((id) => id !== entry.id)].slice(0, mostRecent);
    localStorage.setItem(key, JSON.stringify(recent));
    this.dialog.close();
    entry.run();
  }

  private readonly onOutside = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

/** What was used lately, newest first. Storage may hold anything. */
function recentIds(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-command-palette": CommandPalette;
  }
}
