import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createTranslator } from "@rolewright/locale";
import type { Migration } from "@rolewright/runtime";
import type { Context } from "../context.ts";
import { migrateFile } from "./migrate.ts";

/* The program has no steps while the language has one version, so the way through is tested with one made here. */

const step: Migration = { from: 0, to: 1, edit: () => [] };
const old = `{
  "$schema": "https://rolewright.dev/role/0", // as it was
  "$id": "https://rolewright.dev/roles/test/old",
  "title": "客服主管",
}
`;
const now = old.replace("role/0", "role/1");

async function run(t: TestContext, text: string, write: boolean) {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-migrate-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "role.jsonc");
  writeFileSync(file, text);
  const said = { out: [] as string[], err: [] as string[] };
  const terminal = {
    out: (line: string) => said.out.push(line),
    err: (line: string) => said.err.push(line.replaceAll(folder, "…")),
    style: (_: string, words: string) => words,
  };
  const context: Context = { terminal, words: await createTranslator("zh-CN") };
  const code = await migrateFile(file, write ? { write: true } : {}, context, { migrations: [step] });
  return { code, ...said, kept: readFileSync(file, "utf8"), files: readdirSync(folder) };
}

test("the new text is printed and the file stays, unless it is to be written", async (t) => {
  const printed = await run(t, old, false);
  assert.deepEqual([printed.code, printed.out, printed.kept], [0, [now.trimEnd()], old]);
  const written = await run(t, old, true);
  assert.deepEqual([written.code, written.out, written.kept, written.files], [0, [], now, ["role.jsonc"]]);
  assert.deepEqual(written.err, ["…/role.jsonc：由第 0 版升到第 1 版，1 步，1 处改动"]);
});

test("a text that was brought up but has mistakes is written, with the mistakes told", async (t) => {
  const mistaken = old.replace('"title"', '"titel"');
  const { code, kept, err } = await run(t, mistaken, true);
  assert.deepEqual([code, kept], [1, mistaken.replace("role/0", "role/1")]);
  assert.match(err[0] ?? "", /titel/);
});

test("a text that cannot be brought up stays as it is", async (t) => {
  for (const text of [old.replace("role/0", "role/9"), "{", old.replace("rolewright.dev/role/0", "example.org/x")]) {
    const { code, kept, out, err } = await run(t, text, true);
    assert.deepEqual([code, kept, out], [1, text, []]);
    assert.ok(err.length > 0);
  }
});
