import { kpiDialectId } from "../dialect/names.ts";
import type { RoleModel } from "../model.ts";
import type { TemplateHost } from "../template.ts";

/** What the language service may know besides the text. Every part is optional; what needs it is then left out. */
export interface LanguageContext {
  /** The templates and KPIs around: for `x-extends`, inherited names and places in parents. */
  readonly host?: TemplateHost;
  /** The role the text means, or the last one it meant: for targets, due days and scores in words. */
  readonly role?: RoleModel;
  /** Usual units in the reader's language, the most usual first. */
  readonly units?: readonly string[];
}

/** A host that knows nobody. */
export const nobody: TemplateHost = { template: () => undefined };

/** Whether the host's text with this `$id` is a KPI of the library; its dialect stands among the first members. */
export function isKpi(host: TemplateHost | undefined, id: string): boolean {
  return host?.template(id)?.slice(0, 4096).includes(`"${kpiDialectId}"`) ?? false;
}
