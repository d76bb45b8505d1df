import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";

/** Where a role stands: draft, published, edited since its newest version, or on its way to approval. */
export function roleState(
  role: Pick<TemplateSummary, "state" | "version"> & Partial<Pick<TemplateSummary, "review">>,
): TemplateResult {
  if (role.review?.state === "review") return html`<span class="chip violet">${t("library.inReview")}</span>`;
  if (role.review?.state === "approved") return html`<span class="chip teal">${t("library.approved")}</span>`;
  if (role.state === "published") return html`<span class="chip ok">${t("web.library.state.published")}</span>`;
  if (role.state === "draft") return html`<span class="chip">${t("web.library.state.draft")}</span>`;
  return html`<span class="chip blue">${t("web.library.state.changed", { version: (role.version ?? 0) + 1 })}</span>`;
}
