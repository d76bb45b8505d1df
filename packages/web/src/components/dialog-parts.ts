import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import { icon } from "./icon.ts";

/** Gives the focus back to where it was when the host, a dialog, goes away: `new FocusReturn(this)`. */
export class FocusReturn implements ReactiveController {
  private before: Element | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.before = document.activeElement;
  }

  hostDisconnected(): void {
    const { before } = this;
    // After the dialog's overlay is gone too; whoever took the focus meanwhile keeps it.
    setTimeout(() => {
      const free = document.activeElement === null || document.activeElement === document.body;
      if (free && before instanceof HTMLElement && before.isConnected) before.focus();
    });
  }
}

/**
 * Calls `close` as soon as the dialog begins to close: use as `@opened-changed`. The kit's own `closed` comes only when
 * it has faded, by when the reader may have opened the next one.
 */
export function onClosing(close: () => void): (event: CustomEvent<{ readonly value: boolean }>) => void {
  return ({ detail }) => {
    if (!detail.value) close();
  };
}

/** The two buttons at a dialog's foot. The second names what it does and sends the form `form`; it stays focusable while it works. */
export function dialogActions(options: {
  readonly form: string;
  readonly effect: string;
  readonly busy: boolean;
  readonly cancel: () => void;
}): TemplateResult {
  const { form, effect, busy, cancel } = options;
  return html`<div slot="footer" class="dialog-actions">
    <button class="btn" type="button" @click=${cancel}>${t("web.kit.cancel")}</button>
    <button
      class="btn primary"
      type="submit"
      form=${form}
      aria-disabled=${busy ? "true" : nothing}
      aria-busy=${busy ? "true" : nothing}
    >
      ${busy ? html`<span class="btn-work" aria-hidden="true"></span>` : nothing}${effect}
    </button>
  </div>`;
}

/** Why a dialog's form was not taken, where it happened; what was typed stays. */
export function dialogFailure(failure: string): TemplateResult | typeof nothing {
  return failure === "" ? nothing : html`<p class="strip" role="alert">${icon("error", 16)}<span>${failure}</span></p>`;
}
