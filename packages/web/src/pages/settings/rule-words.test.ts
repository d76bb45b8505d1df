import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator, languages } from "@rolewright/locale";
import { configurableFindings } from "@rolewright/runtime";

test("every finding that can be set has a name and a reason in every language", async () => {
  for (const { tag } of languages) {
    const translator = await createTranslator(tag);
    const missing = configurableFindings
      .flatMap(({ code }) => [`web.settings.rule.${code}.name`, `web.settings.rule.${code}.why`])
      .filter((key) => !translator.has(key));
    assert.deepEqual(missing, [], tag);
  }
});
