import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checklist,
  compile,
  inspect,
  localize,
  type RoleModel,
  readTemplate,
  scorecard,
  workingDays,
} from "@rolewright/runtime";
import { recordProblems } from "./record-schemas.ts";
import { shippedTemplates } from "./shipped.ts";

const host = { template: () => undefined };
const periods = ["2026-11", "2026-12", "2026-Q4", "2026"];

test("there are templates to test", () => {
  assert.ok(shippedTemplates().length >= 2);
});

for (const { name, text } of shippedTemplates()) {
  test(`${name} compiles without an error or a warning`, () => {
    const { role, diagnostics } = inspect(text);
    const findings = diagnostics.filter(({ severity }) => severity !== "info");
    assert.deepEqual(
      findings.map(({ code, path, params }) => ({ code, path: path.join("/"), params })),
      [],
    );
    assert.ok(role);
  });

  test(`${name} weighs its scored standards to 100`, () => {
    const weights = items(roleOf(text)).map(({ weight }) => Number(weight ?? 0));
    assert.equal(
      weights.reduce((sum, weight) => sum + weight, 0),
      100,
    );
  });

  test(`${name} is left as it was by compiling, and compiles to the same role twice`, () => {
    const { template } = readTemplate(text);
    assert.ok(template);
    const before = structuredClone(template.value);
    const first = compile(template, host);
    assert.deepEqual(compile(template, host), first);
    assert.deepEqual(template.value, before);
  });

  test(`${name} yields valid scorecards and checklists, the same twice, and leaves the role as it was`, () => {
    const role = roleOf(text);
    const before = structuredClone(role);
    for (const period of periods) {
      const card = scorecard(role, period, []);
      const list = checklist(role, period, workingDays());
      assert.deepEqual(recordProblems("scorecard", card), []);
      assert.deepEqual(recordProblems("checklist", list), []);
      assert.deepEqual(scorecard(role, period, []), card);
      assert.deepEqual(checklist(role, period, workingDays()), list);
      assert.equal(card.total, null, "nothing was measured, so there is no total");
    }
    assert.deepEqual(role, before);
  });

  test(`${name} in English shows no Chinese`, () => {
    const chinese = texts(localize(roleOf(text), "en")).filter((shown) => /\p{Script=Han}/u.test(shown));
    assert.deepEqual(chinese, []);
  });
}

function roleOf(text: string): RoleModel {
  const { role } = inspect(text);
  assert.ok(role, "the template compiles");
  return role;
}

function items(role: RoleModel) {
  return role.sections.flatMap((section) => section.items);
}

/** Members of the model that are not read as words: the original texts, places, and values that observations hold. */
const notShown = new Set(["translations", "source", "schema", "accepted"]);

/** Every text of a role that a reader sees, wherever it stands. */
function texts(shown: unknown): string[] {
  if (typeof shown === "string") return [shown];
  if (shown === null || typeof shown !== "object") return [];
  return Object.entries(shown).flatMap(([name, value]) => (notShown.has(name) ? [] : texts(value)));
}
