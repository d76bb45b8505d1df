import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { diagnosticCodes } from "../codes.ts";
import { configurableFindings } from "./configurable.ts";
import { lintRules } from "./index.ts";

const listed = new Set<string>(configurableFindings.map(({ code }) => code));
const essential = lintRules.filter((rule) => rule.essential);

test("every code a rule reports can be configured, but those of essential rules", () => {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const skipped = new Set(["arithmetic.ts", "ignore.ts", "configurable.ts", "rule.ts"]);
  const known = new Set<string>(diagnosticCodes);
  const reported = files
    .filter((name) => !skipped.has(name))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/"([a-z-]+\/[a-z-]+)"/g)])
    .flatMap(([, code = ""]) => (known.has(code) ? [code] : []));
  assert.deepEqual([...listed].sort(), [...new Set(reported)].sort());
  assert.deepEqual(
    essential.map(({ id }) => id),
    ["measure/, score/"],
  );
});

test("every rule that is not essential has a finding in the list", () => {
  for (const { id } of lintRules.filter((rule) => !rule.essential)) {
    assert.ok(
      [...listed].some((code) => code.startsWith(id)),
      id,
    );
  }
});
