import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root, runNode } from "./node.mjs";
import { stepsOrExit } from "./steps.mjs";

/**
 * `npm run dev`: the server, restarted when a file it imports changes, and Vite's own server for the page, which
 * passes API calls on. Both end together.
 */
await stepsOrExit([ensureInstalled]);

const port = process.env.PORT ?? "8080";
const ended = await Promise.race([
  runNode(["--watch", "--watch-preserve-output", "packages/cli/bin/rolewright.mjs", "serve", "--port", port]),
  runNode([join(root, "node_modules/vite/bin/vite.js")], { cwd: join(root, "packages", "web") }),
]);
process.exit(ended);
