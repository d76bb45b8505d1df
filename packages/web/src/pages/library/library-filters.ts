import { languages } from "@rolewright/locale";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import "./library-filters.css";
import { departmentsOf, familiesOf, familyName, isNarrowed, type Only, type View } from "./shelf.ts";

export interface LibraryFilters {
  readonly all: readonly TemplateSummary[];
  readonly view: View;
  /** How many roles are shown. */
  readonly count: number;
  /** On a phone: whether the sheet with the filters is open. */
  readonly open: boolean;
  /** Takes the place of these parts of the view; undefined drops one. */
  readonly change: (change: { readonly [name in keyof View]?: View[name] | undefined }) => void;
  readonly toggle: () => void;
  readonly reset: () => void;
}

const onlys: readonly Only[] = ["mine", "approval", "findings", "alike", "archived"];
const states: readonly TemplateSummary["state"][] = ["draft", "changed", "published"];

/** The row over the table: what narrows it, each with what it is set to. On a phone it lies in a sheet behind a button. */
export function libraryFilters(filters: LibraryFilters): TemplateResult {
  const { all, view, count, open, change } = filters;
  return html`<div class="lib-filters">
    <button class="btn sm lib-filter-button" type="button" aria-expanded=${open} @click=${filters.toggle}>
      ${icon("filter", 15)}${t("library.filter.title")}
    </button>
    <div class="lib-filter-set" ?data-open=${open}>
      ${pick(
        "family",
        view.family,
        familiesOf(all).map(({ family }) => [family, familyName(family)]),
        (family) => change({ family, department: undefined }),
      )}
      ${pick(
        "only",
        view.only === "all" ? undefined : view.only,
        onlys.map((one) => [one, t(`library.only.${one}`)]),
        (only) => change({ only: (only as Only | undefined) ?? "all" }),
      )}
      ${pick(
        "department",
        view.department,
        departmentsOf(all).map((one) => [one, one]),
        (department) => change({ department }),
      )}
      ${pick(
        "state",
        view.state,
        states.map((one) => [one, t(`library.filter.states.${one}`)]),
        (state) => change({ state: state as TemplateSummary["state"] | undefined }),
      )}
      ${pick(
        "language",
        view.language,
        languages.map(({ tag, name }) => [tag, name]),
        (language) => change({ language }),
      )}
      ${open ? html`<button class="btn primary lib-filter-done" type="button" @click=${filters.toggle}>${t("library.filter.show", { count })}</button>` : nothing}
    </div>
    ${
      isNarrowed(view)
        ? html`<span class="t12 ink3 tn nowrap" role="status">${t("web.library.found", { count })}</span>
            <button class="btn quiet sm" type="button" @click=${filters.reset}>${t("web.library.none.reset")}</button>`
        : nothing
    }
    <span class="grow"></span>
    <div class="seg lib-as" role="group" aria-label=${t("library.as.label")}>
      <button type="button" aria-pressed="true">${icon("filter", 14)}${t("library.as.list")}</button>
      <a href="/organisation">${icon("org", 14)}${t("library.as.chart")}</a>
    </div>
  </div>`;
}

function pick(
  name: string,
  value: string | undefined,
  options: readonly (readonly [value: string, label: string])[],
  choose: (value: string | undefined) => void,
): TemplateResult {
  const label = t(`library.filter.${name}`);
  return html`<span class="lib-pick lib-pick-${name}" ?data-set=${value !== undefined}>
    <select
      class="f"
      aria-label=${label}
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        choose(chosen === "*" ? undefined : chosen);
      }}
    >
      <option value="*" ?selected=${value === undefined}>${label}</option>
      ${options.map(([one, text]) => html`<option value=${one} ?selected=${one === value}>${value === one ? t("library.filter.set", { label, value: text }) : text}</option>`)}
    </select>
    ${
      value === undefined
        ? nothing
        : html`<button type="button" aria-label=${t("library.filter.drop", { label })} @click=${() => choose(undefined)}>${icon("x", 13)}</button>`
    }
  </span>`;
}
