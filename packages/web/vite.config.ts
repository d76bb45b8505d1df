import { fileURLToPath } from "node:url";
import { apiPrefix, collaborationPath } from "@rolewright/server/paths";
import { defineConfig } from "vite";
import { precompress } from "./precompress.mjs";

/** Where `vite dev` finds the server; the workbench sets it to the one it has started. */
const server = process.env.ROLEWRIGHT_SERVER ?? "http://127.0.0.1:8080";

/** Aura uses relative colours, light-dark() and @scope: an older target has them rewritten, and the page goes blank. */
const browsers = ["chrome131", "edge131", "firefox133", "safari18.2"];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [precompress()],
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
