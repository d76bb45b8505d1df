import type { Item, JsonValue, RoleModel, Scorecard, ScorecardLine, Step } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, hasText, t } from "../app/language.ts";
import { icon } from "./icon.ts";
import { nextStep } from "./next-step.ts";
import { scoreCurve } from "./score-curve.ts";
import { stateMark } from "./state-mark.ts";
import { valueText } from "./target-text.ts";

/**
 * Why a line has its points: the arithmetic in numbered steps, the fields of its instances where they are several,
 * what it rests on (duty → standard → version), the little curve, and the way to the target.
 */
export function scorecardWhy(
  model: RoleModel,
  scorecard: Scorecard | undefined,
  line: ScorecardLine,
  item: Item,
  data: JsonValue | undefined,
  instances: readonly TemplateResult[],
): TemplateResult {
  const curve = scoreCurve(item, line.instances.length > 1 ? null : line.actual, line.points);
  const hint = nextStep(item, line, data);
  return html`<div class="why ${curve === nothing && !hint ? "why-plain" : ""}">
    <div>
      ${instances.length > 0 ? html`<ul class="why-instances">${instances}</ul>` : nothing}
      ${line.steps.length > 0 ? html`<ol class="why-steps">${line.steps.map((step) => renderStep(step, line, item))}</ol>` : html`<p class="why-none">${whyNothing(line, item)}</p>`}
      ${item.description ? html`<p class="why-text">${item.description}</p>` : nothing} ${renderTrace(model, scorecard, line, item)}
    </div>
    ${curve === nothing && !hint ? nothing : html`<figure>${curve}${hint ? html`<figcaption>${hint}</figcaption>` : nothing}</figure>`}
  </div>`;
}

function renderStep(step: Step, line: ScorecardLine, item: Item): TemplateResult {
  const phase = step.code.split("/")[0] ?? "";
  return html`<li>
    <span class="why-phase">${t(`web.scorecard.phase.${phase}`)}</span>
    <span class="why-say">${t(`runtime.explain.${step.code}`, step.params)}</span>
    ${phase === "compare" ? stateMark(line.state) : html`<b>${stepResult(step, item)}</b>`}
  </li>`;
}

function stepResult(step: Step, item: Item): string {
  if (step.result === null) return "—";
  if (step.code.startsWith("measure/")) return valueText(step.result, item);
  return step.unit ? `${current().number(step.result)} ${step.unit}` : current().number(step.result);
}

/** Without data there is no arithmetic: say what is missing and who brings it. */
function whyNothing(line: ScorecardLine, item: Item): string {
  const reason = t(`web.scorecard.reason.${line.reason ?? "missing"}`);
  return item.owner && line.state === "no-data"
    ? `${reason} ${t("web.scorecard.owner", { owner: ownerName(item.owner) })}`
    : reason;
}

function ownerName(owner: string): string {
  const key = `web.scorecard.owners.${owner}`;
  return hasText(key) ? t(key) : owner;
}

function renderTrace(
  model: RoleModel,
  scorecard: Scorecard | undefined,
  line: ScorecardLine,
  item: Item,
): TemplateResult {
  const duties = model.sections.flatMap((section) => section.items).filter((one) => line.supports.includes(one.key));
  const version = scorecard?.template.version;
  return html`<div class="why-trace">
    <span>${t("web.scorecard.trace.label")}</span>
    ${duties.map((duty) => html`<span class="chip sq line" title=${duty.title}>${icon("file", 12)}${t("web.scorecard.trace.duty", { number: duty.number })}</span>`)}
    ${duties.length > 0 ? icon("right", 11) : nothing}
    <span class="chip sq line" title=${line.title}>${icon("target", 12)}${t("web.scorecard.trace.standard", { number: line.number })}</span>
    ${icon("right", 11)}
    <span class="chip sq line mono">${typeof version === "number" ? `@v${version}` : t("web.scorecard.trace.draft")}</span>
    ${item.dataSource ? html`<span class="why-source">${t("web.scorecard.trace.source", { source: item.dataSource })}</span>` : nothing}
  </div>`;
}
