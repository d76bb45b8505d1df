import type { TemplateSummary } from "@rolewright/server/protocol";
import { hasText, language, t } from "../../app/language.ts";
import { textQuery } from "../../components/text-query.ts";

/** What of the library is shown, and in which order. */
export interface View {
  readonly search: string;
  /** Family, or family and department; absent: all. */
  readonly family?: string;
  readonly department?: string;
  readonly only: "all" | "findings" | "unpublished" | "archived";
  readonly sort: SortKey;
  readonly descending: boolean;
}

export type SortKey =
  | "title"
  | "department"
  | "version"
  | "state"
  | "reportsTo"
  | "standards"
  | "problems"
  | "updatedAt";

export const startView: View = { search: "", only: "all", sort: "updatedAt", descending: true };

/** The roles of a view, sorted; Chinese by the collation of the reader's language. */
export function rolesOf(all: readonly TemplateSummary[], view: View): readonly TemplateSummary[] {
  const query = textQuery(view.search);
  const collator = new Intl.Collator(language(), { numeric: true });
  return all
    .filter((role) => isOn(role, view) && (query.empty || query.matches(searched(role))))
    .sort(
      (a, b) => (view.descending ? -1 : 1) * compare(a, b, view.sort, collator) || collator.compare(a.title, b.title),
    );
}

/** Families with their departments and how many roles are in each; archived ones are not counted. */
export function familiesOf(all: readonly TemplateSummary[]) {
  const families = new Map<string, Map<string, number>>();
  for (const role of all.filter((one) => !one.archived)) {
    const departments = families.get(role.family) ?? new Map<string, number>();
    const name = role.department ?? "";
    departments.set(name, (departments.get(name) ?? 0) + 1);
    families.set(role.family, departments);
  }
  const collator = new Intl.Collator(language());
  return [...families]
    .map(([family, departments]) => ({
      family,
      count: [...departments.values()].reduce((sum, count) => sum + count, 0),
      departments: [...departments].filter(([name]) => name !== "").sort(([a], [b]) => collator.compare(a, b)),
    }))
    .sort((a, b) => collator.compare(familyName(a.family), familyName(b.family)));
}

/** The name of a family: shipped ones are translated, an author's own stand as written. */
export function familyName(family: string): string {
  if (family === "") return t("web.library.noFamily");
  const key = `web.library.family.${family}`;
  return hasText(key) ? t(key) : family;
}

export function hasFindings(role: TemplateSummary): boolean {
  return role.errors + role.warnings > 0;
}

function isOn(role: TemplateSummary, view: View): boolean {
  if (role.archived !== (view.only === "archived")) return false;
  if (view.family !== undefined && role.family !== view.family) return false;
  if (view.department !== undefined && role.department !== view.department) return false;
  if (view.only === "findings") return hasFindings(role);
  return view.only !== "unpublished" || role.state !== "published";
}

/** Everything a search looks at: a role is found by its words in any language it is written in. */
function searched(role: TemplateSummary): readonly (string | null)[] {
  const texts = [role, ...Object.values(role.translations)];
  const words = texts.flatMap((one) => [one.title, one.purpose, one.department, one.reportsTo, ...one.supervises]);
  return [...words, familyName(role.family)];
}

function compare(a: TemplateSummary, b: TemplateSummary, key: SortKey, collator: Intl.Collator): number {
  switch (key) {
    case "version":
      return (a.version ?? 0) - (b.version ?? 0);
    case "standards":
      return a.standards - b.standards;
    case "problems":
      return a.errors - b.errors || a.warnings - b.warnings;
    default:
      return collator.compare(a[key] ?? "", b[key] ?? "");
  }
}
