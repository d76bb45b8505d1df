import { scoreInWords } from "@rolewright/locale";
import { type Item, type JsonObject, scoringMethods } from "@rolewright/runtime";
import { html, nothing, svg, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { cornersOf } from "../../../components/score-curve.ts";
import type { FieldView } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off } from "./fields.ts";
import { isWord } from "./item-kinds.ts";
import { paramForm } from "./param-form.ts";

const path = "x-item/score";

/** 计分规则: the rule in a few words with its curve; changed in the panel. */
export function scoreField(view: FieldView): TemplateResult {
  const { item, panel, show } = view;
  const label = t("designer.field.score");
  const words = ruleInWords(item);
  return fieldBox(
    view,
    label,
    path,
    html`<button class="dz-score" type="button" aria-expanded=${panel === "score"} aria-label=${`${label}：${words}`} @click=${() => show("score")}>
      <span class="chip sq ${item.score ? "violet" : ""}">${words}</span>${spark(item)}
    </button>`,
    { field: "score" },
  );
}

/** What has a weight counts also without a rule of its own. */
function ruleInWords(item: Item): string {
  if (item.score) return scoreInWords(item, t);
  return item.weight === undefined
    ? t("designer.unscored")
    : t("designer.scoredAnyway", { rule: scoreInWords(item, t) });
}

/** How points follow from the value, small; nothing for rules that are no function of one value. */
export function spark(item: Item, width = 62, height = 24): TemplateResult | typeof nothing {
  const corners = item.score && cornersOf(item);
  if (!corners) return nothing;
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [low, high, top] = [Math.min(...xs), Math.max(...xs), Math.max(100, ...ys)];
  const x = (value: number) => 2 + ((value - low) / (high - low || 1)) * (width - 4);
  const y = (value: number) => height - 2 - (Math.max(0, value) / top) * (height - 6);
  const line = `M${corners.map((corner) => `${x(corner.x).toFixed(1)} ${y(corner.y).toFixed(1)}`).join("L")}`;
  const bend = corners.slice(1, -1).toSorted((a, b) => b.y - a.y)[0];
  return html`<svg class="dz-spark" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path d="M2 ${height - 2}H${width - 2}" stroke="var(--line-2)" fill="none" />
    <path d=${line} fill="none" stroke="var(--violet)" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" />
    ${bend ? svg`<circle cx=${x(bend.x)} cy=${y(bend.y)} r="2.6" fill="var(--violet)" />` : nothing}
  </svg>`;
}

/** Which method, and its parameters. */
export function scorePanel(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const kind = item.score?.kind ?? "";
  const method = scoringMethods.find(({ id }) => id === kind);
  const disabled = off(view, path);
  const methods: readonly Choice[] = [
    { value: "", label: t("designer.unscored") },
    ...scoringMethods.map(({ id }) => ({ value: id, label: t(`runtime.methods.${id}.name`) })),
  ];
  return html`<div class="dz-panel" data-field=${path}>
    <div class="dz-params">
      <div class="dz-param">
        <span class="lbl">${t("designer.method")}</span>
        ${choiceField(t("designer.method"), kind, methods, disabled, (chosen) => desk.setMany(item, methodChanges(view, chosen)))}
      </div>
      <p class="dz-note">${method ? t(`runtime.methods.${kind}.description`) : t("designer.unscoredNote")}</p>
    </div>
    ${
      method
        ? paramForm({
            name: `score-${kind}`,
            schema: method.params,
            value: item.score?.params ?? {},
            readonly: disabled,
            language: view.language,
            choices: (name) => (name === "grade" ? gradeChoices(view) : undefined),
            change: (params) => desk.set(item, path.split("/"), { kind, ...params }),
          })
        : nothing
    }
    ${item.score ? html`<div class="dz-curve">${spark(item, 204, 64)}</div>` : nothing}
    ${isWord(item) && method?.needsValue ? html`<p class="dz-note">${icon("info", 13)}${t("designer.needsNumber")}</p>` : nothing}
  </div>`;
}

function gradeChoices({ role }: FieldView): readonly Choice[] | undefined {
  return role.grades.length === 0 ? undefined : role.grades.map(({ grade }) => ({ value: grade, label: grade }));
}

/** The method with parameters that mean something at once. What is outside the weighted sum has no weight. */
function methodChanges(view: FieldView, kind: string) {
  const { item } = view;
  const score = kind === "" ? undefined : { kind, ...startParams(kind, view) };
  const outside = scoringMethods.find(({ id }) => id === kind)?.outside !== undefined;
  const changes: (readonly [readonly string[], JsonObject | undefined])[] = [[path.split("/"), score]];
  if (outside && item.weight !== undefined) changes.push([["x-item", "weight"], undefined]);
  return changes;
}

function startParams(kind: string, { item, role }: FieldView): JsonObject {
  const bound = item.target?.bounds[0];
  const lower = bound?.keyword === "maximum" || bound?.keyword === "exclusiveMaximum";
  const byTarget = targetParams(kind, Number(bound?.value ?? 100), lower);
  if (byTarget) return byTarget;
  if (kind === "levels") return { levels: levelsOf(item) };
  const last = role.grades.at(-1)?.grade;
  if (kind === "veto" && last !== undefined) return { grade: last };
  return fixedParams[kind] ?? {};
}

const fixedParams: Readonly<Record<string, JsonObject>> = {
  deduct: { per: 10 },
  bonus: { per: 1, cap: 5 },
  expression: { formula: "met ? 100 : 0" },
};

function targetParams(kind: string, at: number, lower: boolean): JsonObject | undefined {
  if (kind === "proportion") return { direction: lower ? "lower" : "higher" };
  if (kind === "bands") return { bands: [lower ? { upTo: at, points: 100 } : { from: at, points: 100 }], else: 0 };
  if (kind !== "linear") return undefined;
  return lower ? { from: at === 0 ? 1 : at * 2, to: at } : { from: 0, to: at === 0 ? 100 : at };
}

function levelsOf({ observation }: Item): readonly JsonObject[] {
  const choices = Array.isArray(observation.schema.enum) ? observation.schema.enum.map(String) : [];
  if (choices.length === 0) return [5, 4, 3, 2, 1].map((value) => ({ value, points: value * 20 }));
  const step = 100 / choices.length;
  return choices.map((value, index) => ({ value, points: Math.round(100 - index * step) }));
}
