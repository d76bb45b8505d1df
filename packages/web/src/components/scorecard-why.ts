import { actualInWords, stepInWords } from "@rolewright/locale";
import type { Item, RoleModel, Scorecard, ScorecardLine, Step } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, language, t } from "../app/language.ts";
import { icon } from "./icon.ts";
import { ownerName } from "./owner-name.ts";
import { scoreCurve } from "./score-curve.ts";
import { stateMark } from "./state-mark.ts";
import { textLanguage } from "./text-language.ts";

/** What an opened line lets one do, beside reading. */
export interface LineControls {
  /** The fields of its instances, where they are several. */
  readonly fields: readonly TemplateResult[];
  readonly evidence: TemplateResult | typeof nothing;
  readonly exemption: TemplateResult | typeof nothing;
}

/**
 * Why a line has its points: the arithmetic in numbered steps, its fields, evidence and exemption, what it rests on (duty → standard → version), the little curve, and the way to the target.
 */
export function scorecardWhy(
  model: RoleModel,
  scorecard: Scorecard | undefined,
  line: ScorecardLine,
  item: Item,
  { fields, evidence, exemption }: LineControls,
): TemplateResult {
  const curve = scoreCurve(item, line);
  const said = line.reason === "exempt" && exemption !== nothing;
  const hint = line.steps.find((step) => step.code.startsWith("hint/"));
  const steps = line.steps.filter((step) => arithmetic.has(phaseOf(step)));
  return html`<div class="why ${curve === nothing && !hint ? "why-plain" : ""}">
    <div>
      ${fields.length > 0 ? html`<ul class="why-instances">${fields}</ul>` : nothing}
      ${evidence === nothing ? nothing : html`<div class="why-evidence">${evidence}</div>`}
      ${steps.length > 0 ? html`<ol class="why-steps">${steps.map((step) => renderStep(step, line))}</ol>` : nothing}
      ${steps.length > 0 || said ? nothing : html`<p class="why-none">${whyNothing(line, item)}</p>`}
      ${exemption === nothing ? nothing : html`<div class="why-exemption">${exemption}</div>`}
      ${item.description ? html`<p class="why-text" lang=${textLanguage(model, language())}>${item.description}</p>` : nothing} ${renderTrace(model, scorecard, line, item)}
    </div>
    ${curve === nothing && !hint ? nothing : html`<figure>${curve}${hint ? html`<figcaption>${say(hint)}</figcaption>` : nothing}</figure>`}
  </div>`;
}

/** The phases that are steps of the arithmetic; a hint stands under the curve, a state in words. */
const arithmetic: ReadonlySet<string> = new Set(["origin", "measure", "aggregate", "compare", "score", "contribute"]);

function phaseOf(step: Step): string {
  return step.code.split("/")[0] ?? "";
}

function say(step: Step): string {
  return stepInWords(step, t);
}

function renderStep(step: Step, line: ScorecardLine): TemplateResult {
  const phase = phaseOf(step);
  return html`<li>
    <span class="why-phase">${t(`web.scorecard.phase.${phase}`)}</span>
    <span class="why-say">${say(step)}</span>
    ${phase === "compare" ? stateMark(line.state) : html`<b>${stepResult(step, line)}</b>`}
  </li>`;
}

function stepResult(step: Step, line: ScorecardLine): string {
  if (step.result === null) return "—";
  if (/^(measure|aggregate)\//.test(step.code))
    return actualInWords({ actual: step.result, steps: [step] }, line.every, t);
  return current().number(step.result);
}

/** Without data there is no arithmetic: say what is missing and who brings it. */
function whyNothing(line: ScorecardLine, item: Item): string {
  const state = line.steps.find((step) => phaseOf(step) === "state");
  const reason = `${state ? say(state) : t(`runtime.reasons.${line.reason ?? "missing"}`, { dueIn: line.dueIn })}${t("web.scorecard.stop")}`;
  return item.owner && line.state === "no-data"
    ? `${reason} ${t("web.scorecard.owner", { owner: ownerName(item.owner) })}`
    : reason;
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
    <span class="chip sq line tn">${typeof version === "number" ? `v${version}` : t("web.scorecard.trace.draft")}</span>
    ${item.dataSource ? html`<span class="why-source">${t("web.scorecard.trace.source", { source: item.dataSource })}</span>` : nothing}
  </div>`;
}
