import { consume } from "@lit/context";
import type { Severity } from "@rolewright/runtime";
import type { Session, WorkspaceChange, WorkspaceSettings } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { changeWorkspace, readWorkspace } from "../../data/api.ts";
import { daysIn } from "./day-lines.ts";
import { ruleTable } from "./rule-table.ts";
import "./sample-roles.ts";
import "./settings-page.css";

/**
 * What the organisation decides for all: its name, its calendar, and how severe findings are. Each change is stored at
 * once and can be taken back. Event on `window`: `rw-session-changed`, as the session carries some of it.
 */
@customElement("rw-settings-page")
export class SettingsPage extends LightElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private settings: WorkspaceSettings | undefined;
  @state() private failure: unknown;
  /** What stands in a field of days and is no day. */
  @state() private wrong: { readonly field: "holidays" | "workdays"; readonly words: readonly string[] } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("web.settings.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.settings) return skeleton(title, 8);
    return html`
      <header class="top"><h1>${title}</h1></header>
      <main class="sheet settings">
        <div class="settings-column">
          ${this.locked ? html`<p class="strip warn">${icon("lock", 16)}${t("web.settings.ownerOnly")}</p>` : nothing}
          ${this.renderOrganisation(this.settings)} ${this.renderApproval(this.settings)}
          ${this.renderCalendar(this.settings)}
          <rw-sample-roles ?locked=${this.locked}></rw-sample-roles>
          <section aria-labelledby="settings-rules">
            <h2 id="settings-rules">${t("web.settings.rules.title")}</h2>
            <p class="settings-lead">${t("web.settings.rules.lead")}</p>
            ${ruleTable(this.settings.severities, this.locked, (code, level) => void this.setSeverity(code, level))}
          </section>
        </div>
      </main>
    `;
  }

  private renderOrganisation({ name, language }: WorkspaceSettings): TemplateResult {
    return html`<section aria-labelledby="settings-organisation">
      <h2 id="settings-organisation">${t("web.settings.organisation.title")}</h2>
      <label class="settings-field"
        ><span class="lbl">${t("web.settings.organisation.name")}</span>
        <span class="f"><input name="name" maxlength="100" required ?disabled=${this.locked} .value=${name} @change=${this.onName} /></span>
        <span class="settings-hint">${t("web.settings.organisation.nameHint")}</span></label
      >
      <label class="settings-field"
        ><span class="lbl">${t("web.settings.organisation.language")}</span>
        <select class="f" ?disabled=${this.locked} @change=${(event: Event) => void this.change({ language: (event.target as HTMLSelectElement).value as "zh-CN" | "en" })}>
          ${(["zh-CN", "en"] as const).map((tag) => html`<option value=${tag} ?selected=${tag === language}>${t(`web.settings.language.${tag}`)}</option>`)}
        </select></label
      >
    </section>`;
  }

  private renderApproval({ approvalRequired }: WorkspaceSettings): TemplateResult {
    const onChange = (event: Event) =>
      void this.change({ approvalRequired: (event.target as HTMLInputElement).checked });
    return html`<section aria-labelledby="settings-approval">
      <h2 id="settings-approval">${t("together.settings.title")}</h2>
      <label class="settings-check">
        <input type="checkbox" name="approval" ?disabled=${this.locked} .checked=${live(approvalRequired)} @change=${onChange} />
        <span>${t("together.settings.required")}<span class="settings-hint">${t("together.settings.hint")}</span></span>
      </label>
    </section>`;
  }

  private renderCalendar(settings: WorkspaceSettings): TemplateResult {
    const onCountry = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      void this.change({ country: value === "CN" || value === "US" ? value : null });
    };
    return html`<section aria-labelledby="settings-calendar">
      <h2 id="settings-calendar">${t("web.settings.calendar.title")}</h2>
      <p class="settings-lead">${t("web.settings.calendar.lead")}</p>
      <label class="settings-field"
        ><span class="lbl">${t("web.settings.calendar.country")}</span>
        <select class="f" ?disabled=${this.locked} @change=${onCountry}>
          ${["none", "CN", "US"].map((one) => html`<option value=${one} ?selected=${one === (settings.country ?? "none")}>${t(`web.settings.country.${one}`)}</option>`)}
        </select></label
      >
      <div class="settings-days">${this.renderDays("holidays", settings)} ${this.renderDays("workdays", settings)}</div>
    </section>`;
  }

  private renderDays(field: "holidays" | "workdays", settings: WorkspaceSettings): TemplateResult {
    const wrong = this.wrong?.field === field ? this.wrong.words : [];
    return html`<label class="settings-field"
      ><span class="lbl">${t(`web.settings.calendar.${field}`)}</span>
      <textarea
        class="f tn"
        rows="4"
        name=${field}
        placeholder="2026-10-10"
        ?disabled=${this.locked}
        aria-invalid=${wrong.length > 0}
        .value=${settings[field].join("\n")}
        @change=${(event: Event) => this.onDays(field, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${
        wrong.length > 0
          ? html`<span class="settings-wrong" role="alert">${t("web.settings.calendar.wrong", { words: wrong.join(" ") })}</span>`
          : html`<span class="settings-hint">${t(`web.settings.calendar.${field}Hint`)}</span>`
      }</label
    >`;
  }

  private get locked(): boolean {
    return !may(this.session, "workspace.write");
  }

  private onName(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.value.trim() === "") input.value = this.settings?.name ?? "";
    else void this.change({ name: input.value });
  }

  private onDays(field: "holidays" | "workdays", text: string): void {
    const { days, wrong } = daysIn(text);
    this.wrong = wrong.length > 0 ? { field, words: wrong } : undefined;
    if (wrong.length === 0) void this.change({ [field]: [...days] });
  }

  private setSeverity(code: string, level: Severity | "off" | undefined): Promise<void> {
    const { [code]: _, ...others } = this.settings?.severities ?? {};
    return this.change({ severities: level === undefined ? others : { ...others, [code]: level } });
  }

  /** Stores a change and offers the way back; a refused one leaves the page as the server has it. */
  private async change(change: WorkspaceChange): Promise<void> {
    const before = this.settings;
    if (!before) return;
    try {
      await this.store(change);
      const back = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof WorkspaceSettings]]));
      notify(t("web.settings.saved"), "done", {
        label: t("web.shell.undo"),
        run: () => void this.store(back).catch((error) => notify(failureText(error), "error")),
      });
    } catch (error) {
      notify(failureText(error), "error");
      this.settings = { ...before };
    }
  }

  private async store(change: WorkspaceChange): Promise<void> {
    this.settings = await changeWorkspace(change);
    window.dispatchEvent(new Event("rw-session-changed"));
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.settings = await readWorkspace();
    } catch (error) {
      this.failure = error;
    }
  }
}
