/** The named parts of a path, decoded: `/roles/:id` on `/roles/r1` gives `{ id: "r1" }`. */
export type RouteParams = Readonly<Record<string, string>>;

/** The params of `path` under `pattern`, or undefined when it is another page's. */
export function matchPath(pattern: string, path: string): RouteParams | undefined {
  const wanted = pattern.split("/");
  const given = path.replace(/(.)\/$/, "$1").split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index] ?? "");
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

/** Goes to a path of this application without a reload. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** Turns plain clicks on same-origin links into navigation; returns the way to stop. Downloads and API addresses stay the browser's. */
export function followLinks(root: EventTarget = document): () => void {
  const follow = (event: Event) => {
    const path = event instanceof MouseEvent ? inAppPath(event) : undefined;
    if (path === undefined) return;
    event.preventDefault();
    navigate(path);
  };
  root.addEventListener("click", follow);
  return () => root.removeEventListener("click", follow);
}

function inAppPath(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement) || !link.getAttribute("href")?.startsWith("/")) return undefined;
  if (link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/")) return undefined;
  return link.pathname + link.search + link.hash;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
