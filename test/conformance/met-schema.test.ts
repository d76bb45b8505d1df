import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import {
  inspect,
  type JsonObject,
  type JsonValue,
  metSchema,
  observationProblems,
  scorecard,
} from "@rolewright/runtime";
import fc from "fast-check";
import { figure, roleTemplate, templateText } from "../support/templates.ts";

/*
 * The `/met` schema must say to any validator what the scorecard says of one observation: valid, and its target met.
 * Where a target is arithmetic, the schema says "valid" and no more.
 */

const tick = (target: JsonObject) => ({ title: "完成", type: "boolean", "x-item": { every: "month", target } });
const dates = { type: "array", items: { type: "string", pattern: "^2026-11-[0-3][0-9]$" }, maxItems: 6 };
const counted = (target: JsonObject) => ({ title: "次数", ...dates, "x-item": { every: "month", target } });

const standards: Record<string, unknown> = {
  least: figure("至少", { unit: "%", target: { minimum: 90 } }),
  moreThan: figure("超过", { target: { exclusiveMinimum: 0 } }),
  most: figure("至多", { target: { maximum: 5 } }),
  lessThan: figure("不满", { target: { exclusiveMaximum: 10 } }),
  between: figure("之间", { target: { minimum: -1, maximum: 1 } }),
  exactly: figure("等于", { target: { const: 3 } }),
  betweenDigits: figure("界在两位之间", { target: { minimum: 4.996, exclusiveMaximum: 7.004 } }),
  oneOf: figure("其一", { target: { enum: [1, 2.5] } }),
  limited: { ...figure("有界", { target: { minimum: 2 } }), minimum: 0, maximum: 10, multipleOf: 0.5 },
  done: tick({ const: true }),
  doneByNumber: tick({ minimum: 1 }),
  level: {
    title: "等级",
    type: "string",
    enum: ["优", "良", "中", "差"],
    "x-item": { every: "month", target: { enum: ["优", "良"] } },
  },
  atLeastTwo: counted({ minimum: 1.5 }),
  none: counted({ maximum: 0 }),
  fewer: counted({ exclusiveMaximum: 3 }),
  referring: { title: "引用", $ref: "#/$defs/rate", "x-item": { every: "month", target: { minimum: 50 } } },
};

/** Only what has a weight has a line on the scorecard. */
for (const standard of Object.values(standards) as { "x-item": Record<string, unknown> }[])
  standard["x-item"].weight = 5;

const modes = ["half-up", "half-even", "down"] as const;
const edges: JsonValue[] = [
  ...[
    89.994999, 89.995, 89.99, 90, 120, 50, 9.995, 7.004, 7, 5.005, 5.0049, 5, 4.995, 4.99, 3.004, 3, 2.995, 2.5, 1.01,
  ],
  ...[1, 0.005, 0.0049, 0, -0.005, -1.005, -1.01],
  ...[true, false, "优", "中", "无"],
  ...[[], ["2026-11-02"], ["2026-11-02", "2026-11-09"], ["2026-11-02", "2026-11-09", "2026-11-16"], ["x", "x"]],
];
const anyFigure = fc.integer({ min: -2000, max: 100_000 }).map((thousandths) => thousandths / 1000);

const definitions = { $defs: { rate: { type: "number", minimum: 0, maximum: 100 } } };

for (const mode of modes) {
  const rounding = { digits: mode === "down" ? 1 : 2, mode };
  const { role, diagnostics } = inspect(
    templateText(roleTemplate(standards, { ...definitions, "x-role": { language: "zh-CN", rounding } })),
  );
  assert.ok(role, JSON.stringify(diagnostics));
  const keys = Object.keys(standards);
  const figures = fc.sample(anyFigure, { numRuns: 40, seed: 20261123 });
  const cases = keys.flatMap((item) => [...edges, ...figures].map((data) => ({ item, data, met: isMet(item, data) })));

  function isMet(item: string, data: JsonValue): boolean {
    if (!role || observationProblems(role, { item, period: "2026-11", data } as never).length > 0) return false;
    const card = scorecard(role, "2026-11", [{ item, period: "2026-11", data } as never]);
    return card.lines.some((line) => line.item === item && line.state === "met");
  }

  test(`the sample holds met and missed targets of every kind (${mode})`, () => {
    for (const key of keys) {
      const states = new Set(cases.filter(({ item }) => item === key).map(({ met }) => met));
      assert.deepEqual([...states].sort(), [false, true], key);
    }
  });

  test(`another JavaScript validator agrees with the scorecard (${mode})`, async () => {
    const name = `https://rolewright.dev/test/met-${mode}`;
    const { $id: _, ...schema } = metSchema(role);
    registerSchema(schema as never, name);
    const check = await validate(name);
    for (const { item, data, met } of cases) {
      assert.equal(check({ [item]: data } as never).valid, met, `${item} ${JSON.stringify(data)}`);
    }
  });

  test(`Python's validator agrees with the scorecard where it is installed (${mode})`, (t) => {
    const answers = askPython({ schema: metSchema(role), records: cases.map(({ item, data }) => ({ [item]: data })) });
    if (!answers) return t.skip("python3 with jsonschema is not here");
    const expected = cases.map(({ met }) => met);
    const wrong = cases.filter((_, index) => answers[index] !== expected[index]);
    assert.deepEqual(wrong, []);
  });
}

const python = `
import json, sys
from jsonschema import Draft202012Validator
asked = json.load(sys.stdin)
validator = Draft202012Validator(asked["schema"])
print(json.dumps([validator.is_valid(record) for record in asked["records"]]))
`;

function askPython(question: unknown): boolean[] | undefined {
  const found = spawnSync("python3", ["-c", "import jsonschema; jsonschema.Draft202012Validator"]);
  if (found.status !== 0) return undefined;
  const { stdout, stderr } = spawnSync("python3", ["-c", python], {
    input: JSON.stringify(question),
    encoding: "utf8",
  });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout) as boolean[];
}

test("what a schema cannot say is said to be left out", () => {
  const ratio = {
    title: "比例",
    type: "object",
    properties: { of: { type: "number", minimum: 0 }, to: { type: "number", exclusiveMinimum: 0 } },
    required: ["of", "to"],
    "x-item": { every: "month", measure: { kind: "ratio", of: "of", to: "to" }, target: { minimum: 5 } },
  };
  const day = { title: "盘点", type: "string", format: "date", "x-item": { every: "month", target: { maximum: 25 } } };
  const { role } = inspect(templateText(roleTemplate({ ratio, day, least: standards.least })));
  assert.ok(role);
  const schema = metSchema(role, (key) => key);
  assert.equal(schema.$comment, "only checked to be valid: ratio, day");
  const properties = schema.properties as Record<string, JsonObject>;
  assert.deepEqual(
    Object.entries(properties).map(([key, { description, allOf }]) => [key, description, allOf !== undefined]),
    [
      ["ratio", "met.arithmetic", false],
      ["day", "met.arithmetic", false],
      ["least", "met.met", true],
    ],
  );
  assert.deepEqual(properties.ratio?.required, ["of", "to"]);
});
