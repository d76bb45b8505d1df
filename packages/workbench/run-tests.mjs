import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { root, runNode } from "./node.mjs";
import { ensurePage } from "./page.mjs";

/**
 * The tests, on a Node that will do and with everything installed (test.mjs sees to that). One runner after the
 * other, since they share two cores more often than not. Arguments: parts of file paths; a test file runs when its
 * path holds one of them. The last line sums up all runners; a runner that crashed or found nothing to run in its
 * files is a failure.
 */
const nodeTest = ["--test", "--test-timeout=600000", "--test-reporter=spec", "--test-reporter-destination=stdout"];
const runners = [
  {
    name: "Node",
    files: ["packages/**/*.test.{ts,mjs}", "test/{contract,golden,conformance,bench}/**/*.test.ts"],
    start: runInNode,
  },
  { name: "Browser", files: ["packages/web/src/**/*.browser.test.ts"], start: runInBrowser },
  { name: "End to end", files: ["test/e2e/**/*.test.ts"], start: runEndToEnd },
];

const filters = process.argv.slice(2);
const counts = mkdtempSync(join(tmpdir(), "rolewright-test-"));
const totals = { passed: 0, failed: 0, runners: 0 };
for (const runner of runners) await runAll(runner);
rmSync(counts, { recursive: true });
if (totals.runners === 0) {
  console.error(`No test file's path holds ${filters.join(" or ")}.`);
  totals.failed += 1;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

async function runAll(runner) {
  const files = select(runner);
  if (files.length === 0) return;
  totals.runners += 1;
  console.log(`\n── ${runner.name}: ${files.length} files`);
  const report = join(counts, String(totals.runners));
  const exitCode = await runner.start(files, report).catch((error) => {
    console.error(error.message);
    return 1;
  });
  add(runner, report, exitCode);
}

function select(runner) {
  const files = runner.files.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: isNotOurs }));
  const own = runner.start === runInNode ? files.filter((file) => !file.endsWith(".browser.test.ts")) : files;
  return own.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter))).sort();
}

function isNotOurs(path) {
  return /(^|[\\/])(node_modules|dist)$/.test(path);
}

/** Passing needs three things to agree: the exit code, the counts, and that there were any. */
function add(runner, report, exitCode) {
  const {
    passed,
    failed,
    empty = [],
  } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { passed: 0, failed: 0 };
  for (const file of empty) console.error(`${file} holds no test.`);
  const brokeOutside = failed === 0 && (exitCode !== 0 || passed === 0);
  if (brokeOutside) console.error(`${runner.name}: the runner ended with code ${exitCode} and ran ${passed} tests.`);
  totals.passed += passed;
  totals.failed += failed + (brokeOutside ? 1 : 0);
}

function runInNode(files, report, options = {}) {
  const counting = [
    "--test-reporter=./packages/workbench/count-node-tests.mjs",
    `--test-reporter-destination=${report}`,
  ];
  return runNode([...nodeTest, ...counting, ...(options.arguments ?? []), ...files], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** The configuration finds the browser by the same search, so its path need not be passed. */
async function runInBrowser(files, report) {
  await findChromium();
  const config = join(root, "packages", "web", "web-test-runner.config.mjs");
  return runNode(["packages/workbench/browser-tests.mjs", config, report, ...files], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Real pages on a real server: one journey at a time. */
async function runEndToEnd(files, report) {
  await findChromium();
  await ensurePage();
  return runInNode(files, report, { arguments: ["--test-concurrency=1"] });
}
