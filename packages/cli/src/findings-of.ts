import {
  type DiagnoseOptions,
  type Diagnostic,
  inspect,
  inspectKpi,
  type RoleModel,
  type TemplateHost,
} from "@rolewright/runtime";

const kpiDialect = '"https://rolewright.dev/kpi/1"';

/** What a text says of itself among its first members: a KPI of the library, or else a role. */
export function isKpiText(text: string): boolean {
  return text.slice(0, 4096).includes(kpiDialect);
}

/** What is to be said of a text, be it a role or a KPI of the library; the role it means, where it is one. */
export function findingsOf(
  text: string,
  host: TemplateHost,
  options: DiagnoseOptions = {},
): { readonly diagnostics: readonly Diagnostic[]; readonly role?: RoleModel } {
  return isKpiText(text) ? { diagnostics: inspectKpi(text, host, options).diagnostics } : inspect(text, host, options);
}
