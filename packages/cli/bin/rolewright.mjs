#!/usr/bin/env node
// The guard before the program: plain JavaScript that an old Node can read, so that it can say what is wrong.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  runOnNewerNode(broughtNode());
}

/** The Node that npm installed beside us as an optional dependency. */
function broughtNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const node = join(folder, "node_modules", ".bin", name);
    if (existsSync(node)) return node;
  }
  return undefined;
}

function runOnNewerNode(node) {
  const isSecondTry = process.env.ROLEWRIGHT_NODE_TRIED === "1";
  if (node === undefined || isSecondTry) {
    console.error(
      `Rolewright 需要 Node 22.18 或更新版本，当前为 ${process.versions.node}。Rolewright needs Node 22.18 or newer.`,
    );
    process.exitCode = 2;
    return;
  }
  const env = { ...process.env, ROLEWRIGHT_NODE_TRIED: "1" };
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit", env });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.on("SIGINT", () => {}); // The terminal sends it to the child as well; ours is to wait for its end.
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
