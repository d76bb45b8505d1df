import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { main } from "../main.ts";

const shipped = fileURLToPath(
  new URL("../../../../templates/customer-service/property/customer-service-supervisor.jsonc", import.meta.url),
);

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-export-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const code = await main(args, { out: say, err: say, style: (_, words) => words });
  return { code, said: lines.join("\n") };
}

for (const place of ["before", "after"]) {
  test(`the document speaks the language stated ${place} the command`, async (t) => {
    const out = join(folderOf(t), "role.md");
    const command = ["export", shipped, "--format", "markdown", "--out", out];
    const stated = ["--language", "en"];
    const { code } = await run(...(place === "before" ? [...stated, ...command] : [...command, ...stated]));
    assert.equal(code, 0);
    assert.match(readFileSync(out, "utf8"), /^# Customer service supervisor/m);
  });
}

test("without a stated language the document speaks the template's own", async (t) => {
  const out = join(folderOf(t), "role.md");
  assert.equal((await run("export", shipped, "--format", "markdown", "--out", out)).code, 0);
  assert.match(readFileSync(out, "utf8"), /^# 客服主管/m);
});

test("a document is never written over what it is made of", async (t) => {
  const template = join(folderOf(t), "role.jsonc");
  copyFileSync(shipped, template);
  const { code, said } = await run("export", template, "--out", template, "--language", "en");
  assert.equal(code, 2);
  assert.match(said, /one of the inputs/);
  assert.equal(readFileSync(template, "utf8"), readFileSync(shipped, "utf8"));
});

test("a folder that is not there is named as what is wrong", async (t) => {
  const out = join(folderOf(t), "nowhere", "role.md");
  const { code, said } = await run("export", shipped, "--format", "markdown", "--out", out, "--language", "en");
  assert.equal(code, 2);
  assert.match(said, /no such folder/);
});

test("a language nobody here speaks is refused, not passed over", async () => {
  const { code, said } = await run("validate", shipped, "--language", "fr");
  assert.equal(code, 2);
  assert.match(said, /“fr”/);
});
