import type { JsonObject, JsonValue } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { hasText, t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { type Choice, choiceField, numberField } from "./fields.ts";
import "./text-field.ts";

/** A form made from the parameter schema of a measure or scoring method. */
export interface ParamForm {
  /** The definition in the dialect, e.g. `score-linear`: its texts describe the parameters. */
  readonly name: string;
  readonly schema: JsonObject;
  readonly value: JsonObject;
  readonly readonly: boolean;
  readonly language: string;
  /** What a text parameter can be, where it names something: inputs, grades. */
  readonly choices: (name: string) => readonly Choice[] | undefined;
  readonly change: (value: JsonObject) => void;
}

/** The fields of every parameter, in the schema's order. */
export function paramForm(form: ParamForm): TemplateResult {
  const properties = Object.entries((form.schema.properties ?? {}) as Record<string, JsonObject>);
  if (properties.length === 0) return html``;
  return html`<div class="dz-params">${properties.map(([name, schema]) => param(form, name, schema))}</div>`;
}

/** One list of the parameters alone, as a table. */
export function tableOf(form: ParamForm, name: string): TemplateResult {
  return rows(form, name, ((form.schema.properties ?? {}) as Record<string, JsonObject>)[name] ?? {});
}

function param(form: ParamForm, name: string, schema: JsonObject): TemplateResult {
  const hint = hasText(`dialect.${form.name}.${name}`) ? t(`dialect.${form.name}.${name}`) : "";
  const wide = schema.type === "array" || schema.type === "object" || name === "formula";
  return html`<div class="dz-param ${wide ? "wide" : ""}" title=${hint}>
    <span class="lbl">${paramLabel(name, form.name)}</span>${control(form, name, schema)}
  </div>`;
}

/** A parameter's short name, in the definition it belongs to where that has one of its own. */
function paramLabel(name: string, definition?: string): string {
  const own = `designer.paramOf.${definition}.${name}`;
  if (hasText(own)) return t(own);
  return hasText(`designer.param.${name}`) ? t(`designer.param.${name}`) : name;
}

/** The name of a column; the edges of bands are said as comparisons. */
function columnLabel(list: string, column: string): string {
  const key = `designer.column.${list}.${column}`;
  return hasText(key) ? t(key) : paramLabel(column);
}

function put(form: ParamForm, name: string, value: JsonValue | undefined): void {
  const others = Object.entries(form.value).filter(([key]) => key !== name);
  if (value === undefined) form.change(Object.fromEntries(others));
  else form.change({ ...form.value, [name]: value });
}

function control(
  form: ParamForm,
  name: string,
  schema: JsonObject,
  label = paramLabel(name, form.name),
): TemplateResult {
  const value = form.value[name];
  const listed = form.choices(name) ?? enumChoices(name, schema);
  if (listed) {
    const required = Array.isArray(form.schema.required) && form.schema.required.includes(name);
    const none = { value: "", label: t("designer.byDefault") };
    const all = required ? listed : [none, ...listed];
    return choiceField(label, value === undefined ? "" : String(value), all, form.readonly, (chosen) =>
      put(form, name, chosen === "" ? undefined : typed(chosen, schema)),
    );
  }
  if (schema.type === "array") return rows(form, name, schema);
  if (schema.type === "object") return numbersByWord(form, name);
  if (schema.type === "number" || schema.type === "integer") {
    const otherwise = typeof schema.default === "number" ? String(schema.default) : "";
    return numberField(
      label,
      value as number | undefined,
      form.readonly,
      (figure) => put(form, name, figure),
      otherwise,
    );
  }
  return html`<rw-text-field
    .label=${label}
    .value=${value === undefined ? "" : String(value)}
    .language=${form.language}
    ?readonly=${form.readonly}
    @commit=${({ detail }: CustomEvent<string>) => put(form, name, detail === "" ? undefined : detail)}
  ></rw-text-field>`;
}

function enumChoices(name: string, schema: JsonObject): readonly Choice[] | undefined {
  const values = schema.type === "boolean" ? [true, false] : schema.enum;
  if (!Array.isArray(values)) return undefined;
  return values.map((value) => {
    const key = `designer.option.${name}.${String(value)}`;
    return { value: String(value), label: hasText(key) ? t(key) : String(value) };
  });
}

function typed(chosen: string, schema: JsonObject): JsonValue {
  return schema.type === "boolean" ? chosen === "true" : chosen;
}

/** A list of objects as a table: bands, levels. */
function rows(form: ParamForm, name: string, schema: JsonObject): TemplateResult {
  const list = (Array.isArray(form.value[name]) ? form.value[name] : []) as readonly JsonObject[];
  const item = (schema.items ?? {}) as JsonObject;
  const columns = Object.entries((item.properties ?? {}) as Record<string, JsonObject>);
  const change = (next: readonly JsonObject[]) => put(form, name, next);
  const cell = (row: JsonObject, index: number, [column, columnSchema]: [string, JsonObject]) =>
    html`<td>
      ${control(
        {
          ...form,
          schema: item,
          value: row,
          change: (made) => change(list.map((one, at) => (at === index ? made : one))),
        },
        column,
        // A level's value is a choice as written or a place on a scale.
        Array.isArray(columnSchema.type)
          ? { type: typeof row[column] === "number" ? "number" : "string" }
          : columnSchema,
        columnLabel(name, column),
      )}
    </td>`;
  return html`<div class="dz-table">
    <table>
      <thead>
        <tr>${columns.map(([column]) => html`<th scope="col">${columnLabel(name, column)}</th>`)}<th><span class="said">${t("designer.actions")}</span></th></tr>
      </thead>
      <tbody>
        ${list.map(
          (row, index) => html`<tr>
            ${columns.map((column) => cell(row, index, column))}
            <td>
              <button class="ib xs" type="button" aria-label=${t("designer.removeRow", { number: index + 1 })} ?disabled=${form.readonly || list.length === 1} @click=${() => change(list.filter((_, at) => at !== index))}>
                ${icon("x", 14)}
              </button>
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${form.readonly ? nothing : html`<button class="btn quiet xs" type="button" @click=${() => change([...list, list.at(-1) ?? {}])}>${icon("plus", 14)}${t("designer.addRow")}</button>`}
  </div>`;
}

/** A number for each word: what each choice of a rating counts. */
function numbersByWord(form: ParamForm, name: string): TemplateResult {
  const given = (form.value[name] ?? {}) as JsonObject;
  const words = form.choices(`${name}.keys`)?.map(({ value }) => value) ?? Object.keys(given);
  return html`<div class="dz-words">
    ${words.map(
      (word) =>
        html`<span class="lbl" lang=${form.language}>${word}</span>${numberField(
          word,
          given[word] as number | undefined,
          form.readonly,
          (figure) => put(form, name, { ...given, [word]: figure ?? 0 }),
        )}`,
    )}
  </div>`;
}
