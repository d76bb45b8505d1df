import type { IconName } from "../components/icon.ts";
import type { Command } from "./commands.ts";
import { matchPath, type RouteParams } from "./router.ts";

/**
 * What the shell asks of a page: a custom element in light DOM that renders its own top bar (`<header class="top">`
 * with one `h1`) and its own `<main class="sheet">`; it lies in the shell's column as if it were not there.
 */
export interface PageElement extends HTMLElement {
  params: RouteParams;
  /** What can be done here, for the command palette. */
  commands?(): readonly Command[];
}

/** One page. Its code is loaded when it is first shown. */
export interface Route {
  readonly pattern: string;
  /** Name of the page's element. */
  readonly element: string;
  readonly load: () => Promise<unknown>;
  /** What it asks of the API first of all: asked while its code is still on its way. */
  readonly asks?: (params: RouteParams) => string;
  /** Message that names the page in the window's title until the page sets a better one. */
  readonly title: string;
  /** What the member must be allowed to; nothing when every member may see it. */
  readonly permission?: string;
  /** Makes it an entry of the rail. */
  readonly nav?: { readonly icon: IconName; readonly label: string };
}

/** Every page, one row each, in the order of the rail. */
export const routes: readonly Route[] = [
  {
    pattern: "/",
    element: "rw-library-page",
    load: () => import("../pages/library/library-page.ts"),
    asks: () => "/templates",
    title: "web.library.title",
    nav: { icon: "stack", label: "web.shell.nav.roles" },
  },
  {
    pattern: "/kpis",
    element: "rw-kpis-page",
    load: () => import("../pages/kpis/kpis-page.ts"),
    title: "library.kpis.title",
  },
  {
    pattern: "/compare/:left/:right",
    element: "rw-compare-page",
    load: () => import("../pages/compare/compare-page.ts"),
    title: "library.compare.title",
  },
  {
    pattern: "/roles/:id/traceability",
    element: "rw-traceability-page",
    load: () => import("../pages/traceability/traceability-page.ts"),
    title: "traceability.title",
  },
  {
    pattern: "/roles/:id",
    element: "rw-workspace-page",
    load: () => import("../pages/workspace/workspace-page.ts"),
    asks: ({ id = "" }) => `/templates/${encodeURIComponent(id)}?with=reading`,
    title: "web.workspace.title",
  },
  {
    pattern: "/scorecards",
    element: "rw-scorecards-page",
    load: () => import("../pages/scorecards/scorecards-page.ts"),
    title: "web.scorecards.title",
    permission: "scorecards.read",
    nav: { icon: "gauge", label: "web.shell.nav.scorecards" },
  },
  {
    pattern: "/scorecards/:id",
    element: "rw-scorecard-page",
    load: () => import("../pages/scorecard/scorecard-page.ts"),
    title: "web.scorecard.title",
  },
  {
    pattern: "/import",
    element: "rw-imports-page",
    load: () => import("../pages/import/imports-page.ts"),
    title: "importing.title",
    permission: "imports.read",
    nav: { icon: "inbox", label: "importing.nav" },
  },
  {
    pattern: "/import/:id",
    element: "rw-import-batch-page",
    load: () => import("../pages/import/import-batch-page.ts"),
    title: "importing.title",
    permission: "imports.read",
  },
  {
    pattern: "/import/:id/:file",
    element: "rw-import-review-page",
    load: () => import("../pages/import/import-review-page.ts"),
    title: "importing.title",
    permission: "imports.read",
  },
  {
    pattern: "/organisation",
    element: "rw-organisation-page",
    load: () => import("../pages/organisation/organisation-page.ts"),
    title: "organisation.title",
    nav: { icon: "org", label: "organisation.nav" },
  },
  {
    pattern: "/people",
    element: "rw-people-page",
    load: () => import("../pages/people/people-page.ts"),
    title: "web.people.title",
    permission: "holders.read",
    nav: { icon: "users", label: "web.shell.nav.people" },
  },
  {
    pattern: "/settings",
    element: "rw-settings-page",
    load: () => import("../pages/settings/settings-page.ts"),
    title: "web.settings.title",
    permission: "workspace.read",
  },
];

/** The page of an address, with what the address says; undefined when there is none. */
export function findRoute(path: string) {
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (params) return { route, params, path };
  }
  return undefined;
}
