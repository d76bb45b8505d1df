import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, languages } from "@rolewright/locale";
import { applyEdits, type Diagnostic, inspect, inspectKpi } from "@rolewright/runtime";
import { shippedKpis, shippedLibrary } from "./shipped.ts";

/* Everything that can be wrong with x-extends is said in every language, and what a fix writes mends it. */

const library = shippedLibrary();
const base = "https://rolewright.dev/roles/base/supervisor";
const kpi = "https://rolewright.dev/kpis/property/collection-rate";
const middle = "https://rolewright.dev/roles/test/middle";

function role(members: object, id = "https://rolewright.dev/roles/test/child"): string {
  return JSON.stringify({ $schema: "https://rolewright.dev/role/1", $id: id, title: "岗位", ...members }, null, 2);
}

const standards = (properties: object) => ({ properties: { standards: { properties } } });
const onBase = (properties: object) => role({ "x-extends": `${base}@1`, ...standards(properties) });

/** A role with the duties of the base and one standard. */
function roleTaking(taken: object): string {
  const section = { title: "工作标准", type: "object", "x-section": { kind: "standards" }, properties: { taken } };
  return role({ type: "object", properties: { duties: { "x-extends": `${base}@1` }, standards: section } });
}

/** The text of a role between the child and the library, where a case needs one. */
const between: Readonly<Record<string, string>> = {
  [middle]: role({ "x-extends": "https://rolewright.dev/roles/test/child@1" }, middle),
  [`${middle}-lost`]: role({ "x-extends": "https://x.org/lost@1" }, `${middle}-lost`),
  [`${middle}-broken`]: "{",
};

const host = { ...library, template: (id: string, version?: number) => between[id] ?? library.template(id, version) };

/** Code → a text in which it is found. */
const cases: Readonly<Record<string, string>> = {
  "extends/unknown-parent": role({ "x-extends": `${base.replace("supervisor", "supervizor")}@1` }),
  "extends/unknown-version": role({ "x-extends": `${base}@7` }),
  "extends/unpinned": role({ "x-extends": base }),
  "extends/broken-parent": role({ "x-extends": `${middle}-broken@1` }),
  "extends/circle": role({ "x-extends": `${middle}@1` }),
  "extends/wrong-kind": role({ "x-extends": `${kpi}@1` }),
  "extends/no-such-part": onBase({ weeklyMeetin: { "x-extends": `${base}@1` } }),
  "extends/nothing-to-remove": onBase({ weeklyMeetin: null }),
  "extends/translation": role({ "x-extends": `${base}@1` }),
  "extends/loosened": onBase({ trainingPlan: { "x-item": { target: { minimum: 80 } } } }),
};

function found(code: string): Diagnostic {
  const text = cases[code] ?? "";
  const diagnostics = inspect(text, host).diagnostics;
  return diagnostics.find((one) => one.code === code) ?? assert.fail(`${code}: ${JSON.stringify(diagnostics)}`);
}

for (const { tag } of languages) {
  for (const code of Object.keys(cases)) {
    test(`${code} and its fixes are said in ${tag}, with nothing left over`, async () => {
      const { t } = await createTranslator(tag);
      const { params, fixes } = found(code);
      const sentences = [t(`diagnostics.${code}`, params), ...fixes.map((fix) => t(`fixes.${fix.code}`, fix.params))];
      for (const sentence of sentences) assert.doesNotMatch(sentence, /[{}]|undefined|\[object|NaN/);
    });
  }

  test(`a parent lost further up is said in ${tag} with the text that names it`, async () => {
    const { t } = await createTranslator(tag);
    const text = role({ "x-extends": `${middle}-lost@1` });
    const [lost] = inspect(text, host).diagnostics;
    assert.equal(lost?.code, "extends/unknown-parent");
    assert.match(t(`diagnostics.${lost.code}`, lost.params), /lost.*岗位/);
  });
}

test("what a fix of x-extends writes mends the finding", () => {
  for (const [code, text] of Object.entries(cases)) {
    for (const { edits } of found(code).fixes) {
      const after = inspect(applyEdits(text, edits), host).diagnostics;
      assert.deepEqual(
        after.filter((one) => one.code === code),
        [],
        code,
      );
    }
  }
});

test("every KPI of the library has no finding on its own, and none when an item takes it over", () => {
  for (const { name, text } of shippedKpis()) {
    const { kpi: model, diagnostics } = inspectKpi(text, library);
    const wrong = diagnostics.filter(({ severity }) => severity !== "info");
    assert.deepEqual(wrong, [], name);
    const taken = inspect(roleTaking({ "x-extends": `${model?.id}@1`, "x-item": { weight: 100 } }), library);
    assert.deepEqual(
      taken.diagnostics.filter(({ severity }) => severity !== "info").map(({ code, params }) => [name, code, params]),
      [],
    );
    const item = taken.role?.sections.flatMap(({ items }) => items).find(({ key }) => key === "taken");
    assert.equal(item?.origin?.id, model?.id);
    assert.deepEqual(item?.target, model?.item.target);
    assert.deepEqual(item?.observation.schema, model?.item.observation.schema);
  }
});
