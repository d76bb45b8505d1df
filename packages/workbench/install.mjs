import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { root } from "./node.mjs";

/** Installs the locked packages when some are missing or of another version than the lock says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing packages…");
  const code = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) throw new Error("`npm ci` failed; its output is above.");
}

/**
 * npm records what it installed in `node_modules/.package-lock.json`. Comparing that with the lock also accepts a
 * tree that was installed by hand, or with one platform's optional packages left out.
 */
function isInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const present = readPackages(record);
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, wanted]) => !path.startsWith("node_modules/") || wanted.optional || isSame(present[path], wanted),
  );
}

function isSame(present, wanted) {
  return present !== undefined && present.version === wanted.version && present.integrity === wanted.integrity;
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** npm itself runs on the host's Node, as it did when it started us. */
function npm(args) {
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  if (process.env.npm_execpath) return run(process.execPath, [process.env.npm_execpath, ...args], options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}
