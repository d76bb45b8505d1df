import { fileURLToPath } from "node:url";
import { apiPrefix, collaborationPath } from "@rolewright/server/paths";
import { defineConfig } from "vite";
import { precompress } from "./precompress.mjs";
import { preloadShell } from "./preload-shell.mjs";

/** Where `vite dev` finds the server; the workbench sets it to the one it has started. */
const server = process.env.ROLEWRIGHT_SERVER ?? "http://127.0.0.1:8080";

/** Aura uses relative colours, light-dark() and @scope: an older target has them rewritten, and the page goes blank. */
const browsers = ["chrome131", "edge131", "firefox133", "safari18.2"];

const runtime = /packages[\\/]runtime[\\/]/;
/** What of the runtime a role's page edits with. What reads and scores whole roles takes the grammar with it, and waits. */
const editing =
  /runtime[\\/]src[\\/](edit|edit-member|patch-over|points-at|quality|calendar|localize|language[\\/]place|lint[\\/]configurable)\.ts$/;
const file = (name: string) => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));
const notification = fileURLToPath(import.meta.resolve("@vaadin/notification"));
const lit = /node_modules[\\/](lit|lit-html|lit-element|@lit)[\\/]/;
const ownParts = /web[\\/]src[\\/](app|components|data)[\\/]|locale[\\/]src[\\/][^\\/]+$/;

/**
 * Files that pages share. Left alone, each set of pages that has something in common gets a file of its own: sixty to
 * open one page, and each costs the browser more than what is in it. Each of these needs only those above it.
 */
const groups = [
  { name: "start", tags: ["$initial" as const], priority: 6 },
  { name: ofShell, debugName: "shell", priority: 5 },
  { name: "editing", test: editing, priority: 4 },
  { name: "runtime", test: runtime, minShareCount: 3, priority: 3 },
  { name: ofNotices, debugName: "notices", priority: 2.5 },
  { name: "fields", test: /node_modules[\\/]@vaadin[\\/]/, minShareCount: 2, priority: 2 },
  { name: withoutRuntime, debugName: "parts", test: ownParts, minShareCount: 2, priority: 1 },
  { name: ofRole, debugName: "role", minShareCount: 2, priority: 0 },
];

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

function reachedFrom(start: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const one of reached) for (const next of graph.getModuleInfo(one)?.importedIds ?? []) reached.add(next);
  return reached;
}

/** With all of Lit: the directives that pages share would otherwise lie with whatever is split off first. */
function ofShell(id: string, graph: Graph) {
  return lit.test(id) || reachedFrom(file("shell"), graph).has(id) ? "shell" : null;
}

/** What of the kit shows notices comes onto every page; its fields and dialogs wait until they are wanted. */
function ofNotices(id: string, graph: Graph) {
  return reachedFrom(notification, graph).has(id) ? "notices" : null;
}

/** Pages that do without the runtime are kept from parts that need it. */
function withoutRuntime(id: string, graph: Graph) {
  return [...reachedFrom(id, graph)].some((one) => runtime.test(one)) ? null : "parts";
}

/** What a role's page has in common with others, but for the library, which is to be light. */
function ofRole(id: string, graph: Graph) {
  const within = (page: string) => reachedFrom(file(`pages/${page}`), graph).has(id);
  return within("workspace/workspace-page") && !within("library/library-page") ? "role" : null;
}

/** The pages that are opened most: their files are sent for with the first. */
const early = { "^/$": "library-page", "^/roles/[^/]+$": "workspace-page" };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadShell(early), precompress()],
  // Read many times faster than the same as a script.
  json: { stringify: true, namedExports: false },
  resolve: {
    alias: [
      {
        // The kit's development statistics call home from localhost; a self-hosted page makes no call of its own.
        find: /^@vaadin\/vaadin-usage-statistics\/.*$/,
        replacement: fileURLToPath(new URL("src/app/no-statistics.ts", import.meta.url)),
      },
    ],
  },
  build: {
    outDir: "dist/app",
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // Monaco is one lazy chunk of several megabytes, by nature.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
      },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: {
      [apiPrefix]: { target: server },
      "/api/docs": { target: server },
      [collaborationPath]: { target: server, ws: true },
    },
  },
});
