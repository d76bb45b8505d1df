import type { Item, JsonValue, ObservedField } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { FieldView } from "./desk.ts";
import { dueField } from "./due-field.ts";
import { kpiField } from "./extends-field.ts";
import { type Choice, choiceField, fieldBox, numberOf, off, textOf, wordOf } from "./fields.ts";
import { lintIgnores } from "./lint-ignores.ts";
import { measureField } from "./measure-field.ts";
import { figureLimits } from "./observation-fields.ts";
import { scoreField } from "./score-field.ts";
import { targetField } from "./target-field.ts";
import type { TranslatedText } from "./translations.ts";
import "./translations.ts";

const cadences = ["day", "week", "month", "quarter", "half-year", "year", "once", "event"];
const parts = ["lead", "organise", "take-part", "review", "assist", "approve"];
const aggregates = ["share-met", "mean", "sum", "last", "worst"];

/** The fields that are always in sight, those that matter most for the section's kind. */
export function mainFields(view: FieldView): TemplateResult {
  switch (view.kind) {
    case "duties":
      return html`${partField(view)}${needField(view, ["essential", "marginal"])}${cadenceField(view)}${dueField(view)}${shareField(view)}`;
    case "qualifications":
      return html`${targetField(view)}${needField(view, ["required", "preferred"])}${textField(view, "evidence", view.item.evidence)}`;
    default:
      return html`${targetField(view)}${measureField(view)}${cadenceField(view)}${dueField(view)}${scoreField(view)}${supportsField(view)}`;
  }
}

/** Everything else an item can say. */
export function morePanel(view: FieldView, kindField: TemplateResult): TemplateResult {
  const { item, kind } = view;
  const duty = kind === "duties";
  const qualification = kind === "qualifications";
  return html`<div class="dz-panel dz-more">
    ${fieldBox(view, t("designer.field.description"), "description", textOf(view, t("designer.field.description"), "description", item.description, { lines: true }), { field: "description", wide: true })}
    ${kindField}
    ${item.observation.kind === "choice" ? choicesField(view) : nothing}
    ${item.observation.kind === "figure" ? figureLimits(view) : nothing}
    ${duty || qualification ? html`${duty ? targetField(view) : nothing}${measureField(view)}` : nothing}
    ${duty || qualification ? html`${qualification ? cadenceField(view) : nothing}${scoreField(view)}` : nothing}
    ${textField(view, "source", item.dataSource, "dataSource")}${ownerField(view)}
    ${qualification ? nothing : textField(view, "evidence", item.evidence)}
    ${wordField(view, "aggregate", item.aggregate, words("aggregate", aggregates), t("designer.byDefault"))}
    ${wordField(view, "noData", item.noData === "block" ? undefined : item.noData, words("noData", ["zero", "exclude"]), t("designer.word.noData.block"))}
    ${flags(view)}${kpiField(view)}${translations(view)}${lintIgnores(view)}
  </div>`;
}

function words(group: string, values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, label: t(`designer.word.${group}.${value}`) }));
}

function textField(view: FieldView, name: string, value: string | undefined, field = name): TemplateResult {
  const label = t(`designer.field.${name}`);
  return fieldBox(view, label, `x-item/${name}`, textOf(view, label, `x-item/${name}`, value), { field });
}

function wordField(
  view: FieldView,
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
  otherwise = t("designer.none"),
): TemplateResult {
  const label = t(`designer.field.${name}`);
  return fieldBox(view, label, `x-item/${name}`, wordOf(view, label, `x-item/${name}`, value, choices, otherwise), {
    field: name,
  });
}

/** How often: every cadence there is. */
export function cadenceChoices(): readonly Choice[] {
  return cadences.map((value) => ({ value, label: t(`runtime.cadence.${value}`) }));
}

const owners = ["holder", "manager", "integration"];

/** Who enters a figure, apart from units that are named. */
export function ownerChoices(): readonly Choice[] {
  return owners.map((value) => ({ value, label: t(`document.owner.${value}`) }));
}

function cadenceField(view: FieldView): TemplateResult {
  const label = t("designer.field.every");
  const body = html`<span class="dz-iconed">${icon("repeat", 14)}${wordOf(view, label, "x-item/every", view.item.every, cadenceChoices())}</span>`;
  return fieldBox(view, label, "x-item/every", body, { field: "every" });
}

function partField(view: FieldView): TemplateResult {
  const choices = parts.map((value) => ({ value, label: t(`document.part.${value}`) }));
  return wordField(view, "part", view.item.part, choices);
}

function needField(view: FieldView, needs: readonly string[]): TemplateResult {
  const choices = needs.map((value) => ({ value, label: t(`document.need.${value}`) }));
  return wordField(view, "need", view.item.need, choices);
}

function shareField(view: FieldView): TemplateResult {
  const label = t("designer.field.share");
  const body = html`<div class="dz-sentence">${numberOf(view, label, "x-item/share", view.item.share)}<span class="dz-unit">%</span></div>`;
  return fieldBox(view, label, "x-item/share", body, { field: "share" });
}

