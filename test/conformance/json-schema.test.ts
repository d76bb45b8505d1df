import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { inspect, type JsonObject, type JsonValue, observationProblems, readTemplate } from "@rolewright/runtime";
import { dataCheck } from "../../packages/runtime/src/data-check.ts";
import { roleTemplate, templateText } from "../support/templates.ts";

/*
 * The standard's own test suite, put to our observation validation in two ways: to the check itself, and as the schema
 * of an item in a template, where the dialect refuses what it does not take. The baseline lists every answer that
 * differs from the suite's, with the reason. What the check gets wrong, the dialect must refuse.
 *
 * `UPDATE_GOLDEN=1` writes the baseline anew and fails, so that nobody mistakes updating for passing.
 */

interface Group {
  readonly description: string;
  readonly schema: JsonObject | boolean;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[];
}

/** One answer of ours that is not the suite's, by `file: group / test`. */
type Differences = Record<string, string>;

interface Baseline {
  readonly tests: number;
  readonly right: number;
  readonly wrong: Differences;
  /** Groups whose schema is no observation's schema, by the finding that says so. */
  readonly refused: Record<string, string[]>;
  readonly taken: { readonly groups: number; readonly tests: number; readonly wrong: Differences };
}

const suite = new URL("json-schema-test-suite/", import.meta.url);
const baselineFile = new URL("json-schema-baseline.json", import.meta.url);

const reasons: Readonly<Record<string, string>> = {
  format: "formats are checked: in a record, 2026-02-30 is no date",
  refRemote: "the schema refers to another document; nothing is ever fetched",
  vocabulary: "the schema refers to a meta-schema of its own",
  dynamicRef: "$dynamicRef is resolved within one document only",
  defs: "the schema refers to the meta-schema of the draft",
  ref: "the schema refers to the meta-schema of the draft",
};

const noPattern = "RE2 does not know the pattern; the dialect refuses it";

test("the answers to the JSON Schema test suite are those of the baseline", () => {
  const actual = answers();
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(baselineFile, `${JSON.stringify(actual, null, 2)}\n`);
    assert.fail("Recorded. Read the difference, then run without UPDATE_GOLDEN.");
  }
  assert.deepEqual(actual, JSON.parse(readFileSync(baselineFile, "utf8")));
});

test("whatever the dialect takes is answered as the standard says, and formats are checked besides", () => {
  const { taken } = answers();
  assert.ok(taken.tests > 1000, `${taken.tests} tests`);
  assert.deepEqual(new Set(Object.values(taken.wrong)), new Set([reasons.format]));
});

test("every wrong answer has its reason", () => {
  for (const [name, reason] of Object.entries(answers().wrong)) assert.notEqual(reason, "unexplained", name);
});

let known: Baseline | undefined;

function answers(): Baseline {
  known ??= ask();
  return known;
}

function ask(): Baseline {
  const result = { tests: 0, right: 0, wrong: {} as Differences, refused: {} as Record<string, string[]> };
  const taken = { groups: 0, tests: 0, wrong: {} as Differences };
  for (const { file, group } of groups()) {
    const name = `${file}: ${group.description}`;
    const isValid = checkOf(group.schema);
    const item = asItem(group.schema);
    if ("refusal" in item) result.refused[item.refusal] = [...(result.refused[item.refusal] ?? []), name];
    else taken.groups += 1;
    for (const { description, data, valid } of group.tests) {
      result.tests += 1;
      if (isValid === undefined) result.wrong[`${name} / ${description}`] = noPattern;
      else if (isValid(data) === valid) result.right += 1;
      else result.wrong[`${name} / ${description}`] = reasons[file] ?? "unexplained";
      if ("refusal" in item) continue;
      taken.tests += 1;
      if (item.accepts(data) !== valid) taken.wrong[`${name} / ${description}`] = reasons[file] ?? "unexplained";
    }
  }
  return { ...result, taken };
}

/** Undefined where RE2 refuses a pattern. */
function checkOf(schema: Group["schema"]): ((data: JsonValue) => boolean) | undefined {
  try {
    return dataCheck(schema).isValid;
  } catch (error) {
    assert.match(String(error), /error parsing regexp/);
    return undefined;
  }
}

function groups(): { file: string; group: Group }[] {
  return ["tests/", "format/"].flatMap((folder) =>
    readdirSync(new URL(folder, suite))
      .sort()
      .flatMap((name) => {
        const list = JSON.parse(readFileSync(new URL(folder + name, suite), "utf8")) as Group[];
        const file = folder === "format/" ? `format/${basename(name, ".json")}` : basename(name, ".json");
        return list.map((group) => ({ file, group }));
      }),
  );
}

/**
 * The schema as that of an entry in a list that one input of an item takes: an item itself must say its type, and an
 * input that is null is one not filled in. The schema's definitions become the template's.
 */
function asItem(
  schema: JsonObject | boolean,
): { readonly refusal: string } | { readonly accepts: (data: JsonValue) => boolean } {
  const { $schema: _, $defs = {}, ...entry } = typeof schema === "boolean" ? ({} as JsonObject) : schema;
  const items = typeof schema === "boolean" ? schema : entry;
  const subject = {
    title: "Subject",
    type: "object",
    properties: { entries: { type: "array", items } },
    "x-item": { every: "month" },
  };
  const text = templateText(roleTemplate({ subject }, { $defs }));
  const { role } = inspect(text);
  if (!role) return { refusal: readTemplate(text).diagnostics[0]?.code ?? inspect(text).diagnostics[0]?.code ?? "" };
  return {
    accepts: (data) => {
      const problems = observationProblems(role, { item: "subject", period: "2026-11", data: { entries: [data] } });
      return problems.length === 0;
    },
  };
}
