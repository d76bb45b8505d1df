import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { styles } from "../../component-bundle.mjs";

/**
 * What web-test-runner needs to run tests with the real Monaco: its 700 modules import CSS, which a browser cannot
 * load as modules, so `monaco.ts` and its workers are bundled once (about a second) and served from memory.
 */

const here = dirname(fileURLToPath(import.meta.url));
const prefix = "/__monaco__/";

/** Worker entry points by the name the page imports them under. */
const workers = {
  "monaco-editor/editor/editor.worker?worker": "editor.worker",
  "monaco-editor/languages/features/json/json.worker?worker": "json.worker",
};

/**
 * Bundles `monaco.ts`, its style sheet, font and workers.
 *
 * @returns {Promise<Map<string, Uint8Array>>} File name (`monaco.js`, `monaco.css`, `json.worker.js`, …) → content.
 */
export async function bundleMonaco() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: {
      monaco: join(here, "monaco.ts"),
      "editor.worker": "monaco-editor/editor/editor.worker",
      "json.worker": "monaco-editor/languages/features/json/json.worker",
    },
    outdir: here,
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    loader: { ".ttf": "file" },
    assetNames: "[name]",
    logLevel: "error",
  });
  return new Map(result.outputFiles.map((file) => [file.path.slice(here.length + 1), file.contents]));
}

/**
 * Serves the bundle in place of `monaco.ts` and of worker imports; the style sheet is at `/__monaco__/monaco.css`.
 *
 * @returns {import("@web/test-runner").TestRunnerPlugin}
 */
export function monacoPlugin() {
  /** @type {Promise<Map<string, Uint8Array>> | undefined} */
  let files;
  return {
    name: "monaco",
    resolveImport({ source }) {
      if (source.endsWith("/monaco.ts")) return `${prefix}monaco.js`;
      return source in workers ? `${prefix}${workers[source]}.module.js` : undefined;
    },
    async serve({ path }) {
      if (path.endsWith("/code-editor.browser.test.ts")) return { body: await bundleElementTest(path), type: "js" };
      if (!path.startsWith(prefix)) return undefined;
      const name = path.slice(prefix.length);
      if (name.endsWith(".module.js")) return { body: workerModule(name.replace(".module.js", ".js")), type: "js" };
      files ??= bundleMonaco();
      const content = (await files).get(name);
      if (!content) return undefined;
      const body = name.endsWith(".ttf") ? Buffer.from(content) : Buffer.from(content).toString("utf8");
      return { body, type: name.split(".").at(-1) };
    },
  };
}

/** The element's test as one bundle, because it imports style sheets; Monaco stays the one served above. */
async function bundleElementTest(path) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [join(here, path.split("/").at(-1))],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [servedMonaco, styles],
    logLevel: "error",
  });
  return result.outputFiles[0]?.text ?? "";
}

const servedMonaco = {
  name: "served-monaco",
  setup(bundle) {
    const external = (path) => ({ path: prefix + path, external: true });
    bundle.onResolve({ filter: /\/monaco\.ts$/ }, () => external("monaco.js"));
    bundle.onResolve({ filter: /\?worker$/ }, ({ path }) => external(`${workers[path]}.module.js`));
  },
};

/** What Vite makes of `?worker`: a module whose default export is the worker's constructor. */
function workerModule(file) {
  return `export default class extends Worker {
  constructor() { super(${JSON.stringify(prefix + file)}, { type: "module" }); }
}`;
}

/**
 * Lets a test compose as an input method does: `executeServerCommand("compose", { method, params })` sends one call
 * (`Input.imeSetComposition`, `Input.insertText`, `Input.dispatchKeyEvent`) to the browser's debugger.
 *
 * @returns {import("@web/test-runner").TestRunnerPlugin}
 */
export function composePlugin() {
  const sessions = new WeakMap();
  return {
    name: "compose",
    async executeCommand({ command, payload, session }) {
      if (command !== "compose") return undefined;
      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      await page.bringToFront();
      await sessions.get(page).send(payload.method, payload.params);
      return true;
    },
  };
}
