import { ensureInstalled } from "./install.mjs";
import { runNode } from "./node.mjs";
import { stepsOrExit } from "./steps.mjs";

/** `npm test [-- part-of-a-path…]`: installs what is missing, then runs every test; see run-tests.mjs. */
await stepsOrExit([ensureInstalled]);
process.exitCode = await runNode(["packages/workbench/run-tests.mjs", ...process.argv.slice(2)]);
