import { type Diagnostic, type QualityReason, quality, type RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { hasText, language, t } from "../../app/language.ts";
import { findingText } from "../../editor/findings.ts";
import "./quality-badge.css";

/** `质量 86`: how good the text is, and behind it what costs points. `pick` goes to the first finding of a reason. */
export function qualityBadge(
  role: RoleModel | undefined,
  diagnostics: readonly Diagnostic[],
  pick: (diagnostic: Diagnostic) => void,
): TemplateResult | typeof nothing {
  if (!role) return nothing;
  return html`${guard([role, diagnostics, language()], () => badge(role, diagnostics, pick))}`;
}

function badge(
  role: RoleModel,
  diagnostics: readonly Diagnostic[],
  pick: (diagnostic: Diagnostic) => void,
): TemplateResult {
  const { score, reasons } = quality(role, diagnostics);
  const wrong = diagnostics.some(({ severity }) => severity === "error");
  const tone = wrong || score < 70 ? "bad" : score < 90 ? "warn" : "ok";
  const words = t("designer.quality.score", { score });
  return html`<button class="chip sq ${tone} qb" type="button" popovertarget="qb-reasons" aria-label=${t("designer.quality.why", { score })} title=${t("designer.quality.about")}>
      ${words}
    </button>
    <div class="qb-reasons" id="qb-reasons" popover>
      <h3>${words}</h3>
      <p class="ink3">${t(reasons.length === 0 ? "designer.quality.full" : "designer.quality.about")}</p>
      <ul>
        ${reasons.map((reason) => line(reason, pick))}
      </ul>
    </div>`;
}

function line({ code, points, findings, severity }: QualityReason, pick: (diagnostic: Diagnostic) => void) {
  const [first] = findings;
  if (!first) return nothing;
  const key = `web.settings.rule.${code}.name`;
  const name = hasText(key) ? t(key) : findingText(first);
  const go = (event: Event) => {
    (event.currentTarget as HTMLElement).closest<HTMLElement>("[popover]")?.hidePopover();
    pick(first);
  };
  return html`<li>
    <button type="button" @click=${go}>
      <span class="qb-mark" data-severity=${severity}></span><span class="grow">${name}</span>
      <span class="ink3 tn">${t("designer.quality.places", { count: findings.length })}</span><b class="tn">−${points}</b>
    </button>
  </li>`;
}
