import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inspect } from "@rolewright/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "jsonc-parser";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { compare, type Row } from "./measure.ts";

const seedRole = new URL("../../templates/property/customer-service-supervisor.jsonc", import.meta.url);

/**
 * Reading, compiling and diagnosing a template, against what any program must at least do to use the same text as a
 * JSON Schema: `JSON.parse` (of the text without comments; removing them is not counted) and one Ajv compile.
 */
export async function run(): Promise<Row[]> {
  return [
    await compileRow("compile the property supervisor", readFileSync(seedRole, "utf8"), 40),
    await compileRow("compile 2,000 items", largeTemplate(2000), 10),
  ];
}

function compileRow(name: string, text: string, rounds: number): Promise<Row> {
  const strictJson = JSON.stringify(parse(text, [], { allowTrailingComma: true }));
  assert.ok(inspect(text).role, "the template compiles");
  return compare(
    name,
    "JSON.parse + Ajv",
    () => inspect(text),
    () => ajvCompile(strictJson),
    rounds,
  );
}

/** A fresh Ajv every time, as for templates of strangers: nothing may stay behind. */
function ajvCompile(json: string): unknown {
  return new Ajv2020({ strict: false, validateSchema: false, validateFormats: false }).compile(JSON.parse(json));
}

/** Scored figures; weights are left out, since 2,000 of them that sum to 100 say nothing more. */
function largeTemplate(items: number): string {
  const standards = Array.from({ length: items }, (_, index) => [
    `standard${index}`,
    figure(`工作标准第 ${index + 1} 项`, { unit: "%", target: { minimum: 90 } }),
  ]);
  return templateText(roleTemplate(Object.fromEntries(standards)));
}
