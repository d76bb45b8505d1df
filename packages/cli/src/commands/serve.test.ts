import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { main } from "../main.ts";

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-serve-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function serve(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const code = await main(["serve", "--language", "en", ...args], { out: say, err: say, style: (_, words) => words });
  return { code, said: lines.join("\n") };
}

test("a data folder that is a file is told in a sentence", async (t) => {
  const file = join(folderOf(t), "data");
  writeFileSync(file, "");
  const { code, said } = await serve("--port", "0", "--data", file);
  assert.equal(code, 2);
  assert.match(said, /data folder .* cannot be used/);
});

test("a file that is no database is told in a sentence and left as it is", async (t) => {
  const data = folderOf(t);
  writeFileSync(join(data, "rolewright.sqlite"), "minutes of the meeting ".repeat(100));
  const { code, said } = await serve("--port", "0", "--data", data);
  assert.equal(code, 2);
  assert.match(said, /no database of Rolewright/);
});

test("an address that is not this computer's is told in a sentence", async (t) => {
  const { code, said } = await serve("--port", "0", "--host", "192.0.2.1", "--data", folderOf(t));
  assert.equal(code, 2);
  assert.match(said, /Cannot listen on the address “192\.0\.2\.1”/);
});
