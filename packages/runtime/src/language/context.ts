import { kpiDialectId } from "../dialect/names.ts";
import type { RoleModel } from "../model.ts";
import type { LibraryName, TemplateHost } from "../template.ts";

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

/** Whether a name is that of a KPI of the library. Where the host does not tell, its text does, in its first members. */
export function isKpi(host: TemplateHost | undefined, { id, kind }: LibraryName): boolean {
  if (kind !== undefined) return kind === "kpi";
  return host?.template(id)?.slice(0, 4096).includes(`"${kpiDialectId}"`) ?? false;
}
