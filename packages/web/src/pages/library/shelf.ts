import type { TemplateContents, TemplateSummary } from "@rolewright/server/protocol";
import { hasText, language, t } from "../../app/language.ts";
import { type TextQuery, textQuery } from "../../components/text-query.ts";
import type { AlikeRoles } from "./alike-roles.ts";

/** What of the library is shown, and in which order. */
export interface View {
  readonly search: string;
  readonly family?: string;
  readonly department?: string;
  readonly state?: TemplateSummary["state"];
  /** Language the template is written in. */
  readonly language?: string;
  readonly only: Only;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/**
 * Views across families: roles the reader writes in, roles whose approval the reader is asked for, roles with errors or
 * warnings, roles that say nearly the same as another, and those put away.
 */
export type Only = "all" | "mine" | "approval" | "findings" | "alike" | "archived";

export type SortKey =
  | "title"
  | "department"
  | "version"
  | "state"
  | "reportsTo"
  | "standards"
  | "quality"
  | "acknowledged"
  | "updatedAt";

/** What each role holds, by its id; empty until it has been fetched. */
export type Contents = ReadonlyMap<string, TemplateContents>;

export const startView: View = { search: "", only: "all", sort: "updatedAt", descending: true };

/** The roles of a view, sorted, Chinese by the collation of the reader's language; near-duplicates stand together. */
export function rolesOf(
  all: readonly TemplateSummary[],
  view: View,
  contents: Contents = new Map(),
  alike: AlikeRoles = new Map(),
): readonly TemplateSummary[] {
  const query = textQuery(view.search);
  const collator = new Intl.Collator(language(), { numeric: true });
  return all
    .filter((role) => isOn(role, view, alike) && (query.empty || query.matches(searched(role, contents))))
    .sort(
      (a, b) =>
        (view.only === "alike" ? groupOf(a, alike) - groupOf(b, alike) : 0) ||
        (view.descending ? -1 : 1) * compare(a, b, view.sort, collator) ||
        collator.compare(a.title, b.title),
    );
}

/** The item by which a search found a role that does not show what was searched for itself; undefined where it does. */
export function foundItem(
  { id, title, department, reportsTo }: TemplateSummary,
  query: TextQuery,
  contents: Contents,
): { readonly kind: string; readonly title: string } | undefined {
  if (query.empty || query.matches([title, department, reportsTo])) return undefined;
  const item = contents.get(id)?.items.find((one) => query.matches(titlesOf(one)));
  return item && { kind: item.kind, title: item.titles[language()] ?? item.title };
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

/** Departments of all roles, each once, sorted. */
export function departmentsOf(all: readonly TemplateSummary[]): readonly string[] {
  const names = all.flatMap(({ department, archived }) => (department && !archived ? [department] : []));
  return [...new Set(names)].sort(new Intl.Collator(language()).compare);
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

/** Whether a view leaves anything out besides what is archived. */
export function isNarrowed({ search, family, department, state, language, only }: View): boolean {
  return search !== "" || only !== "all" || [family, department, state, language].some((one) => one !== undefined);
}

function isOn(role: TemplateSummary, view: View, alike: AlikeRoles): boolean {
  if (role.archived !== (view.only === "archived")) return false;
  if (view.only === "findings" && !hasFindings(role)) return false;
  if (view.only === "approval" && !role.review?.awaitingMe) return false;
  if (view.only === "alike" && !alike.has(role.id)) return false;
  if (view.only === "mine" && !(role.mine && role.state !== "published")) return false;
  const wanted = { family: view.family, department: view.department, state: view.state, language: view.language };
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || role[name as keyof typeof wanted] === value,
  );
}

function groupOf({ id }: TemplateSummary, alike: AlikeRoles): number {
  return alike.get(id)?.group ?? -1;
}

/** Everything a search looks at: a role is found by its words in any language, and by its duties and standards. */
function searched(role: TemplateSummary, contents: Contents): readonly (string | null)[] {
  const texts = [role, ...Object.values(role.translations)];
  const words = texts.flatMap((one) => [one.title, one.purpose, one.department, one.reportsTo, ...one.supervises]);
  return [...words, familyName(role.family), ...(contents.get(role.id)?.items.flatMap(titlesOf) ?? [])];
}

function titlesOf({ title, titles }: TemplateContents["items"][number]): readonly string[] {
  return [title, ...Object.values(titles)];
}

/** Nobody holds it: after all that somebody holds. */
function share({ holders, acknowledged }: TemplateSummary): number {
  return holders === 0 ? -1 : acknowledged / holders;
}

function compare(a: TemplateSummary, b: TemplateSummary, key: SortKey, collator: Intl.Collator): number {
  switch (key) {
    case "version":
      return (a.version ?? 0) - (b.version ?? 0);
    case "standards":
    case "quality":
      return a[key] - b[key];
    case "acknowledged":
      return share(a) - share(b);
    default:
      return collator.compare(a[key] ?? "", b[key] ?? "");
  }
}
