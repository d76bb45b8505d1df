import { configurableFindings, type JsonObject } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { hasText, t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { FieldScope } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off } from "./fields.ts";

const path = "x-lint-ignore";

/** 不再提示: which checks are left out here, each with its reason. */
export function lintIgnores(scope: FieldScope): TemplateResult | typeof nothing {
  const { desk, part } = scope;
  const written = desk.written(part, [path]);
  const list = (Array.isArray(written) ? written : []) as readonly JsonObject[];
  const put = (next: readonly JsonObject[]) => desk.set(part, [path], next.length === 0 ? undefined : next);
  const change = (at: number, made: JsonObject) => put(list.map((one, index) => (index === at ? made : one)));
  if (list.length === 0) return nothing;
  const label = t("designer.ignore.title");
  const body = html`<div class="dz-rows">
    ${list.map(
      (entry, index) => html`<div class="dz-row">
        ${choiceField(t("designer.ignore.check"), String(entry.code ?? ""), choices(), off(scope, path), (code) => change(index, { ...entry, code }))}
        <rw-text-field
          .label=${t("designer.ignore.reason")}
          .placeholder=${t("designer.ignore.placeholder")}
          .value=${String(entry.reason ?? "")}
          .language=${scope.language}
          ?readonly=${off(scope, path)}
          @commit=${({ detail }: CustomEvent<string>) => change(index, { ...entry, reason: detail })}
        ></rw-text-field>
        <button class="ib xs" type="button" aria-label=${t("designer.ignore.remove", { check: checkName(String(entry.code)) })} ?disabled=${off(scope, path)} @click=${() => put(list.filter((_, at) => at !== index))}>${icon("x", 14)}</button>
      </div>`,
    )}
  </div>`;
  return fieldBox(scope, label, path, body, { wide: true });
}

function choices(): readonly Choice[] {
  return configurableFindings.map(({ code }) => ({ value: code, label: checkName(code) }));
}

function checkName(code: string): string {
  const key = `web.settings.rule.${code}.name`;
  return hasText(key) ? t(key) : code;
}
