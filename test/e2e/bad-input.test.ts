import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { caretAfterValue, openRole, storedText, templateId } from "../support/workspace.ts";

test("text that does not parse is pointed at by line and the preview keeps the last role", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const role = await templateId(page, "客服主管");
  await openRole(page, role);
  const preview = page.locator("rw-preview");
  await preview.getByText("任职标准").first().waitFor();

  const text = await storedText(page, role);
  const line = text.split("\n").findIndex((candidate) => candidate.includes('"title":')) + 1;
  await caretAfterValue(page, text, "title");
  await page.keyboard.insertText('"');
  const obstacle = preview.getByRole("status");
  await obstacle.waitFor();
  assert.match(await obstacle.innerText(), new RegExp(`第 ${line} 行`));
  await preview.getByText("任职标准").first().waitFor();
  await assertAccessible(page);

  await page.keyboard.press("Backspace");
  await obstacle.waitFor({ state: "detached" });
});

test("the server refuses what is no template with problem details and goes on answering", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const headers = { origin: server.url };
  const post = (text: string) => page.request.post(`${server.url}/api/v1/diagnostics`, { data: { text }, headers });

  const deep = await (await post(`${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`)).json();
  assert.equal(deep.items[0].code, "limits/depth");
  const large = await post(`{ "description": "${"x".repeat(5 * 2 ** 20)}" }`);
  assert.ok(large.status() < 500, `status ${large.status()}`);
  const wrong = await page.request.post(`${server.url}/api/v1/diagnostics`, { data: { txt: 1 }, headers });
  assert.equal(wrong.status(), 400);
  assert.match(wrong.headers()["content-type"] ?? "", /application\/problem\+json/);
  assert.equal((await page.request.get(`${server.url}/api/v1/session`)).status(), 200);
});
