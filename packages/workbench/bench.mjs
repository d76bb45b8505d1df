import { ensureInstalled } from "./install.mjs";
import { runNode } from "./node.mjs";
import { stepsOrExit } from "./steps.mjs";

/** `npm run bench [-- part-of-a-name…]`: see run-benches.mjs. */
await stepsOrExit([ensureInstalled]);
process.exitCode = await runNode(["--expose-gc", "packages/workbench/run-benches.mjs", ...process.argv.slice(2)]);
