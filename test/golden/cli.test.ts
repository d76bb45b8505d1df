import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Every folder of `cli/` is one case: `command` holds the command line, `expected.out`, `expected.err` and
 * `expected.code` what it says and how it ends. The command runs in a copy of the folder, beside links to the
 * shipped `templates` and `examples`. Inputs too large to keep are made by the case's `input.ts` (`files`: name →
 * text). `UPDATE_GOLDEN=1` writes what came out and fails, so that nobody mistakes updating for passing.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const cases = join(import.meta.dirname, "cli");

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: string;
}

for (const entry of readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  test(`the command line answers as recorded: ${entry.name}`, async (t) => {
    const folder = join(cases, entry.name);
    const actual = await run(t, folder);
    assert.ok(!actual.err.includes("    at "), `a stack trace is never an answer:\n${actual.err}`);
    if (process.env.UPDATE_GOLDEN === "1") record(folder, actual);
    assert.deepEqual(actual, recorded(folder));
  });
}

async function run(t: TestContext, folder: string): Promise<Outcome> {
  const workplace = mkdtempSync(join(tmpdir(), "rolewright-golden-"));
  t.after(() => rmSync(workplace, { recursive: true }));
  cpSync(folder, workplace, { recursive: true });
  for (const shipped of ["templates", "examples"]) symlinkSync(join(root, shipped), join(workplace, shipped));
  await writeMadeInputs(folder, workplace);
  const [program, ...args] = readFileSync(join(folder, "command"), "utf8").trim().split(/\s+/);
  assert.equal(program, "rolewright");
  return outcomeOf(args, workplace);
}

async function writeMadeInputs(folder: string, workplace: string): Promise<void> {
  const maker = join(folder, "input.ts");
  if (!existsSync(maker)) return;
  const { files } = (await import(pathToFileURL(maker).href)) as { files: Readonly<Record<string, string>> };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workplace, name), text);
}

/** The real program in a process of its own, in Chinese unless the command says otherwise. */
function outcomeOf(args: readonly string[], cwd: string): Promise<Outcome> {
  const env = { PATH: process.env.PATH, LANG: "zh_CN.UTF-8", NO_COLOR: "1" };
  const child = spawn(process.execPath, [join(root, "packages/cli/bin/rolewright.mjs"), ...args], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text.out += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text.err += part;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ ...text, code: `${code ?? signal}\n` }));
  });
}

function recorded(folder: string): Outcome {
  const read = (part: string) => {
    const file = join(folder, `expected.${part}`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return { out: read("out"), err: read("err"), code: read("code") };
}

/** An empty stream has no file. */
function record(folder: string, outcome: Outcome): never {
  for (const [part, text] of Object.entries(outcome)) {
    const file = join(folder, `expected.${part}`);
    if (text === "") rmSync(file, { force: true });
    else writeFileSync(file, text);
  }
  return assert.fail("Recorded. Read the difference, then run without UPDATE_GOLDEN.");
}
