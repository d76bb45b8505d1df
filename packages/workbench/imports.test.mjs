import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { importFindings } from "./imports.mjs";

/** Writes the files into a temporary checkout and returns what the check finds there. */
function findingsOf(t, files) {
  const base = mkdtempSync(join(tmpdir(), "rolewright-imports-"));
  t.after(() => rmSync(base, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, "packages", path)), { recursive: true });
    writeFileSync(join(base, "packages", path), text);
  }
  return importFindings(base);
}

test("an import against the allowed direction is found with its line", (t) => {
  const findings = findingsOf(t, {
    "runtime/src/a.ts": 'import x from "ajv";\nimport { y } from "@rolewright/locale";\n',
  });
  assert.deepEqual(findings, ["packages/runtime/src/a.ts:2: runtime may not import @rolewright/locale"]);
});

test("an import spread over several lines is read whole", (t) => {
  const findings = findingsOf(t, { "importer/src/a.ts": 'import {\n  a,\n  b,\n} from "@rolewright/server";\n' });
  assert.equal(findings.length, 1);
});

test("the page loads exporters only lazily and the protocol only as types", (t) => {
  const right =
    'import type { A } from "@rolewright/server/protocol";\nconst b = await import("@rolewright/exporters");\n';
  const wrong = 'import { A } from "@rolewright/server/protocol";\nimport { b } from "@rolewright/exporters";\n';
  assert.deepEqual(findingsOf(t, { "web/src/pages/a.ts": right }), []);
  assert.equal(findingsOf(t, { "web/src/pages/a.ts": wrong }).length, 2);
});

test("components reach neither pages nor data", (t) => {
  const text = 'import "../data/client.ts";\nimport "../pages/library/library-page.ts";\nimport "./icon.ts";\n';
  assert.equal(findingsOf(t, { "web/src/components/a.ts": text }).length, 2);
});

test("a network call outside data is found, one in a comment is not", (t) => {
  const text = "// fetch(url) belongs elsewhere\nconst answer = await fetch(url);\n";
  assert.deepEqual(findingsOf(t, { "web/src/pages/a.ts": text }), [
    "packages/web/src/pages/a.ts:2: only data/ talks to the network",
  ]);
});

test("modules that import each other are found once, a lazy import breaks the circle", (t) => {
  const circle = { "runtime/src/a.ts": 'import "./b.ts";\n', "runtime/src/b.ts": 'import "./a.ts";\n' };
  const lazy = { ...circle, "runtime/src/b.ts": 'await import("./a.ts");\n' };
  assert.equal(findingsOf(t, circle).length, 1);
  assert.deepEqual(findingsOf(t, lazy), []);
});

test("reaching into another package by path is found", (t) => {
  const findings = findingsOf(t, { "server/src/a.ts": 'import "../../runtime/src/read.ts";\n' });
  assert.equal(findings.length, 1);
});
