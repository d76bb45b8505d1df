import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Inspection, inspect, readTemplate } from "@rolewright/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "jsonc-parser";
import { resolve } from "../../packages/runtime/src/resolve.ts";
import { shippedLibrary } from "../contract/shipped.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { compare, type Row } from "./measure.ts";

const seedRole = new URL(
  "../../templates/customer-service/property/customer-service-supervisor.jsonc",
  import.meta.url,
);
const library = shippedLibrary();

/**
 * Reading, compiling and diagnosing a template, against what any program must at least do to use the same text as a
 * JSON Schema: `JSON.parse` (of the text without comments; removing them is not counted) and one Ajv compile. Then our
 * own time for forty times the items, and for one keystroke, against our own time for the whole.
 */
export async function run(): Promise<Row[]> {
  const [small, large] = [templateOf(50), templateOf(2000)];
  return [
    await compileRow("compile and diagnose the property supervisor, parents merged in", seedRoleMerged(), 40),
    await compileRow("compile and diagnose 50 items", small, 40),
    await compileRow("compile and diagnose 2,000 items", large, 10),
    await growthRow(small, large),
    await keystrokeRow("a digit of a target typed among 2,000 items", large, '"minimum": 90', '"minimum": 9'),
    await keystrokeRow("a sign of a title typed among 2,000 items", large, "第 1000 项", "第 1000 项目"),
    await keystrokeRow("the same in a role that extends another", extending(large), "第 1000 项", "第 1000 项目"),
  ];
}

/**
 * The seed role as one text, with what it inherits written in it: the peer cannot follow `x-extends`, so both get the
 * text that says it all.
 */
function seedRoleMerged(): string {
  const { template } = readTemplate(readFileSync(seedRole, "utf8"));
  const { value } = template ? resolve(template, library) : {};
  assert.ok(value, "the seed role and its parents resolve");
  const text = JSON.stringify(value, withoutParents, 2);
  assert.ok(!text.includes('"x-extends"'));
  return text;
}

function withoutParents(key: string, value: unknown): unknown {
  return key === "x-extends" ? undefined : value;
}

let texts = 0;

/** The same text as one never read before: what was parsed last is remembered. */
function unread(text: string): string {
  texts += 1;
  return `${text}\n// ${texts}`;
}

function compileRow(name: string, text: string, rounds: number): Promise<Row> {
  const strictJson = JSON.stringify(parse(text, [], { allowTrailingComma: true }));
  assert.ok(inspect(text, library).role, "the template compiles");
  return compare(
    name,
    "JSON.parse + Ajv",
    () => inspect(unread(text), library),
    () => ajvCompile(strictJson),
    rounds,
  );
}

/** A fresh Ajv every time, as for templates of strangers: nothing may stay behind. */
function ajvCompile(json: string): unknown {
  return new Ajv2020({ strict: false, validateSchema: false, validateFormats: false }).compile(JSON.parse(json));
}

/** As many items at once as in forty small templates one after the other, so that both take equally long: 1 is linear. */
function growthRow(small: string, large: string): Promise<Row> {
  const forty = () => {
    for (let time = 0; time < 40; time += 1) inspect(unread(small));
  };
  return compare("2,000 items in one template", "40 templates of 50", () => inspect(unread(large)), forty, 10);
}

/** One keystroke back and forth, each time with what the last one left, against reading the same text from its start. */
function keystrokeRow(name: string, text: string, search: string, put: string): Promise<Row> {
  const at =
    text.indexOf(search, text.length / 2) === -1 ? text.indexOf(search) : text.indexOf(search, text.length / 2);
  const other = text.slice(0, at) + put + text.slice(at + search.length);
  assert.notEqual(at, -1);
  let previous: Inspection = inspect(text, library);
  let turn = 0;
  const keystroke = () => {
    turn += 1;
    previous = inspect(turn % 2 === 0 ? text : other, library, { previous });
    assert.ok(previous.role);
  };
  return compare(name, "read from the start", keystroke, () => inspect(other, library), 15);
}

/** The same items in a role that inherits its other sections. */
function extending(text: string): string {
  const parent = "https://rolewright.dev/roles/base/supervisor@1";
  return text.replace('"type": "object"', `"x-extends": "${parent}",\n  "type": "object"`);
}

/** Figures with a target; weights are left out, since 2,000 of them that sum to 100 say nothing more. */
function templateOf(items: number): string {
  const standards = Array.from({ length: items }, (_, index) => [
    `standard${index}`,
    figure(`工作标准第 ${index + 1} 项`, { unit: "%", target: { minimum: 90 } }),
  ]);
  return templateText(roleTemplate(Object.fromEntries(standards)));
}
