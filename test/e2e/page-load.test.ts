import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { saved, templateId } from "../support/workspace.ts";

test("a role is shown as it was stored while its live text is on its way, everything is asked for once, and what reads whole roles only for writing", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const id = await templateId(page, "客服主管");
  await page.evaluate(() => localStorage.setItem("rolewright.workspace.view", "design"));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const connect = Promise.withResolvers<void>();
  await page.routeWebSocket(/.*/, async (socket) => {
    await connect.promise;
    socket.connectToServer();
  });
  const read = Promise.withResolvers<void>();
  await page.context().route("**/assets/reading-worker-*.js", async (route) => {
    await read.promise;
    await route.continue();
  });
  await page.goto(`/roles/${id}`);
  // Before the page has read anything itself: the server told.
  await page.locator("rw-item-card").getByText("不低于 5 %").first().waitFor();
  await page.locator("rw-preview .paper td").first().waitFor();
  read.resolve();
  await page.locator(".dz-add[inert]").first().waitFor();
  for (const path of ["/api/v1/session", `/api/v1/templates/${id}`])
    assert.equal(asked.filter((one) => one === path).length, 1, path);
  // What was sent for before the first script ran is what that script then asks for.
  const early = await page.evaluate(
    () => [...document.querySelectorAll("head > link[href*='/workspace-page-']")].length,
  );
  const files = asked.filter((path) => path.startsWith("/assets/"));
  assert.deepEqual([early > 0, files.filter((one, at) => files.indexOf(one) < at)], [true, []]);
  // The grammar and all that scores: more than everything else the page runs.
  const wholeRoles = () => asked.filter((path) => path.startsWith("/assets/runtime-"));
  assert.deepEqual(wholeRoles(), []);
  connect.resolve();
  await saved(page);
  await page.locator(".dz-add:not([inert])").first().waitFor();
  assert.equal(await page.locator(".dz-add[inert]").count(), 0);
  assert.equal(wholeRoles().length, 1);
});

test("a part of the page that the server no longer has is told with the way on, and after that reload the role is written", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const id = await templateId(page, "客服主管");
  await page.evaluate(() => localStorage.setItem("rolewright.workspace.view", "design"));
  // As after an upgrade: the page is of the version before, the server answers for the one after.
  await page.route("**/assets/inheritance-*.js", (route) => route.fulfill({ status: 404 }));
  await page.goto(`/roles/${id}`);
  await page.locator("rw-item-card").first().waitFor();
  const reload = page.getByRole("button", { name: "重新加载" });
  await reload.waitFor();
  await page.unroute("**/assets/inheritance-*.js");
  await reload.click();
  await page.locator(".dz-add:not([inert])").first().waitFor();
});
