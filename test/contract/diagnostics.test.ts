import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createTranslator, languages, type Translator } from "@rolewright/locale";
import { applyEdits, type Diagnostic, diagnosticCodes, inspect } from "@rolewright/runtime";

const runtime = new URL("../../packages/runtime/src/", import.meta.url);
const supervisor = readFileSync(new URL("fixtures/service-supervisor.jsonc", runtime), "utf8");

/** Texts with one mistake each, made from a role that has none. */
const broken: readonly string[] = [
  "",
  "[]",
  '{ "a": 1 "b": 2 }',
  '{ "a": 1, "a": 2 }',
  "{ “a”: 1 }",
  `{"a":${"[".repeat(3000)}`,
  '{ "__proto__": 1 }',
  ...replaced([
    ['"weight": 20', '"weigth": 20'],
    ['"weight": 20', '"weight": "20"'],
    ['"weight": 20', '"weight": 15'],
    ['"weight": 20', '"weight": 120'],
    ['"every": "week"', '"every": "weekly"'],
    ['"kind": "pass"', '"kind": "vetoed"'],
    ['"kind": "pass"', '"kind": "veto", "grade": "Z"'],
    ['"kind": "pass"', '"kind": "bonus", "per": 0'],
    ['"kind": "pass"', '"kind": "levels", "levels": [{ "value": 1, "points": 1 }]'],
    ['"kind": "pass"', '"kind": "expression", "formula": "valu + 1"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "value + "'],
    ['"kind": "pass"', '"kind": "expression", "formula": "value + met"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "pow(value)"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "min(value)"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "[value]"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "met"'],
    ['"kind": "pass"', '"kind": "expression", "formula": "value", "cap": 0'],
    ['"kind": "ratio"', '"kind": "duration"'],
    ['"x-section": { "kind": "standards" }', '"x-section": { "kind": "standards", "weight": 80 }'],
    ['"kind": "deduct", "per": 10', '"kind": "deduct", "per": 0'],
    ['"kind": "deduct", "per": 10', '"kind": "deduct"'],
    ['"exclusiveMaximum": 10', '"exclusiveMaximum": 0'],
    ['"else": 0', '"else": 0, "bands2": 1'],
    ['{ "below": 10, "points": 80 }', '{ "from": 3, "points": 80 }'],
    ['"of": "checked"', '"of": "cheked"'],
    [', "whenZero": "not-applicable"', ""],
    [', "inclusive": true', ""],
    ['"supports": ["complaints"]', '"supports": ["complaint"]'],
    ['"target": { "minimum": 1 },', ""],
    ['"score": { "kind": "pass" },', ""],
    ['"title": "固定资产月度盘点"', '"title": "部门工作例会"'],
    ['"title": "物业服务中心经理"', '"title": ""'],
    ['"title": "前台"', '"title": "客服主管"'],
    ['"x-section": { "kind": "standards" },', ""],
    ['"$ref": "#/$defs/day"', '"$ref": "#/$defs/dya"'],
    ["role/1", "role/2"],
    ["检查日常投诉与报事。", "定期检查日常投诉、报事等。"],
    ["检查日常投诉与报事。", "Check complaints regularly, as needed, etc."],
    ["检查日常投诉与报事。", "每周检查投诉。"],
    ["检查日常投诉与报事。", "完成领导交办的其他工作。"],
    ["检查日常投诉与报事。", "Other duties as assigned."],
    ["检查日常投诉与报事。", "客服主管工作"],
    ["保管固定资产，做到账物相符。", "负责带领本部门，安排分工"],
    ["固定资产月度盘点", "每月 20 日前盘点"],
    ["投诉、报事抽查比例", "投诉抽查比例不低于 8 %"],
    ["投诉、报事抽查比例", "投诉抽查率和回访率"],
    ['"target": { "minimum": 5 }', '"target": { "minimum": 0 }'],
    ['"source": "财务系统",', ""],
    ['"supports": ["teamWork"],', ""],
    ['"due": { "day": 25,', '"due": { "month": 11, "day": 25,'],
    ['"title": "文化程度"', '"title": "文化程度，35周岁以下，男性优先，已婚已育优先，五官端正，无残疾"'],
    ['"title": "文化程度"', '"title": "文化程度，本市户籍优先，汉族优先，无宗教信仰"'],
    ['"title": "文化程度"', '"title": "Males only; maximum age 35; native speaker; able-bodied; good-looking"'],
    ['"title": "文化程度"', '"title": "Must be single, Christians only, whites only"'],
    ['"title": "文化程度"', '"title": "五官端正"'],
    ['"title": "文化程度"', '"title": "文化程度", "description": "限男性。"'],
    ['"title": "文化程度"', '"title": "文化程度", "x-lint-ignore": [{ "code": "wording" }]'],
    ['"title": "文化程度"', '"title": "35周岁以下", "x-lint-ignore": [{ "code": "discrimination/age" }]'],
  ]),
];

