import type { Action } from "../accounts/permissions.ts";
import type { Api } from "../http/api.ts";
import type { Services } from "../http/services.ts";
import { routes } from "../routes/index.ts";

export interface RecordedRoute {
  readonly method: string;
  /** As registered, e.g. `/templates/:id`. */
  readonly url: string;
  /** With something in the place of its parameters. */
  readonly path: string;
  readonly permission: Action | "public" | "session";
}

/** Every route of the API, read from what the route modules register. */
export function recordedRoutes(): readonly RecordedRoute[] {
  const found: RecordedRoute[] = [];
  const record =
    (method: string) =>
    (url: string, { config }: { config: { permission: RecordedRoute["permission"] } }) => {
      found.push({ method, url, path: url.replaceAll(/:\w+/g, "1"), permission: config.permission });
    };
  const names = ["get", "post", "put", "patch", "delete"];
  const recorder = Object.fromEntries(names.map((name) => [name, record(name.toUpperCase())])) as unknown as Api;
  for (const add of routes) add(recorder, {} as Services);
  return found;
}
