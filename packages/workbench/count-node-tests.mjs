import { basename } from "node:path";

/**
 * A node:test reporter that writes one JSON object of counts. Suites are not tests; skipped and todo tests are
 * neither passed nor failed. A file that holds no test at all, which node:test calls passed, counts as failed:
 * a test file that tests nothing is a mistake.
 */
export default async function* countNodeTests(events) {
  const counts = { passed: 0, failed: 0, empty: [] };
  for await (const { type, data } of events) {
    if (type === "test:pass") countPass(counts, data);
    if (type === "test:fail") countFail(counts, data);
  }
  yield JSON.stringify(counts);
}

function countPass(counts, data) {
  if (data.details.type === "suite" || data.skip !== undefined || data.todo !== undefined) return;
  if (!isWholeFile(data)) counts.passed += 1;
  else {
    counts.failed += 1;
    counts.empty.push(data.file);
  }
}

/** A parent that failed only because of its children adds nothing: they are counted themselves. */
function countFail(counts, data) {
  const isOnlyParent = data.details.error?.failureType === "subtestsFailed";
  if (!isOnlyParent && data.todo === undefined) counts.failed += 1;
}

/** node:test reports a file without tests as one test named after the file. */
function isWholeFile(data) {
  return data.nesting === 0 && data.file !== undefined && basename(data.name) === basename(data.file);
}
