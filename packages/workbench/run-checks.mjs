import { importFindings } from "./imports.mjs";
import { runNode } from "./node.mjs";

/** Everything that can be known without running the program. All checks run; one failure fails. See check.mjs. */

const checks = [
  ["Generated files", () => runNode(["packages/workbench/generate.mjs", "--check"])],
  ["Types", () => runNode(["node_modules/typescript/bin/tsc", "-b"])],
  ["Lint and format", () => runNode(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."])],
  ["Import directions", checkImports],
];

const failed = [];
for (const [name, check] of checks) {
  console.log(`── ${name}`);
  if ((await check()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "All checks hold." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function checkImports() {
  const findings = importFindings();
  for (const finding of findings) console.error(finding);
  return findings.length === 0 ? 0 : 1;
}
