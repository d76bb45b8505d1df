import type { Section } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import "../dialogs.css";
import { type PastedLine, pastedLines } from "./pasted-lines.ts";

/** Turns pasted lines into items of a section. Event `lines`: `{ section, lines }`. */
@customElement("rw-paste-dialog")
export class PasteDialog extends LightElement {
  @state() private text = "";
  @state() private section: Section | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** Opens it for a section, with lines that are there already. */
  open(section: Section, lines = ""): void {
    this.section = section;
    this.text = lines;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const lines = pastedLines(this.text);
    return html`<dialog class="dg pd" aria-labelledby="pd-title">
      <header class="dg-head">
        <h2 id="pd-title">${t("designer.paste.title", { section: this.section?.title ?? "" })}</h2>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.close")} @click=${() => this.dialog.close()}>${icon("x", 16)}</button>
      </header>
      <textarea
        class="pd-text"
        rows="7"
        aria-label=${t("designer.paste.lines")}
        placeholder=${t("designer.paste.placeholder")}
        .value=${this.text}
        @input=${(event: InputEvent) => {
          this.text = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <ol class="pd-list">
        ${lines.map((line) => html`<li><span class="grow ell">${line.title}</span>${recognised(line)}</li>`)}
      </ol>
      <footer class="dg-foot">
        <button class="btn" type="button" @click=${() => this.dialog.close()}>${t("web.workspace.cancel")}</button>
        <button class="btn primary" type="button" ?disabled=${lines.length === 0} @click=${() => this.take(lines)}>${t("designer.paste.add", { count: lines.length })}</button>
      </footer>
    </dialog>`;
  }

  private take(lines: readonly PastedLine[]): void {
    this.dialog.close();
    if (!this.section) return;
    this.dispatchEvent(new CustomEvent("lines", { detail: { section: this.section.key, lines } }));
  }
}

/** What was made of the figures in a line, for the author to see before it is added. */
function recognised({ bound, unit, weight }: PastedLine): TemplateResult | typeof nothing {
  if (!bound && weight === undefined) return nothing;
  const target =
    bound && t(`runtime.operators.${bound.keyword}`, { value: unit ? `${bound.value} ${unit}` : String(bound.value) });
  return html`${target ? html`<span class="chip sq teal">${target}</span>` : nothing}${
    weight === undefined ? nothing : html`<span class="chip sq">${t("designer.weight")} ${weight}</span>`
  }`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-paste-dialog": PasteDialog;
  }
}
