import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { editorLines, openRole, saved, storedText, templateId } from "../support/workspace.ts";

test("an editor whose workers cannot be fetched throws nothing, and is typed in all the same", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const id = await templateId(page, "客服主管");
  // The small modules that start the workers have like names, and are let through.
  const refused: string[] = [];
  await page.context().route(/(?:editor|json)\.worker[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    if ((await response.body()).length < 1000) return route.fulfill({ response });
    refused.push(route.request().url());
    return route.abort();
  });
  const warned = page.waitForEvent("console", (message) => message.text().includes("worker of the editor"));
  await openRole(page, id);
  await warned;
  assert.notDeepEqual(refused, []);
  await editorLines(page).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// typed without workers\n");
  await saved(page);
  assert.match(await storedText(page, id), /^\/\/ typed without workers/);
});
