import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { startTestRunner, summaryReporter } from "@web/test-runner";

/**
 * Runs web-test-runner with a configuration file over the named test files and writes `{ passed, failed }` as JSON.
 * Arguments: configuration, file for the counts, test files. Run on its own Node by `test.mjs`.
 */
const [configPath, countsPath, ...files] = process.argv.slice(2);
const { default: config } = await import(pathToFileURL(configPath));

const counting = {
  onTestRunFinished({ sessions }) {
    const counts = sessions.map(countSession);
    const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
    writeFileSync(countsPath, JSON.stringify({ passed: sum("passed"), failed: sum("failed") }));
  },
};

const reporters = [...(config.reporters ?? [summaryReporter()]), counting];
await startTestRunner({ config: { ...config, files, reporters }, readCliArgs: false, readFileConfig: false });

/** A session that failed without a failed test (it did not load, timed out, or held none) counts as one failure. */
function countSession(session) {
  const tests = allTests(session.testResults).filter((test) => !test.skipped);
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed;
  const brokeOutside = failed === 0 && (!session.passed || session.errors.length > 0 || tests.length === 0);
  return { passed, failed: failed + (brokeOutside ? 1 : 0) };
}

function allTests(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(allTests)] : [];
}
