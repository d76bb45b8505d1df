import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changeInWords, createTranslator, languages } from "@rolewright/locale";
import { type Change, changeCodes, diff, inspect, type RoleModel } from "@rolewright/runtime";
import zh from "../../packages/locale/src/zh-CN/runtime.json" with { type: "json" };
import { shippedLibrary, shippedTemplates } from "./shipped.ts";

/* Every change the runtime can tell has its sentence in every language, and no sentence is left over. */

const host = shippedLibrary();
const roles = shippedTemplates().flatMap(({ text }) => inspect(text, host).role ?? []);
const fixture = new URL("../../packages/runtime/src/fixtures/service-supervisor.jsonc", import.meta.url);
const supervisor = inspect(readFileSync(fixture, "utf8")).role;
assert.ok(supervisor);

/** Roles with little in common, compared both ways; and each with the same less its optional parts. */
const compared: readonly (readonly [RoleModel, RoleModel])[] = [supervisor, ...roles].flatMap((role, index, all) => [
  [role, all[(index + 1) % all.length] ?? role] as const,
  [role, bare(role)] as const,
  [bare(role), role] as const,
  [role, turned(role)] as const,
]);

/** The role with nothing in it that may be left out, at another rounding. */
function bare({ id, title, language, sections }: RoleModel): RoleModel {
  return {
    id,
    title: `${title}（简）`,
    purpose: "",
    language,
    identity: { supervises: [], supervision: [], contacts: { internal: [], external: [] }, authority: [] },
    grades: [],
    rounding: { digits: 0, mode: "down" },
    translations: {},
    sections: sections.map((section) => ({
      ...section,
      items: section.items.map(({ key, section: home, number, title: text, observation, source }) => {
        return {
          key,
          section: home,
          number,
          title: text,
          observation,
          source,
          noData: "zero",
          supports: [],
          translations: {},
        };
      }),
    })),
  };
}

/** The role with everything in reverse, and every cadence, unit and observation another. */
function turned(role: RoleModel): RoleModel {
  return {
    ...role,
    sections: role.sections.toReversed().map((section) => ({
      ...section,
      kind: "custom",
      items: section.items.toReversed().map((item) => ({
        ...item,
        every: item.every === "year" ? "half-year" : "year",
        unit: "元",
        observation: { kind: "text", fields: [], schema: { type: "string" } },
      })),
    })),
  };
}

const found: readonly Change[] = compared.flatMap(([before, after]) => diff(before, after));

for (const { tag } of languages) {
  test(`every code has its sentence in ${tag}`, async () => {
    const { has } = await createTranslator(tag);
    assert.deepEqual(
      changeCodes.filter((code) => !has(`runtime.changes.${code}`)),
      [],
    );
  });

  test(`every change is a sentence in ${tag}, without a placeholder left over`, async () => {
    const { t } = await createTranslator(tag, { missing: "throw" });
    assert.ok(new Set(found.map(({ code }) => code)).size >= 40);
    for (const change of found) {
      const sentence = changeInWords(change, t);
      assert.match(sentence, /\S/, change.code);
      // Braces may come from a template's own notation, placeholders hold a single word.
      assert.doesNotMatch(sentence, /undefined|null|NaN|\[object|\{\w*\}/, `${change.code}: ${sentence}`);
    }
  });
}

test("no sentence is left over that no change uses", () => {
  assert.deepEqual(Object.keys(zh.changes), [...changeCodes]);
});
