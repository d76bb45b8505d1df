import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { projectEnvironment, root, runNode } from "./node.mjs";
import { stepsOrExit } from "./steps.mjs";

/**
 * `npm run dev`: the server, restarted when a file it imports changes, and Vite's own server for the page, which
 * passes API calls on. The sign-in link leads to Vite's page. When one of the two ends, so does the other.
 */
await stepsOrExit([ensureInstalled]);

const port = process.env.PORT ?? "8080";
const page = "http://localhost:5173";
const ending = new AbortController();
const { signal } = ending;

const serve = ["packages/cli/bin/rolewright.mjs", "serve", "--port", port, "--address", page];
const vite = [join(root, "node_modules/vite/bin/vite.js"), "--port", new URL(page).port, "--strictPort"];
const env = projectEnvironment({ ROLEWRIGHT_SERVER: `http://127.0.0.1:${port}` });
const both = [
  runNode(["--watch", "--watch-preserve-output", ...serve], { signal }),
  runNode(vite, { cwd: join(root, "packages", "web"), env, signal }),
];

const exitCode = await Promise.race(both);
ending.abort();
await Promise.allSettled(both);
process.exitCode = exitCode;
