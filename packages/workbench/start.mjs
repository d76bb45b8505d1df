import { ensureInstalled } from "./install.mjs";
import { runNode } from "./node.mjs";
import { ensurePage } from "./page.mjs";
import { stepsOrExit } from "./steps.mjs";

/** `npm start`: everything a fresh clone needs, then the server in the foreground until a signal ends it. */
await stepsOrExit([ensureInstalled, ensurePage]);
process.exitCode = await runNode(["packages/cli/bin/rolewright.mjs", "serve", ...process.argv.slice(2)]);
