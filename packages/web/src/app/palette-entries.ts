import type { Session } from "@rolewright/server/protocol";
import type { IconName } from "../components/icon.ts";
import { inLanguage } from "../components/role-texts.ts";
import type { TextQuery } from "../components/text-query.ts";
import { listContents, listHolders, listLibrary, listTemplates } from "../data/api.ts";
import type { Command } from "./commands.ts";
import { language, t } from "./language.ts";
import { navigate } from "./router.ts";
import { routes } from "./routes.ts";
import { may } from "./session.ts";

export type EntryKind = "command" | "page" | "role" | "item" | "kpi" | "person";

/** One line of the palette. */
export interface Entry {
  readonly kind: EntryKind;
  /** Stays the same from one opening to the next, for what was used lately. */
  readonly id: string;
  readonly label: string;
  /** Where it belongs, in smaller letters. */
  readonly hint: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly run: () => void;
}

/** What is ranked before the others when all match alike. */
const weight: Readonly<Record<EntryKind, number>> = { command: 12, page: 10, role: 8, person: 4, kpi: 2, item: 0 };

/** The pages that the member may see. */
export function pageEntries(session: Session | undefined): Entry[] {
  const pages = routes.filter(
    ({ pattern, permission }) => !pattern.includes(":") && (!permission || may(session, permission)),
  );
  return pages.map(({ pattern, title, nav }) =>
    entryTo("page", pattern, t(title), t("guide.palette.kind.page"), nav?.icon ?? "right"),
  );
}

export function commandEntries(commands: readonly Command[]): Entry[] {
  return commands.map(({ label, icon, keys, run }) => ({
    kind: "command",
    id: `command ${label}`,
    label,
    hint: t("guide.palette.kind.command"),
    icon,
    ...(keys ? { keys } : {}),
    run,
  }));
}

/** Everything that can be gone to: roles, what is in them, KPIs, people. What the server refuses or cannot give is left out. */
export async function dataEntries(session: Session | undefined): Promise<Entry[]> {
  const none = () => [];
  const [templates, contents, names, holders] = await Promise.all([
    listTemplates().catch(none),
    listContents().catch(none),
    listLibrary().catch(none),
    may(session, "holders.read") ? listHolders().catch(none) : [],
  ]);
  const tag = language();
  const roles = new Map(templates.filter(({ archived }) => !archived).map((role) => [role.id, inLanguage(role, tag)]));
  const items = contents.flatMap(({ id, items: own }) => {
    const role = roles.get(id);
    return role
      ? own.map((item) =>
          entryTo("item", `/roles/${id}#${item.key}`, item.titles[tag] ?? item.title, role.title, "target"),
        )
      : [];
  });
  return [
    ...[...roles.values()].map((role) =>
      entryTo("role", `/roles/${role.id}`, role.title, role.department ?? t("guide.palette.kind.role"), "stack"),
    ),
    ...holders.map(({ name, unit }) =>
      entryTo("person", "/people", name, unit || t("guide.palette.kind.person"), "user"),
    ),
    ...names
      .filter(({ kind }) => kind === "kpi")
      .map(({ id, title, titles }) =>
        entryTo("kpi", `/kpis#${id}`, titles[tag] ?? title ?? id, t("guide.palette.kind.kpi"), "gauge"),
      ),
    ...items,
  ];
}

function entryTo(kind: EntryKind, path: string, label: string, hint: string, icon: IconName): Entry {
  return { kind, id: `${kind} ${path} ${label}`, label, hint, icon, run: () => navigate(path) };
}

/** The entries that a query finds, best first. */
export function ranked(entries: readonly Entry[], query: TextQuery, most: number): readonly Entry[] {
  return entries
    .flatMap((entry) => {
      const match = query.match(entry.label) ?? (query.matches([entry.label, entry.hint]) ? { score: 20 } : undefined);
      return match ? [{ entry, score: match.score + weight[entry.kind] }] : [];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}
