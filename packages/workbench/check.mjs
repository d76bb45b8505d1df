import { ensureInstalled } from "./install.mjs";
import { runNode } from "./node.mjs";
import { stepsOrExit } from "./steps.mjs";

/** `npm run check`: generated files, types, lint, format and import directions; see run-checks.mjs. */
await stepsOrExit([ensureInstalled]);
process.exitCode = await runNode(["packages/workbench/run-checks.mjs", ...process.argv.slice(2)]);
