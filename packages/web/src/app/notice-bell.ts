import type { Notice, NoticeList } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ago, exactTime } from "../components/ago.ts";
import { avatar } from "../components/avatar.ts";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { markNoticesRead, readNotices } from "../data/together.ts";
import { whenIdle } from "../data/when-idle.ts";
import { t } from "./language.ts";
import "./notice-bell.css";
import "./rail-panel.css";

/** How often the server is asked while the page is in sight. */
const askMs = 30_000;

/** How long the first question waits for the page to be drawn, at the most. */
const longestWaitMs = 3_000;

/** In the rail: how many notices are unread, and the list of them. A notice leads to its place and is read by that. */
@customElement("rw-notice-bell")
export class NoticeBell extends LightElement {
  @state() private list: NoticeList | undefined;
  @state() private failed = false;
  @query("#notice-panel") private panel!: HTMLElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.ask);
    this.timer = setInterval(this.ask, askMs);
    // What the page itself shows comes first.
    void whenIdle(longestWaitMs).then(() => {
      if (this.isConnected) void this.ask();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.ask);
    clearInterval(this.timer);
  }

  override render(): TemplateResult {
    const unread = this.list?.unread ?? 0;
    const label = t("together.notices.button", { count: unread });
    return html`
      <button class="ib nb-button" id="notice-button" type="button" aria-label=${label} title=${label} popovertarget="notice-panel">
        ${icon("bell", 20)}${unread > 0 ? html`<span class="n tn">${unread > 99 ? "99+" : unread}</span>` : nothing}
      </button>
      <div class="rail-panel" id="notice-panel" popover tabindex="-1" autofocus role="dialog" aria-label=${t("together.notices.title")} @toggle=${this.onToggle}>
        <section class="nb">
          <header class="nb-head">
            <h2>${t("together.notices.title")}</h2>
            ${unread > 0 ? html`<button class="btn quiet xs" type="button" @click=${() => this.read()}>${t("together.notices.readAll")}</button>` : nothing}
          </header>
          ${this.renderList()}
        </section>
      </div>
    `;
  }

  private renderList(): TemplateResult {
    const items = this.list?.items ?? [];
    if (this.failed) return html`<p class="strip" role="alert">${t("together.notices.failed")}</p>`;
    if (items.length === 0)
      return html`<p class="nb-none"><b>${t("together.notices.none")}</b><span>${t("together.notices.noneHint")}</span></p>`;
    return html`<ul class="nb-list">
      ${items.map((notice) => html`<li>${this.renderNotice(notice)}</li>`)}
    </ul>`;
  }

  private renderNotice(notice: Notice): TemplateResult {
    const { id, kind, templateId, threadId, actor, title, version, excerpt, createdAt, readAt } = notice;
    const words = t(`together.notices.says.${kind}`, { actor: actor.name, title, version: version ?? 0 });
    const thread = threadId === null ? "" : `?thread=${encodeURIComponent(threadId)}`;
    return html`<a href=${`/roles/${encodeURIComponent(templateId)}${thread}`} data-unread=${readAt === null} @click=${() => this.read([id])}>
      ${avatar(actor.name, actor.color, "s")}
      <span class="nb-words"
        ><b>${words}</b>${excerpt ? html`<span class="ell">${excerpt}</span>` : nothing}<time datetime=${createdAt} title=${exactTime(createdAt)}>${ago(createdAt)}</time></span
      >
    </a>`;
  }

  private readonly ask = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    try {
      this.list = await readNotices();
      this.failed = false;
    } catch {
      // What was known stays; only somebody who opens the list is to hear of it.
      this.failed = this.list === undefined;
    }
  };

  private onToggle({ newState }: ToggleEvent): void {
    if (newState === "open") void this.ask();
  }

  private async read(ids?: readonly string[]): Promise<void> {
    if (ids) this.panel.hidePopover();
    await markNoticesRead(ids).catch(() => undefined);
    await this.ask();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-notice-bell": NoticeBell;
  }
}
