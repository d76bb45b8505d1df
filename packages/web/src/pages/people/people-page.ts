import { consume } from "@lit/context";
import type { Holder, Member, ScorecardSummary, Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { avatar } from "../../components/avatar.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { changeMember, createSignInLink, listHolders, listMembers, listScorecards } from "../../data/api.ts";
import "./holder-dialog.ts";
import { holderTable } from "./holder-table.ts";
import "./member-dialog.ts";
import "./people-page.css";
import "./token-panel.ts";

const roles: readonly Member["role"][] = ["owner", "author", "manager", "member", "commenter", "viewer"];

/** Who holds roles and is appraised, and who may sign in. */
@customElement("rw-people-page")
export class PeoplePage extends LightElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private holders: readonly Holder[] | undefined;
  @state() private members: readonly Member[] = [];
  @state() private scorecards: readonly ScorecardSummary[] = [];
  @state() private failure: unknown;
  @state() private dialog: "none" | "holder" | "member" = "none";
  /** The one-time link just made, for whom. */
  @state() private link: { readonly name: string; readonly url: string; readonly expiresAt: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("web.people.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.holders) return skeleton(title, 6);
    return html`
      <header class="top">
        <h1>${title}</h1>
        <span class="grow"></span>
        ${
          may(this.session, "holders.write")
            ? html`<button class="btn primary" type="button" @click=${() => this.show("holder")}>${icon("plus", 16)}<span class="wide-word">${t("web.people.holders.add")}</span></button>`
            : nothing
        }
      </header>
      <main class="sheet people">
        ${this.renderHolders(this.holders)}
        <aside class="people-side" aria-label=${t("web.people.side")}>
          ${may(this.session, "members.read") ? this.renderMembers() : nothing}
          ${may(this.session, "tokens.own") ? html`<rw-token-panel></rw-token-panel>` : nothing}
        </aside>
      </main>
      ${this.renderDialog()}
    `;
  }

  /** A dialog is made anew each time, so that it always opens empty. */
  private renderDialog(): TemplateResult | typeof nothing {
    if (this.dialog === "holder")
      return html`<rw-holder-dialog
        .members=${this.members}
        @created=${this.onHolder}
        @dialog-closed=${() => this.show("none")}
      ></rw-holder-dialog>`;
    if (this.dialog === "member")
      return html`<rw-member-dialog
        .link=${this.link}
        @created=${this.onMember}
        @dialog-closed=${this.onMemberClosed}
      ></rw-member-dialog>`;
    return nothing;
  }

  private renderHolders(holders: readonly Holder[]): TemplateResult {
    const mayAdd = may(this.session, "holders.write");
    return html`<section class="people-main" aria-labelledby="people-holders">
      <div class="people-head">
        <h2 class="people-title" id="people-holders">${t("web.people.holders.title")}<span class="people-count">${holders.length}</span></h2>
        <p class="people-lead">${t("web.people.holders.lead")}</p>
      </div>
      ${
        holders.length === 0
          ? emptyState({
              icon: "users",
              title: t("web.people.holders.empty"),
              ...(mayAdd
                ? {
                    action: html`<button class="btn soft" type="button" @click=${() => this.show("holder")}>${t("web.people.holders.add")}</button>`,
                  }
                : {}),
            })
          : holderTable(holders, this.scorecards, may(this.session, "scorecards.write"))
      }
    </section>`;
  }

  private renderMembers(): TemplateResult {
    const writes = may(this.session, "members.write");
    return html`<section class="box" aria-labelledby="people-members">
      <h2 class="people-title" id="people-members">
        ${t("web.people.members.title")}<span class="people-count">${this.members.length}</span><span class="grow"></span>
        ${writes ? html`<button class="btn sm" type="button" @click=${() => this.show("member")}>${icon("plus", 14)}${t("web.people.members.invite")}</button>` : nothing}
      </h2>
      <p class="people-lead">${t(writes ? "web.people.members.lead" : "web.people.members.readOnly")}</p>
      <ul class="people-list">
        ${this.members.map((member) => this.renderMember(member, writes))}
      </ul>
    </section>`;
  }

  private renderMember(member: Member, writes: boolean): TemplateResult {
    return html`<li>
      ${avatar(member.name, member.color)}
      <span class="people-name"
        ><b>${member.name}${member.id === this.session?.member.id ? html` <span class="chip sq">${t("web.people.you")}</span>` : nothing}</b
        ><span class="ell">${member.email}</span></span
      >
      ${
        writes
          ? html`<select class="f" aria-label=${t("web.people.members.roleOf", { name: member.name })} @change=${(event: Event) => void this.onRole(member, event.target as HTMLSelectElement)}>
                ${roles.map((role) => html`<option value=${role} ?selected=${role === member.role}>${t(`web.roles.${role}`)}</option>`)}
              </select>
              <button class="btn sm" type="button" @click=${() => void this.makeLink(member)}>${icon("link", 14)}${t("web.people.members.link")}</button>`
          : html`<span class="chip">${t(`web.roles.${member.role}`)}</span>`
      }
    </li>`;
  }

  private show(dialog: "none" | "holder" | "member"): void {
    this.dialog = dialog;
  }

  private onHolder(event: CustomEvent<Holder>): void {
    this.holders = [...(this.holders ?? []), event.detail];
    this.show("none");
    notify(t("web.people.holders.added", { name: event.detail.name }));
  }

  private onMember(event: CustomEvent<Member>): void {
    this.members = [...this.members, event.detail];
    void this.makeLink(event.detail);
  }

  private onMemberClosed(): void {
    this.show("none");
    this.link = undefined;
  }

  private async makeLink(member: Member): Promise<void> {
    try {
      this.link = { name: member.name, ...(await createSignInLink(member.id)) };
      this.show("member");
    } catch (error) {
      notify(failureText(error), "error");
    }
  }

  /** A change of role takes effect at once and can be taken back; a refused one falls back in the list. */
  private async onRole(member: Member, select: HTMLSelectElement): Promise<void> {
    const role = select.value as Member["role"];
    try {
      this.replace(await changeMember(member.id, { role }));
      const undo = async () => this.replace(await changeMember(member.id, { role: member.role }));
      notify(t("web.people.members.changed", { name: member.name, role: t(`web.roles.${role}`) }), "done", {
        label: t("web.shell.undo"),
        run: () => void undo().catch((error) => notify(failureText(error), "error")),
      });
    } catch (error) {
      select.value = member.role;
      notify(failureText(error), "error");
    }
  }

  private replace(changed: Member): void {
    this.members = this.members.map((one) => (one.id === changed.id ? changed : one));
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const members = may(this.session, "members.read") ? listMembers() : Promise.resolve([]);
      const scorecards = may(this.session, "scorecards.read") ? listScorecards() : Promise.resolve([]);
      [this.holders, this.members, this.scorecards] = await Promise.all([listHolders(), members, scorecards]);
    } catch (error) {
      this.failure = error;
    }
  }
}
