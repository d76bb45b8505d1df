import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { main } from "../../packages/cli/src/main.ts";
import { examples, shippedTemplates } from "./shipped.ts";

/* The types of every shipped role's records, as the command line writes them, read by the strictest TypeScript. */

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "rolewright-types-"));
const quiet = { err: () => {}, style: (_: string, text: string) => text };

before(async () => {
  for (const [index, { name }] of shippedTemplates().entries()) {
    const written: string[] = [];
    const file = join(root, "templates", `${name}.jsonc`);
    const code = await main(["types", file], { ...quiet, out: (text) => void written.push(text) });
    assert.equal(code, 0, name);
    writeFileSync(join(folder, `role-${index}.ts`), written.join("\n"));
  }
});

after(() => rmSync(folder, { recursive: true }));

/** What the compiler says of every file of the folder. */
function compiled(): string {
  const files = shippedTemplates().map((_, index) => `role-${index}.ts`);
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--ignoreConfig", "--types", ""];
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, ...strict, ...files, "records.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout + stderr;
}

/** One record of a role with everything an example observed, the last of each item. */
function recordsOf(data: (item: string, value: unknown) => unknown): string {
  return examples()
    .map(({ about, observations }, index) => {
      const role = shippedTemplates().findIndex(({ name }) => name === about.template);
      const record = Object.fromEntries(observations.map(({ item, data: value }) => [item, data(item, value)]));
      const type = `import("./role-${role}.ts").${typeName(about.template)}`;
      return `export const record${index}: ${type} = ${JSON.stringify(record)};`;
    })
    .join("\n");
}

function typeName(template: string): string {
  const words = (template.split("/").at(-1) ?? "").split("-");
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Record`;
}

test("the types of every shipped role compile, and every example's observations are records by them", () => {
  writeFileSync(
    join(folder, "records.ts"),
    recordsOf((_, value) => value),
  );
  assert.equal(compiled(), "");
});

test("a record with another kind of value is none by the types", () => {
  writeFileSync(
    join(folder, "records.ts"),
    recordsOf((_, value) => [[value]]),
  );
  const said = compiled();
  assert.match(said, /records\.ts.*error TS2322/);
  assert.doesNotMatch(said, /role-\d+\.ts.*error/);
});
