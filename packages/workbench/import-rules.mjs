/**
 * Which part of the house may import which. Keys are folders under `packages/`; values are what may be imported by
 * name, as a package or one of its entries. `"lazy"` allows only `import()`, `"types"` only `import type`.
 */
export const packageRules = {
  runtime: {},
  locale: {},
  "worker-queue": {},
  importer: { "@rolewright/runtime": true, "@rolewright/worker-queue": true },
  exporters: { "@rolewright/runtime": true, "@rolewright/locale": true, "@rolewright/worker-queue": true },
  server: {
    "@rolewright/runtime": true,
    "@rolewright/locale": true,
    "@rolewright/exporters": true,
    "@rolewright/exporters/document": true,
    "@rolewright/importer": true,
    "@rolewright/worker-queue": true,
  },
  web: {
    "@rolewright/runtime": true,
    "@rolewright/runtime/language": true,
    "@rolewright/locale": true,
    "@rolewright/locale/languages": true,
    "@rolewright/server/protocol": "types",
    "@rolewright/server/anchors": true,
    "@rolewright/server/quotation": true,
    "@rolewright/server/paths": true,
    "@rolewright/server/text-edits": true,
    "@rolewright/exporters": "lazy",
    "@rolewright/exporters/document": "lazy",
  },
  cli: {
    "@rolewright/runtime": true,
    "@rolewright/runtime/language": true,
    "@rolewright/locale": true,
    "@rolewright/exporters": true,
    "@rolewright/exporters/document": true,
    "@rolewright/importer": true,
    "@rolewright/server": true,
    "@rolewright/server/calendar": true,
    "@rolewright/server/findings": true,
    "@rolewright/server/paths": true,
    "@rolewright/server/protocol": true,
  },
};

/** Folders of the page, outermost first: a folder may import itself and those after it, `data` and `styles` apart. */
export const pageLayers = ["app", "pages", "editor", "components"];

/** What each layer may reach besides the layers below it. Components show what they are given: no `data`. */
export const besideLayers = {
  app: ["data", "styles"],
  pages: ["data", "styles"],
  editor: ["data", "styles"],
  components: ["styles"],
};

/**
 * Modules of `app` that layers below it may import all the same, since they are the air the page lives in: its words
 * (every layer speaks), and for pages the router, the session, the wording of failures, the commands they offer and what lies over them.
 */
export const givenModules = {
  "app/language.ts": ["pages", "editor", "components"],
  "app/failure.ts": ["pages"],
  "app/router.ts": ["pages"],
  "app/session.ts": ["pages"],
  "app/commands.ts": ["pages"],
  "app/overlays.ts": ["pages"],
  "app/tour-choice.ts": ["pages"],
};

/** Only `data` may talk to the network. A method that is called `fetch` is not the browser's. */
export const networkCalls =
  /(?<![.#\w])(?:(?:window|globalThis|self)\.)?(?:fetch|XMLHttpRequest|WebSocket|EventSource|HocuspocusProvider\w*)\s*\(/;
