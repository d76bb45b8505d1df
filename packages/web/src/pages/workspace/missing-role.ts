import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { emptyState } from "../../components/empty-state.ts";
import { LightElement } from "../../components/light-element.ts";
import { listTemplates } from "../../data/api.ts";
import "./missing-role.css";

const mostRoles = 5;

/** What stands at the address of a role that does not exist: what may have happened, and the roles that it may have been. */
@customElement("rw-missing-role")
export class MissingRole extends LightElement {
  /** Newest edit first; none where they cannot be had. */
  @state() private roles: readonly TemplateSummary[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.learn();
  }

  override render(): TemplateResult {
    const action = html`<a class="btn primary" href="/">${t("web.missing.home")}</a>`;
    return html`
      <header class="top"><h1>${t("web.workspace.title")}</h1></header>
      <main class="sheet">
        <div role="alert">${emptyState({ icon: "search", title: t("workspace.missing.title"), text: t("workspace.missing.text"), action })}</div>
        ${this.roles.length > 0 ? this.renderRoles() : nothing}
      </main>
    `;
  }

  private renderRoles(): TemplateResult {
    return html`<nav class="mr" aria-labelledby="mr-title">
      <h2 id="mr-title">${t("workspace.missing.recent")}</h2>
      <ul>
        ${this.roles.map(
          ({ id, title, updatedAt }) =>
            html`<li><a href=${`/roles/${encodeURIComponent(id)}`}><span class="ell">${title}</span><time datetime=${updatedAt} title=${exactTime(updatedAt)}>${ago(updatedAt)}</time></a></li>`,
        )}
      </ul>
    </nav>`;
  }

  private async learn(): Promise<void> {
    const all = await listTemplates().catch(() => []);
    this.roles = all.filter(({ archived }) => !archived).slice(0, mostRoles);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-missing-role": MissingRole;
  }
}
