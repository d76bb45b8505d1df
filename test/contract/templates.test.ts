import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, languages } from "@rolewright/locale";
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
import { shippedLibrary, shippedTemplates } from "./shipped.ts";

const host = shippedLibrary();
const periods = ["2026-11", "2026-12", "2026-Q4", "2026"];

test("twenty customer-service roles ship, and no two files would become one role", () => {
  const names = shippedTemplates().map(({ name }) => name);
  assert.equal(names.filter((name) => name.startsWith("customer-service/")).length, 20);
  assert.equal(new Set(names.map((name) => name.split("/").slice(-2).join("-"))).size, names.length);
});

for (const { tag } of languages) {
  test(`every family of shipped roles has a name in ${tag}`, async () => {
    const words = await createTranslator(tag);
    const families = new Set(shippedTemplates().map(({ name }) => name.split("/").at(-2)));
    for (const family of families) assert.ok(words.has(`web.library.family.${family}`), family);
  });
}

test("a role that extends another names its version, and inherits what it does not write", () => {
  const extending = shippedTemplates().filter(({ text }) => text.includes('"x-extends"'));
  assert.ok(extending.length >= 2);
  for (const { name, text } of extending) {
    const inherited = items(roleOf(text)).filter(({ origin }) => origin);
    assert.ok(inherited.length > 0, name);
    for (const { origin } of inherited) assert.equal(origin?.version, 1, name);
  }
});

test("the base role gives the property role its grades, its conduct and standards it only weighs", () => {
  const text =
    shippedTemplates().find(({ name }) => name === "customer-service/property/customer-service-supervisor")?.text ?? "";
  const base = "https://rolewright.dev/roles/base/supervisor";
  const { origin, provenance } = roleOf(text);
  assert.equal(origin?.id, base);
  assert.equal(provenance?.grades?.id, base);
  const meeting = items(roleOf(text)).find(({ key }) => key === "weeklyMeeting");
  assert.equal(meeting?.provenance?.target?.id, base);
  assert.equal(meeting?.provenance?.weight, undefined);
});

for (const { name, text } of shippedTemplates()) {
  test(`${name} compiles without an error or a warning`, () => {
    const { role, diagnostics } = inspect(text, host);
    const findings = diagnostics.filter(({ severity }) => severity !== "info");
    assert.deepEqual(
      findings.map(({ code, path, params }) => ({ code, path: path.join("/"), params })),
      [],
    );
    assert.ok(role);
  });

  test(`${name} weighs its scored standards to 100, or none where roles that extend it are to weigh them`, () => {
    const weights = items(roleOf(text)).flatMap(({ weight }) => (weight === undefined ? [] : [Number(weight)]));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (name.startsWith("base/")) assert.deepEqual(weights, []);
    else assert.equal(sum, 100);
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
  const { role } = inspect(text, host);
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
