import type { JsonObject, RelatedRole, RoleIdentity } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { FieldScope } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off } from "./fields.ts";
import { tokensField } from "./tokens-field.ts";
import type { TranslatedText } from "./translations.ts";

/** 直属上级: its title, the role it is, and how one works with it. */
export function superiorField(scope: FieldScope, superior: RelatedRole | undefined): TemplateResult {
  const path = "x-role/reportsTo";
  const label = t("designer.role.reportsTo");
  const set = (name: string) => (value: string | readonly string[]) => {
    const whole = name === "title" && value === "";
    scope.desk.set(
      scope.part,
      whole ? path.split("/") : [...path.split("/"), name],
      value.length === 0 ? undefined : value,
    );
  };
  return fieldBox(scope, label, path, related(scope, path, label, superior, set), { field: "reportsTo", wide: true });
}

/** 直属下级: one line each, in the order of the document. */
export function subordinatesField(scope: FieldScope, list: readonly RelatedRole[]): TemplateResult {
  const path = "x-role/supervises";
  const label = t("designer.role.supervises");
  const { desk, part } = scope;
  const put = (next: readonly JsonObject[]) => desk.set(part, path.split("/"), next.length === 0 ? undefined : next);
  const nodes = list.map(written);
  const set = (at: number) => (name: string) => (value: string | readonly string[]) =>
    put(nodes.flatMap((node, index) => (index === at ? changed(node, name, value) : [node])));
  const body = html`<div class="dz-rows">
    ${list.map(
      (one, index) => html`<div class="dz-row">
        ${related(scope, path, t("designer.role.subordinate", { number: index + 1 }), one, set(index))}
        ${
          off(scope, path)
            ? nothing
            : html`<button class="ib xs" type="button" aria-label=${t("designer.list.remove", { word: one.title })} @click=${() => put(nodes.filter((_, at) => at !== index))}>${icon("x", 14)}</button>`
        }
      </div>`,
    )}
    ${
      off(scope, path)
        ? nothing
        : html`<rw-text-field
            class="dz-new"
            .label=${t("designer.role.addSubordinate")}
            .placeholder=${t("designer.role.addSubordinate")}
            .language=${scope.language}
            @commit=${({ detail }: CustomEvent<string>) => put([...nodes, ...titles(detail)])}
          ></rw-text-field>`
    }
  </div>`;
  return fieldBox(scope, label, path, body, { field: "supervises", wide: true });
}

function related(
  scope: FieldScope,
  path: string,
  label: string,
  one: RelatedRole | undefined,
  set: (name: string) => (value: string | readonly string[]) => void,
): TemplateResult {
  const readonly = off(scope, path);
  return html`<div class="dz-related">
    <rw-text-field
      .label=${label}
      .placeholder=${t("designer.role.titleOf")}
      .value=${one?.title ?? ""}
      .language=${scope.language}
      ?readonly=${readonly}
      @commit=${({ detail }: CustomEvent<string>) => set("title")(detail)}
    ></rw-text-field>
    ${one ? choiceField(t("designer.role.template", { title: one.title }), one.role ?? "", templates(scope), readonly, set("role")) : nothing}
    ${
      one
        ? tokensField({
            label: t("designer.role.authorityOver", { title: one.title }),
            values: one.authority,
            readonly,
            language: scope.language,
            change: set("authority"),
          })
        : nothing
    }
  </div>`;
}

function templates({ desk }: FieldScope): readonly Choice[] {
  const roles = desk.names().filter(({ id }) => !id.includes("/kpis/"));
  const known = new Map(roles.map(({ id, title }) => [id, title ?? id]));
  return [
    { value: "", label: t("designer.role.noTemplate") },
    ...[...known].map(([value, label]) => ({ value, label })),
  ];
}

/** What can be translated of the two ends of the reporting lines. */
export function relatedTexts({ desk, part }: FieldScope, { reportsTo, supervises }: RoleIdentity): TranslatedText[] {
  const superior = reportsTo && {
    name: "title",
    label: t("designer.role.reportsTo"),
    original: reportsTo.title,
    holder: ["x-role", "reportsTo"],
    texts: reportsTo.translations,
  };
  const subordinates = supervises.map((one, at) => ({
    name: "title",
    label: t("designer.role.subordinate", { number: at + 1 }),
    original: one.title,
    texts: one.translations,
    put: (tag: string, title: string) =>
      desk.set(
        part,
        ["x-role", "supervises"],
        supervises.map((other, index) => (index === at ? translated(other, tag, title) : written(other))),
      ),
  }));
  return [...(superior ? [superior] : []), ...subordinates];
}

function translated(one: RelatedRole, tag: string, title: string): JsonObject {
  const { title: _old, ...others } = one.translations[tag] ?? {};
  const { [tag]: _words, ...languages } = one.translations;
  const words = title === "" ? others : { title, ...others };
  return written({
    ...one,
    translations: Object.keys(words).length === 0 ? languages : { ...one.translations, [tag]: words },
  });
}

/** As the text has it; what is not there is not written. */
function written({ title, role, authority, translations }: RelatedRole): JsonObject {
  return {
    title,
    ...(role === undefined ? {} : { role }),
    ...(authority.length === 0 ? {} : { authority }),
    ...(Object.keys(translations).length === 0 ? {} : { "x-i18n": translations }),
  };
}

/** With another value; a related role without a title goes. */
function changed(node: JsonObject, name: string, value: string | readonly string[]): readonly JsonObject[] {
  if (name === "title" && value === "") return [];
  const { [name]: _old, ...others } = node;
  if (value.length === 0) return [others as JsonObject];
  return [Object.hasOwn(node, name) ? { ...node, [name]: value } : { ...others, [name]: value }];
}

function titles(text: string): readonly JsonObject[] {
  return text
    .split(/[、；;\n]/u)
    .map((title) => ({ title: title.trim() }))
    .filter(({ title }) => title !== "");
}
