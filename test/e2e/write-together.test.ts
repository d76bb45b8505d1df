import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { twoClients } from "../support/two-clients.ts";
import { caretAfterValue, editorLines, openRole, saved, storedText, templateId } from "../support/workspace.ts";

test("two people write one role, see each other, and a restart loses nothing", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "苏芮");
  const role = await templateId(owner, "客服主管");
  await Promise.all([openRole(owner, role), openRole(colleague, role)]);
  const step = journey(t);

  await step("what one types in Chinese the other sees, in the text and in the preview", async () => {
    await caretAfterValue(colleague, await storedText(colleague, role), "title");
    await colleague.keyboard.insertText("（试写）");
    await editorLines(owner).getByText("客服主管（试写）").waitFor();
    await owner.locator("rw-preview").getByText("客服主管（试写）").first().waitFor();
  });

  await step("the other's caret carries the name of who writes", async () => {
    await owner.locator(".rw-peer-caret").getByText("苏芮").waitFor({ state: "attached" });
  });

  await step("both write on at once and end with the same text", async () => {
    await caretAfterValue(owner, await storedText(owner, role), "department");
    await Promise.all([colleague.keyboard.type("abc", { delay: 20 }), owner.keyboard.type("XYZ", { delay: 20 })]);
    await Promise.all([saved(owner), saved(colleague)]);
    await editorLines(owner).getByText("（试写）abc").waitFor();
    await editorLines(colleague).getByText("XYZ").waitFor();
    const text = await storedText(owner, role);
    assert.match(text, /"title": "客服主管（试写）abc",/);
    assert.match(text, /"department": "物业服务中心XYZ",/);
  });

  await step("the workspace is accessible in both themes", () => assertAccessible(owner));

  await step("after a restart of the server everything is still there", async () => {
    const before = await storedText(owner, role);
    await server.restart();
    assert.equal(await storedText(owner, role), before);
    await owner.reload();
    await editorLines(owner).getByText("客服主管（试写）abc").waitFor();
  });
});
