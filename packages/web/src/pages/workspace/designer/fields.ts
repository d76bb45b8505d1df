import type { Origin } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { type IconName, icon } from "../../../components/icon.ts";
import type { FieldScope, FieldView, Panel } from "./desk.ts";
import type { Locker } from "./field-locks.ts";
import "./field-locks.css";
import "./fields.css";
import "./text-field.ts";

/** Whether a field takes no change just now. */
export function off(view: Pick<FieldScope, "readonly" | "locks">, path: string): boolean {
  return view.readonly || view.locks.has(path);
}

/**
 * One field: its name, where it is inherited from, and who else edits it. `path` from the part, joined by `/`;
 * `field`: its name in the model, by which inheritance is known.
 */
export function fieldBox(
  view: FieldScope,
  label: string,
  path: string,
  body: TemplateResult,
  options: { readonly field?: string; readonly wide?: boolean } = {},
): TemplateResult {
  const locker = view.locks.get(path);
  return html`<div
    class="dz-field ${options.wide ? "wide" : ""} ${locker ? "locked" : ""}"
    data-field=${path}
    data-peer=${locker?.color ?? nothing}
  >
    <div class="lbl">${label}${options.field ? inheritance(view, options.field, path) : nothing}</div>
    ${body}${locker ? flag(locker) : nothing}
  </div>`;
}

/** `陈屿 正在编辑`, in the peer's colour. */
export function flag({ name }: Locker): TemplateResult {
  return html`<span class="dz-flag">${t("designer.locked", { name })}</span>`;
}

/** A mark on what is inherited; a way back for what this text says instead. */
function inheritance(view: FieldScope, field: string, path: string): TemplateResult | typeof nothing {
  const { part, desk } = view;
  const origin = part.provenance?.[field];
  if (origin) return originMark(origin);
  const steps = path.split("/");
  if (!part.origin || view.readonly || desk.inherited(part, steps) === undefined) return nothing;
  const reset = t("designer.reset", { title: part.origin.title });
  return html`<button
    class="dz-reset"
    type="button"
    title=${reset}
    aria-label=${reset}
    @click=${() => desk.reset(part, steps)}
  >
    ${icon("undo", 12)}${t("designer.resetShort")}
  </button>`;
}

/** A small mark that names where something is inherited from. */
export function originMark(origin: Origin): TemplateResult {
  const words = originWords(origin);
  return html`<span class="dz-from" title=${words}>${icon("org", 12)}<span class="said">${words}</span></span>`;
}

/** `继承自 主管 v1`. */
export function originWords({ title, version }: Origin): string {
  return t("designer.inheritedFrom", { title, version: version ?? "", pinned: version !== undefined });
}

/** A text field of the part. */
export function textOf(
  view: FieldScope,
  label: string,
  path: string,
  value: string | undefined,
  options: {
    readonly lines?: boolean;
    readonly required?: boolean;
    readonly placeholder?: string;
    readonly language?: string;
  } = {},
): TemplateResult {
  return html`<rw-text-field
    .label=${label}
    .value=${value ?? ""}
    .kind=${options.lines ? "lines" : "line"}
    .language=${options.language ?? view.language}
    .placeholder=${options.placeholder ?? ""}
    ?required=${options.required ?? false}
    ?readonly=${off(view, path)}
    @commit=${({ detail }: CustomEvent<string>) => view.desk.set(view.part, path.split("/"), detail === "" ? undefined : detail)}
  ></rw-text-field>`;
}

/** A number of the part; empty removes it. */
export function numberOf(view: FieldScope, label: string, path: string, value: string | undefined): TemplateResult {
  return numberField(label, value, off(view, path), (figure) => view.desk.set(view.part, path.split("/"), figure));
}

/** A number, or nothing: then `otherwise` holds, and is shown faintly. */
export function numberField(
  label: string,
  value: string | number | undefined,
  readonly: boolean,
  commit: (value: number | undefined) => void,
  otherwise = "",
): TemplateResult {
  return html`<rw-text-field
    kind="number"
    .label=${label}
    .placeholder=${otherwise}
    .value=${value === undefined ? "" : String(value)}
    ?readonly=${readonly}
    @commit=${({ detail }: CustomEvent<string>) => commit(detail === "" ? undefined : Number(detail))}
  ></rw-text-field>`;
}

/** One of several words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose from. `""` stands for nothing chosen. */
export function choiceField(
  label: string,
  value: string,
  choices: readonly Choice[],
  disabled: boolean,
  commit: (value: string) => void,
): TemplateResult {
  const known = choices.some((choice) => choice.value === value);
  const all = known ? choices : [...choices, { value, label: value }];
  return html`<select
    class="f dz-select"
    aria-label=${label}
    ?disabled=${disabled}
    @change=${(event: Event) => commit((event.target as HTMLSelectElement).value)}
  >
    ${all.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
  </select>`;
}

/** A word of the part that is one of a list; `otherwise` names what holds where none is chosen. */
export function wordOf(
  view: FieldScope,
  label: string,
  path: string,
  value: string | undefined,
  choices: readonly Choice[],
  otherwise = t("designer.none"),
): TemplateResult {
  return choiceField(label, value ?? "", [{ value: "", label: otherwise }, ...choices], off(view, path), (word) =>
    view.desk.set(view.part, path.split("/"), word === "" ? undefined : word),
  );
}

/** A field that is told in words and changed in a panel below. */
export function panelButton(
  view: FieldView,
  panel: Panel,
  label: string,
  words: string,
  sign?: IconName,
): TemplateResult {
  const open = view.panel === panel;
  return html`<button
    class="f dz-open"
    type="button"
    aria-expanded=${open}
    aria-label=${`${label}：${words}`}
    @click=${() => view.show(panel)}
  >
    ${sign ? icon(sign, 14) : nothing}<span class="ell">${words}</span>${icon(open ? "up" : "down", 13)}
  </button>`;
}
