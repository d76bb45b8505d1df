import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";

/** Where a role stands: draft, published, or edited since its newest version. */
export function roleState(role: Pick<TemplateSummary, "state" | "version">): TemplateResult {
  if (role.state === "published") return html`<span class="chip ok">${t("web.library.state.published")}</span>`;
  if (role.state === "draft") return html`<span class="chip">${t("web.library.state.draft")}</span>`;
  return html`<span class="chip blue">${t("web.library.state.changed", { version: (role.version ?? 0) + 1 })}</span>`;
}
