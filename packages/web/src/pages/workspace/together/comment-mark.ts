import { consume } from "@lit/context";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { type Talk, talkContext } from "./talk.ts";

/**
 * On an item's card: how many open comment threads it has, and the way to them or to the first one. Event `rw-comment`
 * (key of the item), which the page answers.
 */
@customElement("rw-comment-mark")
export class CommentMark extends LightElement {
  @property() item = "";
  @consume({ context: talkContext, subscribe: true })
  @state()
  private talk: Talk | undefined;
  private heard: Talk | undefined;
  private readonly redraw = () => this.requestUpdate();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.heard?.removeEventListener("change", this.redraw);
    this.heard = undefined;
  }

  protected override willUpdate(): void {
    if (this.heard === this.talk) return;
    this.heard?.removeEventListener("change", this.redraw);
    this.talk?.addEventListener("change", this.redraw);
    this.heard = this.talk;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.talk?.open) return nothing;
    const count = this.talk.openOf(this.item).length;
    const label = count > 0 ? t("together.mark", { count }) : t("together.markNew");
    return html`<button class="cm" type="button" tabindex="-1" data-some=${count > 0} aria-label=${label} title=${label} @click=${this.ask}>
      ${icon("comment", 14)}${count > 0 ? html`<span class="tn">${count}</span>` : nothing}
    </button>`;
  }

  private ask(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("rw-comment", { detail: this.item, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-comment-mark": CommentMark;
  }
}
