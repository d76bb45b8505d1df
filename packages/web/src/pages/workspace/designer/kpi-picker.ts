import type { LibraryName } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { failureText } from "../../../app/failure.ts";
import { hasText, language, t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { kpiWords } from "../../../components/kpi-words.ts";
import { LightElement } from "../../../components/light-element.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../../components/text-query.ts";
import { listLibrary } from "../../../data/api.ts";
import { kpiModel, learnKpis } from "../../../data/kpi-models.ts";
import "../dialogs.css";

/** Where KPIs of the library live, unlike roles that can be extended too. */
const kpis = "/kpis/";

/** Picks a KPI of the library by any part of its name, in Chinese also by its pinyin; see text-query.ts. */
@customElement("rw-kpi-picker")
export class KpiPicker extends LightElement {
  @state() private names: readonly LibraryName[] | undefined;
  @state() private failure: unknown;
  @state() private words = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  private taken: (reference: string) => void = () => {};

  /** Opens the library; `take` gets the reference of the KPI that is picked, with its newest version. */
  open(take: (reference: string) => void): void {
    this.taken = take;
    this.words = "";
    this.dialog.showModal();
    if (!this.names) void this.load();
  }

  override render(): TemplateResult {
    return html`<dialog class="dg kp" aria-labelledby="kp-title">
      <header class="dg-head">
        <h2 id="kp-title">${t("designer.library.title")}</h2>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.close")} @click=${() => this.dialog.close()}>${icon("x", 16)}</button>
      </header>
      <label class="f kp-find">
        ${icon("search", 14)}
        <input
          type="search"
          autofocus
          placeholder=${t("designer.library.find")}
          aria-label=${t("designer.library.find")}
          .value=${this.words}
          @input=${this.onInput}
          @keydown=${this.onKey}
        />
      </label>
      ${this.renderList()}
    </dialog>`;
  }

  private renderList(): TemplateResult {
    if (this.failure) return html`<p class="strip" role="alert">${failureText(this.failure)}</p>`;
    if (!this.names) return html`<span class="bone"></span>`;
    const found = this.found();
    return html`<p class="said" role="status">${t("designer.library.found", { count: found.length })}</p>
      <ul class="kp-list" @keydown=${this.onListKey}>
        ${found.map((name) => this.renderName(name))}
      </ul>
      ${found.length === 0 ? html`<p class="dg-note">${t("designer.library.none", { words: this.words })}</p>` : nothing}`;
  }

  /** What it is called and how it is reckoned; at the right what is usually asked of it. */
  private renderName(name: LibraryName): TemplateResult {
    const model = kpiModel(name);
    const words = model && kpiWords(model, language());
    const asked = words ? [words.every, words.target].filter((part) => part !== "").join(" ") : "";
    return html`<li>
      <button type="button" @click=${() => this.take(name)}>
        <span class="kp-words"><b>${titleOf(name)}</b><span class="t12 ink3 ell">${words?.formula ?? ""}</span></span>
        <span class="kp-asked"><span class="tn">${asked}</span><span class="t12 ink3">${familyName(name.id)}</span></span>
      </button>
    </li>`;
  }

  private found(): readonly LibraryName[] {
    const query = textQuery(this.words);
    return (this.names ?? []).filter(
      (name) =>
        name.id.includes(kpis) &&
        query.matches([
          ...[titleOf(name), name.title, name.id.split(kpis)[1], familyName(name.id)],
          ...(kpiModel(name)?.keywords ?? []),
        ]),
    );
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.names = await listLibrary();
    } catch (failure) {
      this.failure = failure;
      return;
    }
    // One can pick by name alone: what could not be learnt is left out.
    learnKpis(this.names, () => this.requestUpdate()).catch(() => undefined);
  }

  private take({ id, version }: LibraryName): void {
    this.dialog.close();
    this.taken(`${id}@${version}`);
  }

  private readonly onInput = (event: InputEvent): void => {
    this.words = (event.target as HTMLInputElement).value;
    if (mayBePinyin(this.words)) void learnPinyin().then(() => this.requestUpdate());
  };

  /** Enter takes the first that is found; the arrow goes into the list. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const [first] = this.found();
    if (event.key === "Enter" && first) {
      event.preventDefault();
      this.take(first);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      this.querySelector<HTMLElement>(".kp-list button")?.focus();
    }
  };

  private readonly onListKey = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...this.querySelectorAll<HTMLElement>(".kp-list button")];
    const next = buttons[buttons.indexOf(event.target as HTMLElement) + by];
    (next ?? this.querySelector<HTMLElement>("input"))?.focus();
  };
}

function titleOf({ id, title, titles }: LibraryName): string {
  return titles?.[language()] ?? title ?? id;
}

/** The library's folder a KPI stands in, by the name people know it by. */
function familyName(id: string): string {
  const family = id.split(kpis)[1]?.split("/")[0] ?? "";
  const key = `designer.library.family.${family}`;
  return hasText(key) ? t(key) : family;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-kpi-picker": KpiPicker;
  }
}
