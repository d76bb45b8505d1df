import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";
import { findChromium } from "../workbench/chromium.mjs";
import { componentBundle } from "./component-bundle.mjs";
import { composePlugin, monacoPlugin } from "./src/editor/monaco-test-plugin.mjs";

const chromium = await findChromium();

/** Tests of components in a real browser. The workspace's root is served, so that imports of other packages resolve. */
export default {
  rootDir: fileURLToPath(new URL("../..", import.meta.url)),
  files: [fileURLToPath(new URL("src/**/*.browser.test.ts", import.meta.url))],
  nodeResolve: { exportConditions: ["browser"] },
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: chromium.executablePath,
        env: chromium.env,
        args: chromium.args,
      },
    }),
  ],
  plugins: [
    monacoPlugin(),
    composePlugin(),
    componentBundle(),
    // The decorator flags stand in this tsconfig itself: the plugin does not follow `extends`.
    esbuildPlugin({ ts: true, target: "es2022", tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)) }),
  ],
  testFramework: { config: { timeout: 20_000 } },
};
