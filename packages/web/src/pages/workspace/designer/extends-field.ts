import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { FieldScope } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off } from "./fields.ts";

const path = "x-extends";

/** 继承: what the role or section takes over from another role. */
export function extendsField(scope: FieldScope): TemplateResult {
  const { desk, part } = scope;
  const reference = desk.written(part, [path]);
  const label = t("designer.field.extends");
  const roles = desk.names().filter(({ id }) => !id.includes("/kpis/"));
  const choices: Choice[] = roles.map(({ id, version, title }) => ({
    value: `${id}@${version}`,
    label: `${title ?? id} v${version}`,
  }));
  const body = choiceField(
    label,
    typeof reference === "string" ? reference : "",
    [{ value: "", label: t("designer.extends.nothing") }, ...choices],
    off(scope, path),
    (chosen) => desk.set(part, [path], chosen === "" ? undefined : chosen),
  );
  return fieldBox(scope, label, path, body, { wide: true });
}

/** 继承: the KPI of the library an item is made from; it can be another, or be let go with all that it said. */
export function kpiField(scope: FieldScope): TemplateResult {
  const { desk, part } = scope;
  const reference = desk.written(part, [path]);
  const named = typeof reference === "string";
  const label = t("designer.field.extends");
  const body = html`<div class="dz-extends">
    <span class="f ell" title=${named ? reference : ""}>${icon("org", 14)}<span class="ell">${words(scope, named)}</span></span>
    ${
      off(scope, path)
        ? nothing
        : html`<button class="btn xs" type="button" @click=${() => desk.pickKpi((chosen) => desk.set(part, [path], chosen))}>${t(named ? "designer.extends.change" : "designer.extends.choose")}</button>
            ${named ? html`<button class="btn quiet xs" type="button" title=${t("designer.extends.detachNote")} @click=${() => desk.detach(part)}>${t("designer.extends.detach")}</button>` : nothing}`
    }
  </div>`;
  return fieldBox(scope, label, path, body, { wide: true });
}

function words({ part }: FieldScope, named: boolean): string {
  const { origin } = part;
  if (!origin) return t("designer.extends.nothing");
  const version = origin.version === undefined ? "" : ` v${origin.version}`;
  return `${origin.title}${version}${named ? "" : ` · ${t("designer.extends.byRole")}`}`;
}
