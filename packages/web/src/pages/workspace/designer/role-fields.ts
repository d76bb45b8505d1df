import type { JsonObject, RoleModel } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import type { FieldScope } from "./desk.ts";
import { extendsField } from "./extends-field.ts";
import { fieldBox, off, textOf } from "./fields.ts";
import { lintIgnores } from "./lint-ignores.ts";
import { paramForm, tableOf } from "./param-form.ts";
import { relatedTexts, subordinatesField, superiorField } from "./related-roles.ts";
import { linesOf, tokensField } from "./tokens-field.ts";
import type { TranslatedText } from "./translations.ts";
import "./translations.ts";

/** What a role says of itself that is always in sight. */
export function roleFields(scope: FieldScope, role: RoleModel): TemplateResult {
  const { identity } = role;
  return html`
    ${field(scope, "purpose", "description", role.purpose, { lines: true, wide: true })}
    ${field(scope, "department", "x-role/department", identity.department)}
    ${dateField(scope, identity.effectiveDate)}
    ${superiorField(scope, identity.reportsTo)} ${subordinatesField(scope, identity.supervises)}
    ${words(scope, "supervision", identity.supervision)}
  `;
}

/** Everything else a role can say of itself. */
export function moreRoleFields(scope: FieldScope, role: RoleModel): TemplateResult {
  const { identity } = role;
  return html`
    ${list(scope, "internal", "x-role/contacts/internal", identity.contacts.internal)}
    ${list(scope, "external", "x-role/contacts/external", identity.contacts.external)}
    ${list(scope, "authority", "x-role/authority", identity.authority, true)}
    ${field(scope, "workingConditions", "x-role/workingConditions", identity.workingConditions, { lines: true, wide: true })}
    ${field(scope, "occupationCode", "x-role/occupationCode", identity.occupationCode)}
    ${field(scope, "classification", "x-role/classification", identity.classification)}
    ${gradesField(scope, role)} ${roundingField(scope, role)}
    ${field(scope, "language", "x-role/language", role.language)} ${extendsField(scope)}
    <div class="dz-field wide"><rw-translations .scope=${scope} .texts=${[...textsOf(role), ...relatedTexts(scope, role.identity)]} .tags=${Object.keys(role.translations)}></rw-translations></div>
    ${lintIgnores(scope)}
  `;
}

function field(
  scope: FieldScope,
  name: string,
  path: string,
  value: string | undefined,
  options: { readonly lines?: boolean; readonly wide?: boolean } = {},
): TemplateResult {
  const label = t(`designer.role.${name}`);
  const { lines = false, wide = false } = options;
  return fieldBox(scope, label, path, textOf(scope, label, path, value, { lines }), { field: name, wide });
}

/** One entry a line, for sentences. */
function list(scope: FieldScope, name: string, path: string, values: readonly string[], wide = false): TemplateResult {
  const label = t(`designer.role.${name}`);
  const { desk, part } = scope;
  const put = (lines: readonly string[]) => desk.set(part, path.split("/"), lines.length === 0 ? undefined : lines);
  const body = html`<rw-text-field
    kind="lines"
    .label=${label}
    .placeholder=${t("designer.list.linePlaceholder")}
    .value=${values.join("\n")}
    .language=${scope.language}
    ?readonly=${off(scope, path)}
    @commit=${({ detail }: CustomEvent<string>) => put(linesOf(detail))}
  ></rw-text-field>`;
  return fieldBox(scope, label, path, body, { field: path.split("/")[1] ?? name, wide });
}

function words(scope: FieldScope, name: string, values: readonly string[]): TemplateResult {
  const path = `x-role/${name}`;
  const label = t(`designer.role.${name}`);
  const { desk, part, language } = scope;
  const body = tokensField({
    label,
    values,
    language,
    readonly: off(scope, path),
    change: (next) => desk.set(part, path.split("/"), next.length === 0 ? undefined : next),
  });
  return fieldBox(scope, label, path, body, { field: name, wide: true });
}

function dateField(scope: FieldScope, value: string | undefined): TemplateResult {
  const path = "x-role/effectiveDate";
  const label = t("designer.role.effectiveDate");
  const put = (event: Event) => {
    const { value: date } = event.target as HTMLInputElement;
    scope.desk.set(scope.part, path.split("/"), date === "" ? undefined : date);
  };
  const body = html`<input class="f dz-date" type="date" aria-label=${label} .value=${value ?? ""} ?disabled=${off(scope, path)} @change=${put} />`;
  return fieldBox(scope, label, path, body, { field: "effectiveDate" });
}

const grades = {
  type: "object",
  properties: {
    grades: {
      type: "array",
      items: { type: "object", properties: { grade: { type: "string" }, from: { type: "number" } } },
    },
  },
} as const satisfies JsonObject;

/** 等级: what is reached from how many points. */
function gradesField(scope: FieldScope, role: RoleModel): TemplateResult {
  const path = "x-role/grades";
  const value = role.grades.map(({ grade, from }) => ({ grade, from: Number(from) }));
  const usual = ["A", "B", "C", "D"].map((grade, index) => ({ grade, from: [90, 80, 60, 0][index] ?? 0 }));
  const body =
    value.length === 0
      ? html`<button class="btn xs" type="button" ?disabled=${off(scope, path)} @click=${() => scope.desk.set(scope.part, path.split("/"), usual)}>${t("designer.role.startGrades")}</button>`
      : tableOf(
          {
            name: "RoleIdentity",
            schema: grades,
            value: { grades: value },
            readonly: off(scope, path),
            language: scope.language,
            choices: () => undefined,
            change: ({ grades: next }) => scope.desk.set(scope.part, path.split("/"), next),
          },
          "grades",
        );
  return fieldBox(scope, t("designer.role.grades"), path, body, { field: "grades", wide: true });
}

const rounding = {
  type: "object",
  properties: { digits: { type: "integer" }, mode: { enum: ["half-up", "half-even", "down"] } },
  required: ["digits", "mode"],
} as const satisfies JsonObject;

function roundingField(scope: FieldScope, role: RoleModel): TemplateResult {
  const path = "x-role/rounding";
  const body = paramForm({
    name: "Rounding",
    schema: rounding,
    value: { ...role.rounding },
    readonly: off(scope, path),
    language: scope.language,
    choices: () => undefined,
    change: (next) => scope.desk.set(scope.part, path.split("/"), next),
  });
  return fieldBox(scope, t("designer.role.rounding"), path, body, { field: "rounding", wide: true });
}

function textsOf({ title, purpose, identity }: RoleModel): readonly TranslatedText[] {
  const text = (name: string, label: string, original: string | readonly string[] | undefined) => ({
    name,
    label: t(`designer.role.${label}`),
    original: original ?? "",
  });
  return [
    text("title", "title", title),
    text("description", "purpose", purpose),
    text("department", "department", identity.department),
    text("supervision", "supervision", identity.supervision),
    text("contacts/internal", "internal", identity.contacts.internal),
    text("contacts/external", "external", identity.contacts.external),
    text("authority", "authority", identity.authority),
    text("workingConditions", "workingConditions", identity.workingConditions),
    text("classification", "classification", identity.classification),
  ];
}
