import type { Item, JsonObject, JsonValue } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { FieldView } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off, panelButton } from "./fields.ts";
import { measureOf, measuresFor } from "./item-kinds.ts";
import { inputTypeChanges, inputTypeChoices, inputTypeOf } from "./observation-fields.ts";
import { paramForm } from "./param-form.ts";

const path = "x-item/measure";

/** 口径: how the value comes from what is recorded, in words; changed in the panel. */
export function measureField(view: FieldView): TemplateResult {
  const label = t("designer.field.measure");
  return fieldBox(view, label, path, panelButton(view, "measure", label, measureText(view.item)), { field: "measure" });
}

/** `抽查数 ÷ 当月总量`; the measure's name where it has no inputs. */
export function measureText(item: Item): string {
  const kind = measureOf(item);
  if (kind === undefined) return t("designer.measureNeeded");
  const title = (name: string) => {
    const key = item.measure?.params[name];
    return item.observation.fields.find((field) => field.key === key)?.title ?? String(key ?? "?");
  };
  if (kind === "ratio") return `${title("of")} ÷ ${title("to")}`;
  if (kind === "deviation") return t("designer.deviation", { plan: title("plan"), actual: title("actual") });
  if (kind === "expression" && typeof item.measure?.params.formula === "string") return item.measure.params.formula;
  return t(`runtime.measures.${kind}.name`);
}

/** Which measure, its parameters, and the names and units of what is filled in. */
export function measurePanel(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const kind = measureOf(item) ?? "";
  const list = measuresFor(item.observation.kind);
  const disabled = off(view, path);
  const put = (params: JsonObject, chosen = kind) => desk.set(item, path.split("/"), { kind: chosen, ...params });
  return html`<div class="dz-panel" data-field=${path}>
    <div class="dz-params">
      <div class="dz-param">
        <span class="lbl">${t("designer.measureKind")}</span>
        ${choiceField(
          t("designer.measureKind"),
          kind,
          list.map(({ id }) => ({ value: id, label: t(`runtime.measures.${id}.name`) })),
          disabled,
          (chosen) => put(startParams(chosen, item), chosen),
        )}
      </div>
      <p class="dz-note">${kind === "" ? t("designer.measureNeeded") : t(`runtime.measures.${kind}.description`)}</p>
    </div>
    ${paramForm({
      name: `measure-${kind}`,
      schema: list.find(({ id }) => id === kind)?.params ?? {},
      value: item.measure?.params ?? {},
      readonly: disabled,
      language: view.language,
      choices: (name) => namedChoices(item, kind, name),
      change: (params) => put(params),
    })}
    ${item.observation.kind === "inputs" ? inputList(view) : nothing}
  </div>`;
}

const inputParams: Readonly<Record<string, readonly string[]>> = {
  ratio: ["of", "to"],
  deviation: ["plan", "actual"],
  duration: ["from", "to"],
};

function namedChoices({ observation }: Item, kind: string, name: string): readonly Choice[] | undefined {
  if (name === "choices.keys" && Array.isArray(observation.schema.enum)) {
    return observation.schema.enum.map((value) => ({ value: String(value), label: String(value) }));
  }
  if (observation.kind !== "inputs" || !inputParams[kind]?.includes(name)) return undefined;
  return observation.fields.map(({ key, title }) => ({ value: key, label: title }));
}

/** Parameters with which a measure means something at once. */
function startParams(kind: string, { observation }: Item): JsonObject {
  const [first, second] = observation.fields.map(({ key }) => key);
  const [from = "done", to = from] = [first, second];
  if (kind === "ratio") return { of: from, to, whenZero: "not-applicable" };
  if (kind === "deviation") return { plan: from, actual: to };
  if (kind === "duration" && observation.kind === "inputs") return { from, to };
  if (kind === "expression") return { formula: observation.kind === "inputs" ? from : "value" };
  if (kind !== "rating") return {};
  const { enum: choices } = observation.schema;
  if (!Array.isArray(choices)) return { to: 5 };
  return { choices: Object.fromEntries(choices.map((choice, index) => [String(choice), choices.length - index])) };
}

/** The figures that are filled in: names and units. */
function inputList(view: FieldView): TemplateResult {
  const { item, desk } = view;
  return html`<div class="dz-inputs">
    <span class="lbl">${t("designer.inputs")}</span>
    ${item.observation.fields.map(({ key, title, unit, schema }) => {
      const at = `properties/${key}`;
      return html`<div class="dz-input" data-field=${at}>
        ${inputText(view, t("designer.inputTitle"), `${at}/title`, title, at)}
        ${inputText(view, t("designer.field.unit"), `${at}/x-item/unit`, unit, at)}
        ${choiceField(
          t("designer.inputType.of", { title }),
          inputTypeOf(schema),
          inputTypeChoices(),
          off(view, at),
          (type) => desk.setMany(item, inputTypeChanges(key, schema, type)),
        )}
        <button
          class="ib xs"
          type="button"
          aria-label=${t("designer.removeInput", { title })}
          ?disabled=${off(view, at) || item.observation.fields.length === 1}
          @click=${() => desk.setMany(item, withoutInput(item, key))}
        >
          ${icon("x", 14)}
        </button>
      </div>`;
    })}
    ${
      view.readonly
        ? nothing
        : html`<button class="btn quiet xs" type="button" @click=${() => desk.setMany(item, withInput(item))}>
          ${icon("plus", 14)}${t("designer.addInput")}
        </button>`
    }
  </div>`;
}

function inputText(
  view: FieldView,
  label: string,
  at: string,
  value: string | undefined,
  lock: string,
): TemplateResult {
  return html`<rw-text-field
    .label=${label}
    .placeholder=${label}
    .value=${value ?? ""}
    .language=${view.language}
    ?readonly=${off(view, lock)}
    @commit=${({ detail }: CustomEvent<string>) => view.desk.set(view.item, at.split("/"), detail === "" ? undefined : detail)}
  ></rw-text-field>`;
}

function withInput(item: Item): readonly (readonly [readonly string[], JsonValue])[] {
  const keys = item.observation.fields.map(({ key }) => key);
  const names = Array.from({ length: keys.length + 1 }, (_, index) => `input${index + 1}`);
  const key = names.find((name) => !keys.includes(name)) ?? "input";
  return [
    [["properties", key], { title: t("designer.newInput"), type: "number", minimum: 0 }],
    [["required"], [...item.observation.fields.filter(({ required }) => required).map((field) => field.key), key]],
  ];
}

function withoutInput(item: Item, key: string): readonly (readonly [readonly string[], JsonValue | undefined])[] {
  const required = item.observation.fields.filter((field) => field.required && field.key !== key);
  return [
    [["properties", key], undefined],
    [["required"], required.map((field) => field.key)],
  ];
}
