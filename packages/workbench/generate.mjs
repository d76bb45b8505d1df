/*
 * Writes the files that follow from others: from the runtime's definitions the published dialects, their flattened form
 * and the check of their grammar; from the schemas of records and of readings TypeScript types; from pinyin-pro the
 * readings of characters. `--check` writes nothing and fails when one is stale.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { flatDialect, flatKpiDialect } from "../runtime/src/dialect/flat.ts";
import { dialectSchema, kpiDialectSchema, vocabularySchema } from "../runtime/src/dialect/published.ts";
import { grammarModule, grammarTypes } from "./grammar.mjs";
import { pinyinModule } from "./pinyin.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const languages = ["zh-CN", "en"];

const files = {
  "schemas/role.vocabulary.schema.json": json(vocabularySchema()),
  "schemas/role.dialect.schema.json": json(dialectSchema()),
  "schemas/kpi.dialect.schema.json": json(kpiDialectSchema()),
  ...Object.fromEntries(
    languages.flatMap((tag) => [
      [`schemas/generated/role.flat.${tag}.schema.json`, json(flatDialect(describer(tag)))],
      [`schemas/generated/kpi.flat.${tag}.schema.json`, json(flatKpiDialect(describer(tag)))],
    ]),
  ),
  "packages/runtime/src/generated/records.ts": await recordTypes(),
  "packages/importer/src/generated/import-result.ts": await importTypes(),
  "packages/runtime/src/generated/grammar.js": grammarModule(),
  "packages/runtime/src/generated/grammar.d.ts": grammarTypes(),
  "packages/web/src/components/generated/pinyin-table.ts": pinyinModule(),
};

const stale = Object.entries(files).filter(([path, text]) => current(path) !== text);
if (process.argv.includes("--check")) {
  for (const [path] of stale) console.error(`${path} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log("All generated files are up to date.");
}

function current(path) {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}

/** As Biome formats it: the published schemas are read by people, and linted with everything else. */
function json(value) {
  const biome = require.resolve("@biomejs/biome/bin/biome");
  const options = { input: JSON.stringify(value), cwd: root, encoding: "utf8" };
  return execFileSync(process.execPath, [biome, "format", "--stdin-file-path=schemas/schema.json"], options);
}

/** The hover texts of one language: `ItemInfo.weight` → the message in its locale area. */
function describer(tag) {
  const texts = JSON.parse(readFileSync(join(root, `packages/locale/src/${tag}/dialect.json`), "utf8"));
  return (key) => {
    const dot = key.indexOf(".");
    const group = texts[key.slice(0, dot)] ?? {};
    const name = key.slice(dot + 1);
    return Object.hasOwn(group, name) ? group[name] : undefined;
  };
}

/** One module with a type for each record and each of their definitions. */
async function recordTypes() {
  const scorecard = schema("scorecard");
  const records = { Observation: schema("observation"), Checklist: schema("checklist"), Scorecard: scorecard };
  const definitions = { ...scorecard.$defs };
  for (const [name, record] of Object.entries(records)) {
    const { $defs = {}, $id, $schema, ...rest } = local(record);
    Object.assign(definitions, $defs, { [name]: rest });
  }
  const bundle = {
    $id: "Records",
    title: "Records",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.keys(records).map((name) => [name.toLowerCase(), { $ref: `#/$defs/${name}` }]),
    ),
    $defs: definitions,
  };
  return typesOf(bundle, "Records");
}

/** The types of what the importer reads out of a text. */
function importTypes() {
  return typesOf({ ...schema("import"), $id: "ImportResult" }, "ImportResult");
}

function typesOf(bundle, name) {
  return compile(bundle, name, {
    additionalProperties: false,
    unreachableDefinitions: false,
    $refOptions: { resolve: { file: false, http: false } },
    bannerComment: "/* Generated from schemas/ by `npm run generate`; do not edit. */",
  });
}

function schema(name) {
  return JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
}

/** References from one record's schema into another's become references inside the bundle. */
function local(record) {
  const text = JSON.stringify(record).replaceAll("https://rolewright.dev/schemas/scorecard/1#/$defs/", "#/$defs/");
  return JSON.parse(text);
}
