import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program to its end with our own input and output. SIGTERM and SIGHUP are passed on; SIGINT reaches the
 * child from the terminal already, so here it only must not end us before the child has closed cleanly.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} The exit code; 128 + signal number when a signal ended it.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    const passOn = (signal) => child.kill(signal);
    const wait = () => {};
    process.on("SIGTERM", passOn).on("SIGHUP", passOn).on("SIGINT", wait);
    const watch = whenOrphaned(() => child.kill("SIGTERM"));
    const release = () => {
      clearInterval(watch);
      process.off("SIGTERM", passOn).off("SIGHUP", passOn).off("SIGINT", wait);
    };
    child.once("error", (error) => {
      release();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      release();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/**
 * npm passes a signal on to the shell it runs us in, and dash dies of it without telling us: a server would outlive
 * the `npm start` that was ended. Another parent than at first is the one trace this leaves.
 */
function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && act(), 500).unref();
}
