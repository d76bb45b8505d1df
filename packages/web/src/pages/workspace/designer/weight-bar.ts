import type { Diagnostic, Fix, Item, RoleModel, Section } from "@rolewright/runtime";
import { scoringMethods } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { t } from "../../../app/language.ts";
import { fixText } from "../../../editor/findings.ts";

/** What the bar of one section shows. */
export interface WeightView {
  readonly items: readonly Item[];
  /** The sum and what it misses, as the runtime counted it; undefined when it is 100. */
  readonly finding: Diagnostic | undefined;
}

/** The weights shown at a section: its own where sections have weights, else those of the whole role, once. */
export function weightsOf(role: RoleModel, section: Section, findings: readonly Diagnostic[]): WeightView | undefined {
  const parted = role.sections.some(({ weight }) => weight !== undefined);
  const [first] = role.sections.filter(({ items }) => items.some(isWeighted));
  if (!section.items.some(isWeighted) || (!parted && section !== first)) return undefined;
  const items = (parted ? [section] : role.sections).flatMap((one) => one.items).filter(isWeighted);
  const sums = findings.filter(({ code }) => code === "weights/sum");
  const finding = parted ? sums.find(({ path }) => path.length === 2 && path[1] === section.key) : sums[0];
  return { items, finding };
}

function isWeighted({ weight, score }: Item): boolean {
  return weight !== undefined && scoringMethods.find(({ id }) => id === score?.kind)?.outside === undefined;
}

/** `权重 95 / 100`, each item a stretch, what is missing hatched, with the ways to mend it. */
export function weightBar(
  view: WeightView,
  lit: string | undefined,
  pick: (key: string) => void,
  fix: ((fix: Fix) => void) | undefined,
): TemplateResult {
  const { items, finding } = view;
  const { sum = "100", gap = "0", short = false } = finding?.params ?? {};
  const says = finding ? t(short ? "designer.short" : "designer.over", { gap }) : t("designer.full");
  return html`<div class="dz-weights">
    <div class="dz-bar" role="img" aria-label=${t("designer.weightSum", { sum, says })}>
      ${items.map(({ key, number, title, weight }) =>
        guard(
          [key, number, title, weight, key === lit],
          () => html`<span
            class=${key === lit ? "on" : ""}
            style=${`flex:${Number(weight)}`}
            title=${`${number} ${title} · ${weight}`}
            @click=${() => pick(key)}
          ></span>`,
        ),
      )}
      ${finding && short ? html`<span class="gap" style=${`flex:${Number(gap)}`}></span>` : nothing}
    </div>
    <div class="dz-sum">
      <span>${t("designer.weight")} <b class="tn ${finding ? "bad" : ""}">${sum}</b> / 100</span>
      ${
        finding
          ? html`<span class="dz-gap">${says}${fix ? finding.fixes.map((one) => html`<button class="dz-link" type="button" @click=${() => fix(one)}>${fixText(one)}</button>`) : nothing}</span>`
          : nothing
      }
    </div>
  </div>`;
}
