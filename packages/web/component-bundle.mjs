import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Serves each component test as one bundle: the page's code imports style sheets, JSON and CommonJS packages, which a
 * browser cannot load as modules. The editor's tests bring a bundle of their own.
 *
 * @returns {import("@web/test-runner").TestRunnerPlugin}
 */
export function componentBundle() {
  return {
    name: "component-bundle",
    async serve({ path }) {
      const name = /^\/packages\/web\/(src\/(?!editor\/).*\.browser\.test\.ts)$/.exec(path)?.[1];
      return name ? { type: "js", body: await bundled(name) } : undefined;
    },
  };
}

async function bundled(name) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [name],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    sourcemap: "inline",
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [styles],
    logLevel: "error",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** A style sheet becomes a module that adds it to the page, as Vite does. */
export const styles = {
  name: "styles",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const sheet = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        loader: { ".woff2": "dataurl", ".ttf": "dataurl" },
        logLevel: "error",
      });
      const text = JSON.stringify(sheet.outputFiles[0]?.text ?? "");
      return {
        contents: `const style = document.createElement("style"); style.textContent = ${text}; document.head.append(style);`,
      };
    });
  },
};