function replaced(changes: readonly (readonly [string, string])[]): string[] {
  return changes.map(([from, to]) => {
    assert.ok(supervisor.includes(from), from);
    return supervisor.replace(from, to);
  });
}

const found: readonly (Diagnostic & { readonly text: string })[] = broken.flatMap((text) =>
  inspect(text).diagnostics.map((diagnostic) => ({ ...diagnostic, text })),
);

for (const { tag } of languages) {
  test(`every code has its sentence in ${tag}`, async () => {
    const { has } = await createTranslator(tag);
    assert.deepEqual(
      diagnosticCodes.filter((code) => !has(`diagnostics.${code}`)),
      [],
    );
  });

  test(`every finding and every fix can be said in ${tag}, without a placeholder left over`, async () => {
    const translator = await createTranslator(tag);
    for (const sentence of found.flatMap((diagnostic) => sentences(diagnostic, translator))) {
      assert.match(sentence, /\S/);
      assert.doesNotMatch(sentence, /[{}]|undefined|\[object|NaN/, sentence);
    }
  });
}

/** The sentence of a finding and the labels of its fixes; a missing message or parameter throws. */
function sentences({ code, params, fixes }: Diagnostic, { t }: Translator): string[] {
  return [t(`diagnostics.${code}`, params), ...fixes.map((fix) => t(`fixes.${fix.code}`, fix.params))];
}

test("every broken text has a finding, with a place in it and a known code", () => {
  for (const text of broken) assert.notDeepEqual(inspect(text).diagnostics, [], text.slice(0, 80));
  const known = new Set<string>(diagnosticCodes);
  for (const { code, range, text } of found) {
    assert.ok(known.has(code), code);
    assert.ok(range.start >= 0 && range.end <= text.length, code);
  }
});

test("every fix mends the finding that offers it and leaves the text readable", () => {
  const withFixes = found.filter(({ fixes }) => fixes.length > 0);
  assert.ok(withFixes.length >= 12);
  for (const { code, path, params, fixes, text } of withFixes) {
    for (const fix of fixes) {
      assert.ok(fix.edits.length > 0, fix.code);
      const again = inspect(applyEdits(text, fix.edits)).diagnostics;
      const same = again.filter((other) => other.code === code && other.path.join() === path.join());
      assert.deepEqual(
        same.filter((other) => JSON.stringify(other.params) === JSON.stringify(params)),
        [],
        `${code}: ${fix.code}`,
      );
      assert.equal(again.filter((other) => other.code.startsWith("syntax/")).length, 0, `${code}: ${fix.code}`);
    }
  }
});

test("the problems that measures and scoring methods name are in the list", () => {
  const files = ["item-plan.ts", ...folder("measures"), ...folder("scoring"), ...folder("expression")];
  const text = files.map((file) => readFileSync(new URL(file, runtime), "utf8")).join("\n");
  const refused = [
    ...text.matchAll(/refused\("([^"]+)"/g),
    ...text.matchAll(/code: "([^"]+)", path/g),
    ...text.matchAll(/problem\("([^"]+)"/g),
  ];
  const known = new Set<string>(diagnosticCodes);
  assert.ok(refused.length >= 10);
  for (const [, code = ""] of refused) assert.ok(known.has(code), code);
});

function folder(name: string): string[] {
  return readdirSync(new URL(name, runtime)).flatMap((file) => (file.endsWith(".test.ts") ? [] : [`${name}/${file}`]));
}
