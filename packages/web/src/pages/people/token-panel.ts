import type { ApiToken } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { deleteToken, listTokens } from "../../data/api.ts";
import "./token-dialog.ts";

/** One's own API tokens: what they are for, when each was last used, and the way to take one out of use. */
@customElement("rw-token-panel")
export class TokenPanel extends LightElement {
  @state() private tokens: readonly ApiToken[] | undefined;
  @state() private failure: unknown;
  @state() private adding = false;
  /** The token that was asked to be taken out of use: programs stop at once, so it is confirmed. */
  @state() private leaving: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`<section class="box people-tokens" aria-labelledby="people-tokens">
      <h2 class="people-title" id="people-tokens">
        ${t("web.people.tokens.title")}<span class="people-count">${this.tokens?.length ?? nothing}</span><span class="grow"></span>
        <button class="btn sm" type="button" @click=${this.add}>${icon("plus", 14)}${t("web.people.tokens.add")}</button>
      </h2>
      <p class="people-lead">${t("web.people.tokens.lead")} <a href="/api/docs" target="_blank">${t("web.people.tokens.docs")}</a></p>
      ${this.renderList()}
      ${
        this.adding
          ? html`<rw-token-dialog
              @created=${(event: CustomEvent<ApiToken>) => {
                this.tokens = [...(this.tokens ?? []), event.detail];
              }}
              @dialog-closed=${() => {
                this.adding = false;
              }}
            ></rw-token-dialog>`
          : nothing
      }
    </section>`;
  }

  private renderList(): TemplateResult {
    if (this.failure)
      return html`<div class="strip" role="alert">
        ${icon("error", 16)}<span class="grow">${failureText(this.failure)}</span>
        <button class="btn sm" type="button" @click=${() => void this.load()}>${t("web.failure.retry")}</button>
      </div>`;
    if (!this.tokens) return html`<span class="bone" style="width:60%"></span>`;
    if (this.tokens.length === 0) return html`<p class="people-none">${t("web.people.tokens.empty")}</p>`;
    return html`<ul class="people-list">
      ${this.tokens.map((token) => this.renderToken(token))}
    </ul>`;
  }

  private renderToken(token: ApiToken): TemplateResult {
    const used = token.lastUsedAt
      ? html`<time datetime=${token.lastUsedAt} title=${exactTime(token.lastUsedAt)}>${t("web.people.tokens.used", { when: ago(token.lastUsedAt) })}</time>`
      : t("web.people.tokens.unused");
    return html`<li>
      <span class="people-name"><b class="ell">${token.name}</b><span>${used}</span></span>
      ${
        this.leaving === token.id
          ? html`<button class="btn sm" type="button" @click=${() => this.ask(undefined)}>${t("web.kit.cancel")}</button>
              <button class="btn sm danger" type="button" @click=${() => void this.revoke(token)}>${t("web.people.tokens.revokeNow")}</button>`
          : html`<button class="btn quiet sm" type="button" aria-label=${t("web.people.tokens.revokeOf", { name: token.name })} @click=${() => this.ask(token.id)}>
              ${t("web.people.tokens.revoke")}
            </button>`
      }
    </li>`;
  }

  private readonly add = (): void => {
    this.adding = true;
  };

  /** The focus follows to the confirming button, or back. */
  private ask(id: string | undefined): void {
    const row = (document.activeElement as HTMLElement | null)?.closest("li");
    this.leaving = id;
    void this.updateComplete.then(() => row?.querySelector<HTMLElement>("button:last-of-type")?.focus());
  }

  private async revoke(token: ApiToken): Promise<void> {
    try {
      await deleteToken(token.id);
      this.tokens = this.tokens?.filter((one) => one.id !== token.id);
      notify(t("web.people.tokens.revoked", { name: token.name }));
    } catch (error) {
      notify(failureText(error), "error");
    }
    this.leaving = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>("h2 button")?.focus();
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.tokens = await listTokens();
    } catch (error) {
      this.failure = error;
    }
  }
}
