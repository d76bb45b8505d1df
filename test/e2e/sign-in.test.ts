import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";

test("the owner signs in by the link and finds the shipped roles in the library", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  for (const role of ["客服主管", "网店客服主管"])
    await page.getByRole("link", { name: role, exact: true }).first().waitFor();
  await assertAccessible(page);
});

test("a link that was used says so and how to get another", async (t) => {
  const server = await startTestServer(t);
  const browser = await openBrowser(t);
  const link = await server.signInLink();
  await signIn(await openPage(t, browser, server), server, link);
  const stranger = await openPage(t, browser, server);
  await stranger.goto(link);
  await stranger.getByRole("alert").waitFor();
  assert.match((await stranger.getByRole("alert").textContent()) ?? "", /链接/);
  await stranger.getByText("没有链接，或链接已失效？").waitFor();
  await assertAccessible(stranger);
});

test("nobody gets past the sign-in page without a link", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await page.goto(`${server.url}/people`);
  await page.getByRole("heading", { name: "登录 Rolewright" }).waitFor();
});
