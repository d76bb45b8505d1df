import { existsSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isFresh, markFresh } from "./fingerprint.mjs";
import { root, runNode } from "./node.mjs";

/** Folder of the built page. */
export const pageFolder = join(root, "packages", "web", "dist", "app");

/** What the page is made of: tests beside the code are not part of it. */
const inputs = [
  "packages/web",
  "packages/runtime",
  "packages/locale",
  "packages/exporters",
  "packages/server/src",
  "schemas",
  "package-lock.json",
];
const stamp = join(root, "packages", "web", "dist", "built-from");
const isInput = (path) => !path.includes(".test.") && !path.endsWith(".tsbuildinfo");

/** Builds the page when it is missing or anything it is made of has changed. */
export async function ensurePage() {
  const wanted = fingerprint(root, inputs, isInput);
  if (isFresh(stamp, wanted) && existsSync(join(pageFolder, "index.html"))) return;
  console.log("Building the page…");
  const code = await runNode([join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: join(root, "packages", "web"),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (code !== 0) throw new Error("Building the page failed; the output above says where.");
  markFresh(stamp, wanted);
}
