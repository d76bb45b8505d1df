import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { templateId } from "../support/workspace.ts";

/** Bytes of script on the wire, by address. */
async function scriptsOf(page: Page, visit: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") addresses.set(requestId, new URL(response.url).pathname);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address) bytes.set(address, encodedDataLength);
  });
  await visit();
  await page.waitForLoadState("networkidle");
  await session.detach();
  return bytes;
}

/** Monaco alone is larger than everything else together. */
const large = 300 * 1024;

test("the library transfers at most 250 KB of script, and neither it nor the designer loads the code editor", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const library = await scriptsOf(page, async () => {
    await page.goto("/");
    await page.locator("rw-library-page h1").waitFor();
  });
  const sum = [...library.values()].reduce((total, bytes) => total + bytes, 0);
  const list = [...library].map(([path, bytes]) => `${path} ${bytes}`).join("\n");
  assert.ok(sum > 0 && sum <= 250 * 1024, `${sum} bytes:\n${list}`);

  const id = await templateId(page, "客服主管");
  await page.evaluate(() => localStorage.setItem("rolewright.workspace.view", "design"));
  const workspace = await scriptsOf(page, async () => {
    await page.goto(`/roles/${id}`);
    await page.locator("rw-item-card").first().waitFor();
    await page.locator("rw-paper h4").first().waitFor();
  });
  assert.deepEqual(
    [...workspace].filter(([, bytes]) => bytes > large),
    [],
  );
});
