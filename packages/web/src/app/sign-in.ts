import type { Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { signIn } from "../data/api.ts";
import { isTransient, RequestError } from "../data/request.ts";
import { failureText } from "./failure.ts";
import { language, setLanguage, t } from "./language.ts";
import { logo } from "./logo.ts";
import "./sign-in.css";

/**
 * Signing in by a one-time link (`/sign-in#token=…`). The token stands behind the hash, so no server log holds it,
 * and it is spent by a POST, so that a link preview cannot use it up. Fires `signed-in` with the session.
 */
@customElement("rw-sign-in")
export class SignIn extends LightElement {
  /** Whether somebody was at work whose session ended by itself. */
  @property({ type: Boolean }) ended = false;
  @state() private busy = false;
  @state() private failure: unknown;
  private readonly token = tokenOf(location.hash);

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${t("web.signIn.title")} · Rolewright`;
    if (this.token) void this.enter(this.token);
  }

  override render(): TemplateResult {
    return html`
      <main class="signin">
        <section class="signin-card" aria-busy=${this.busy}>
          ${logo(44)}
          <h1>${t("web.signIn.title")}</h1>
          ${this.renderBody()}
        </section>
        <button class="btn quiet sm" type="button" @click=${this.switchLanguage}>
          ${icon("globe", 15)}<span lang=${language() === "en" ? "zh-CN" : "en"}>${language() === "en" ? "中文" : "English"}</span>
        </button>
      </main>
    `;
  }

  private renderBody(): TemplateResult {
    if (this.busy) return html`<p role="status">${t("web.signIn.busy")}</p>`;
    if (this.failure) return this.renderFailure();
    return html`
      ${this.ended ? html`<p class="strip warn" role="status">${icon("info", 16)}<span>${t("web.signIn.ended")}</span></p>` : nothing}
      <p>${t("web.signIn.lead")}</p>
      ${this.renderWays()}
    `;
  }

  private renderFailure(): TemplateResult {
    const wrongLink = this.failure instanceof RequestError && this.failure.status === 401;
    const again = isTransient(this.failure) && !wrongLink && this.token;
    return html`
      <p class="strip" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>
      ${
        again
          ? html`<button class="btn primary" type="button" @click=${() => void this.enter(again)}>
              ${t("web.failure.retry")}
            </button>`
          : nothing
      }
      ${this.renderWays()}
    `;
  }

  private renderWays(): TemplateResult {
    return html`
      <h2>${t("web.signIn.ways.title")}</h2>
      <ul class="signin-ways">
        <li>${t("web.signIn.ways.ask")}</li>
        <li>${t("web.signIn.ways.owner")}</li>
      </ul>
    `;
  }

  private async enter(token: string): Promise<void> {
    this.busy = true;
    this.failure = undefined;
    try {
      const session: Session = await signIn(token);
      this.dispatchEvent(new CustomEvent("signed-in", { detail: session, bubbles: true }));
    } catch (error) {
      this.failure = error;
    }
    this.busy = false;
  }

  private switchLanguage(): void {
    void setLanguage(language() === "en" ? "zh-CN" : "en");
  }
}

function tokenOf(hash: string): string | undefined {
  return new URLSearchParams(hash.slice(1)).get("token") ?? undefined;
}
