import { html, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { t } from "./language.ts";
import "./shortcut-list.css";

/** Keys by what they are for; words stand under `guide.shortcuts.<group>.<name>`. `Mod` is Ctrl, on a Mac ⌘. */
const groups: Readonly<Record<string, readonly (readonly [name: string, keys: string])[]>> = {
  everywhere: [
    ["palette", "Mod K"],
    ["panes", "F6"],
    ["list", "?"],
    ["leave", "Esc"],
  ],
  library: [
    ["step", "J K"],
    ["peek", "Space"],
    ["open", "Enter"],
    ["choose", "X"],
    ["find", "/"],
  ],
  role: [
    ["views", "Mod 1 2 3"],
    ["undo", "Mod Z"],
    ["redo", "Mod Shift Z"],
    ["keep", "Mod S"],
    ["find", "Mod F"],
    ["problems", "Mod Shift M"],
    ["next", "F8"],
    ["fix", "Mod ."],
  ],
  cards: [
    ["walk", "J K"],
    ["edit", "Enter"],
    ["move", "Alt ↑ ↓"],
    ["copy", "Mod C"],
    ["paste", "Mod V"],
    ["duplicate", "Mod D"],
    ["remove", "Delete"],
    ["choose", "Mod Space"],
    ["stretch", "Shift ↑ ↓"],
    ["all", "Mod A"],
  ],
  organisation: [
    ["walk", "↑ ↓ ← →"],
    ["open", "Enter"],
    ["fold", "Space"],
    ["zoom", "+ − 0"],
    ["pan", "Shift ↑ ↓ ← →"],
  ],
};

/** All keys of the page, in a dialog. */
@customElement("rw-shortcut-list")
export class ShortcutList extends LightElement {
  @query("dialog") private dialog!: HTMLDialogElement;

  async open(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** The page below knows Escape too, and would keep it from the dialog. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog class="keys" aria-labelledby="keys-title" @keydown=${this.onKey}>
      <header>
        <h2 id="keys-title">${t("guide.shortcuts.title")}</h2>
        <button class="ib" type="button" aria-label=${t("web.library.peek.close")} @click=${() => this.dialog.close()}>${icon("x", 16)}</button>
      </header>
      <div class="keys-groups">
        ${Object.entries(groups).map(
          ([group, keys]) => html`<section>
            <h3>${t(`guide.shortcuts.${group}.title`)}</h3>
            <dl>${keys.map(([name, combination]) => html`<div><dt>${t(`guide.shortcuts.${group}.${name}`)}</dt><dd>${caps(combination)}</dd></div>`)}</dl>
          </section>`,
        )}
      </div>
      <p class="t12 ink3">${t("guide.shortcuts.note")}</p>
    </dialog>`;
  }
}

function caps(combination: string): TemplateResult[] {
  const mod = /mac/i.test(navigator.platform) ? "⌘" : "Ctrl";
  return combination
    .split(" ")
    .map(
      (cap) => html`<kbd class="kbd">${cap === "Mod" ? mod : cap === "Space" ? t("guide.shortcuts.space") : cap}</kbd>`,
    );
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-shortcut-list": ShortcutList;
  }
}