/** The three that have a meaning of their own, or the name of a unit. */
function ownerField(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const [path, label] = ["x-item/owner", t("designer.field.owner")];
  const named = item.owner !== undefined && !owners.includes(item.owner);
  const choices: Choice[] = [
    { value: "", label: t("designer.none") },
    ...ownerChoices(),
    { value: " ", label: t("designer.ownerUnit") },
  ];
  const put = (owner: string | undefined) => desk.set(item, path.split("/"), owner);
  const select = choiceField(label, named ? " " : (item.owner ?? ""), choices, off(view, path), (chosen) =>
    put(chosen === " " ? t("designer.ownerUnitStart") : chosen === "" ? undefined : chosen),
  );
  const body = html`<div class="dz-pair">${select}${named ? textOf(view, t("designer.ownerUnit"), path, item.owner) : nothing}</div>`;
  return fieldBox(view, label, path, body, { field: "owner" });
}

/** The duties a standard measures. */
function supportsField(view: FieldView): TemplateResult {
  const { item, role, desk } = view;
  const [path, label] = ["x-item/supports", t("designer.field.supports")];
  const duties = role.sections.filter(({ kind }) => kind === "duties").flatMap(({ items }) => items);
  const chosen = item.supports.map(
    (key) => duties.find((duty) => duty.key === key) ?? { key, number: "?", title: key },
  );
  const put = (keys: readonly string[]) => desk.set(item, path.split("/"), keys.length === 0 ? undefined : keys);
  const free = duties.filter(({ key }) => !item.supports.includes(key));
  const body = html`<div class="dz-supports">
    ${chosen.map(
      (duty) => html`<span class="f dz-duty" title=${duty.title}>
        <span class="tn ink3">${duty.number}</span><span class="ell" lang=${role.language}>${duty.title}</span>
        ${
          off(view, path)
            ? nothing
            : html`<button class="dz-x" type="button" aria-label=${t("designer.unsupport", { title: duty.title })} @click=${() => put(item.supports.filter((key) => key !== duty.key))}>${icon("x", 13)}</button>`
        }
      </span>`,
    )}
    ${
      off(view, path) || free.length === 0
        ? nothing
        : choiceField(
            t("designer.support"),
            "",
            [
              { value: "", label: t("designer.support") },
              ...free.map(({ key, number, title }) => ({ value: key, label: `${number} ${title}` })),
            ],
            false,
            (key) => key !== "" && put([...item.supports, key]),
          )
    }
  </div>`;
  return fieldBox(view, label, path, body, { field: "supports" });
}

/** What can be chosen, one a line; what is chosen stays with its words. */
function choicesField(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const label = t("designer.field.choices");
  const given = Array.isArray(item.observation.schema.enum) ? item.observation.schema.enum.map(String) : [];
  const put = (text: string) => {
    const choices = [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
    if (choices.length > 0) desk.setMany(item, choiceChanges(item, choices));
  };
  return fieldBox(
    view,
    label,
    "enum",
    html`<rw-text-field
      kind="lines"
      required
      .label=${label}
      .value=${given.join("\n")}
      .language=${view.language}
      ?readonly=${off(view, "enum")}
      @commit=${({ detail }: CustomEvent<string>) => put(detail)}
    ></rw-text-field>`,
    { field: "observation" },
  );
}

/** A target keeps only the choices there still are. */
function choiceChanges(item: Item, choices: readonly string[]) {
  const accepted = item.target?.accepted;
  const kept = accepted?.filter((choice) => choices.includes(String(choice)));
  const changes: (readonly [readonly string[], JsonValue | undefined])[] = [[["enum"], choices]];
  if (accepted && kept && kept.length < accepted.length) {
    changes.push([["x-item", "target"], kept.length === 0 ? undefined : { enum: kept }]);
  }
  return changes;
}

function flags(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const flag = (
    name: "cumulative" | "fromTicks",
    on: boolean,
  ) => html`<label class="dz-flagged" data-field=${`x-item/${name}`}>
    <input
      type="checkbox"
      .checked=${on}
      ?disabled=${off(view, `x-item/${name}`)}
      @change=${(event: Event) => desk.set(item, ["x-item", name], (event.target as HTMLInputElement).checked ? true : undefined)}
    />${t(`designer.field.${name}`)}
  </label>`;
  return html`<div class="dz-field wide dz-flags">${flag("cumulative", item.cumulative ?? false)}${flag("fromTicks", item.fromTicks ?? false)}</div>`;
}

/** Its words and what they are in another language. */
function translations(view: FieldView): TemplateResult {
  const { item, role } = view;
  const { schema } = item.observation;
  const named = item.owner !== undefined && !owners.includes(item.owner) ? item.owner : "";
  const text = (name: string, original: string | readonly string[] | undefined, label = name) => ({
    name,
    label: t(`designer.field.${label}`),
    original: original ?? "",
  });
  const texts = [
    text("title", item.title),
    text("description", item.description),
    text("unit", item.unit),
    text("source", item.dataSource),
    text("owner", named),
    text("evidence", item.evidence),
    text("enum", Array.isArray(schema.enum) ? schema.enum.map(String) : [], "choices"),
    ...(item.observation.kind === "inputs" ? item.observation.fields.map(inputTitle) : []),
  ];
  return html`<div class="dz-field wide"><rw-translations .scope=${view} .texts=${texts} .tags=${Object.keys(role.translations)}></rw-translations></div>`;
}

/** The name of an input, which says what is filled in. */
function inputTitle({ key, title, translations: texts }: ObservedField): TranslatedText {
  return {
    name: "title",
    label: t("designer.inputNamed", { title }),
    original: title,
    holder: ["properties", key],
    texts,
  };
}
