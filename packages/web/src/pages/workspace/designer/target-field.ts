import type { Item, JsonObject, JsonValue } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import type { FieldView } from "./desk.ts";
import { type Choice, choiceField, fieldBox, numberField, off, textOf } from "./fields.ts";
import { isDay, isWord } from "./item-kinds.ts";

const path = "x-item/target";

const operators = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "const"] as const;

/** What a target of one or two bounds is, for its control; `other`: more than a control can say. */
type Shape = (typeof operators)[number] | "range" | "none" | "other";

/** Whether the designer has a control for the target. */
export function canShowTarget({ target }: Item): boolean {
  return (
    target === undefined ||
    target.accepted !== undefined ||
    shapeOf(target.bounds.map(({ keyword }) => keyword)) !== "other"
  );
}

/** 目标: operator, figure and unit read as one sentence; for choices the accepted ones. */
export function targetField(view: FieldView): TemplateResult {
  const { item } = view;
  const body = item.observation.kind === "choice" && isWord(item) ? acceptedChoices(view) : figureTarget(view);
  const wide = item.target?.bounds.length === 2;
  return fieldBox(view, t("designer.field.target"), path, body, { field: "target", wide });
}

function figureTarget(view: FieldView): TemplateResult {
  const { item, desk } = view;
  if (item.observation.kind === "tick" && !item.measure) return tickTarget(view);
  const bounds = item.target?.bounds ?? [];
  const shape = item.target ? shapeOf(bounds.map(({ keyword }) => keyword)) : "none";
  const disabled = off(view, path);
  if (shape === "other" || item.target?.accepted) return html`<span class="dz-unseen">${t("designer.inCode")}</span>`;
  const put = (target: JsonObject | undefined) => desk.set(item, path.split("/"), target);
  const operator = choiceField(t("designer.operator"), shape, operatorChoices(item), disabled, (chosen) =>
    put(reshaped(item, chosen as Shape)),
  );
  const figures = bounds.map(
    ({ keyword, value }) =>
      html`${numberField(t(`designer.${isDay(item) ? "dayFigure" : "figure"}.${keyword}`), value, disabled, (figure) =>
        put(figure === undefined ? without(item, keyword) : { ...item.target?.schema, [keyword]: figure }),
      )}${shape === "range" ? edgeButton(view, keyword, value) : nothing}`,
  );
  return html`<div class="dz-sentence" role="group" aria-label=${t("designer.field.target")}>
    ${operator}${figures.map((figure, index) => html`${index > 0 ? html`<span class="dz-to">–</span>` : nothing}${figure}`)}
    ${isDay(item) ? html`<span class="dz-unit">${t(item.every === "month" ? "designer.dayUnit" : "designer.dayOfPeriodUnit")}</span>` : unitField(view)}
  </div>`;
}

const otherEdge: Readonly<Record<string, string>> = {
  minimum: "exclusiveMinimum",
  exclusiveMinimum: "minimum",
  maximum: "exclusiveMaximum",
  exclusiveMaximum: "maximum",
};

/** `含` or `不含`: whether the end of a range belongs to it. */
function edgeButton(view: FieldView, keyword: string, value: string): TemplateResult {
  const { item, desk } = view;
  const inside = keyword === "minimum" || keyword === "maximum";
  const turn = () => {
    const entries = Object.entries(item.target?.schema ?? {}).map(([key, old]) => [
      key === keyword ? (otherEdge[key] ?? key) : key,
      old,
    ]);
    desk.set(item, path.split("/"), Object.fromEntries(entries));
  };
  return html`<button class="dz-edge" type="button" aria-pressed=${inside} aria-label=${t("designer.edge.label", { value })} ?disabled=${off(view, path)} @click=${turn}>
    ${t(inside ? "designer.edge.in" : "designer.edge.out")}
  </button>`;
}

function unitField(view: FieldView): TemplateResult {
  return html`<div class="dz-unit-field" data-field="x-item/unit">
    ${textOf(view, t("designer.field.unit"), "x-item/unit", view.item.unit, { placeholder: t("designer.field.unit") })}
  </div>`;
}

function tickTarget(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const choices: Choice[] = [
    { value: "", label: t("designer.tickImplied") },
    { value: "true", label: t("runtime.target.done") },
  ];
  const accepted = item.target?.accepted?.[0];
  return choiceField(
    t("designer.field.target"),
    accepted === undefined ? "" : String(accepted),
    choices,
    off(view, path),
    (chosen) => desk.set(item, path.split("/"), chosen === "" ? undefined : { const: true }),
  );
}

function acceptedChoices(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const offered = Array.isArray(item.observation.schema.enum) ? item.observation.schema.enum : [];
  const accepted = item.target?.accepted ?? [];
  const toggle = (choice: JsonValue) => {
    const next = offered.filter((other) => (other === choice ? !accepted.includes(other) : accepted.includes(other)));
    desk.set(item, path.split("/"), next.length === 0 ? undefined : { enum: next });
  };
  return html`<div class="dz-accepted" role="group" aria-label=${t("designer.field.target")} lang=${view.language}>
    ${offered.map(
      (choice) => html`<button
        class="dz-choice"
        type="button"
        aria-pressed=${accepted.includes(choice)}
        ?disabled=${off(view, path)}
        @click=${() => toggle(choice)}
      >
        ${String(choice)}
      </button>`,
    )}
  </div>`;
}

function operatorChoices(item: Item): readonly Choice[] {
  const words = isDay(item) ? "designer.dayOperator" : "designer.operators";
  const choices = operators.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return [
    { value: "none", label: t("designer.noTarget") },
    ...choices,
    { value: "range", label: t("designer.operators.range") },
  ];
}

function shapeOf(keywords: readonly string[]): Shape {
  const [first, second] = keywords;
  if (keywords.length === 1) return operators.find((operator) => operator === first) ?? "other";
  const low = first === "minimum" || first === "exclusiveMinimum";
  if (keywords.length === 2 && low && (second === "maximum" || second === "exclusiveMaximum")) return "range";
  return keywords.length === 0 ? "none" : "other";
}

/** The target with another operator; its figure stays. */
function reshaped(item: Item, shape: Shape): JsonObject | undefined {
  const words = Object.entries(item.target?.schema ?? {}).filter(([key]) => !operators.some((one) => one === key));
  const figure = Number(item.target?.bounds[0]?.value ?? (isDay(item) ? 25 : item.unit === "%" ? 90 : 1));
  const upper = Number(item.target?.bounds[1]?.value ?? Math.max(figure + 1, item.unit === "%" ? 100 : figure + 1));
  if (shape === "none" || shape === "other") return undefined;
  const bounds = shape === "range" ? { minimum: figure, maximum: upper } : { [shape]: figure };
  return { ...Object.fromEntries(words), ...bounds };
}

function without(item: Item, keyword: string): JsonObject | undefined {
  const rest = Object.entries(item.target?.schema ?? {}).filter(([key]) => key !== keyword);
  return rest.some(([key]) => operators.some((one) => one === key)) ? Object.fromEntries(rest) : undefined;
}
