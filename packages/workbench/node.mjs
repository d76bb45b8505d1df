import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";

/** Absolute path of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The oldest Node that runs our TypeScript as it stands and does not crash better-sqlite3. */
export const oldestNode = [22, 18];

/** Whether `version` (`22.18.0`) will do. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The Node to run project code on: the one running now when new enough, else the one npm brought. */
export function projectNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const brought = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(brought) && isNewEnough(versionOf(brought))) return brought;
  throw new Error(
    `Rolewright needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}, and npm brought no newer one.`,
  );
}

function versionOf(node) {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim().replace(/^v/, "");
}

/** The environment for our tools: `node` and everything npm installed come first on the path. */
export function projectEnvironment(extra = {}) {
  const path = [dirname(projectNode()), join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a script of ours on a Node that will do, passing on its output and signals.
 *
 * @param {string[]} args Node's arguments, the script first.
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} The exit code; 128 + signal number when a signal ended it.
 */
export function runNode(args, options = {}) {
  return run(projectNode(), args, { cwd: root, env: projectEnvironment(), ...options });
}
