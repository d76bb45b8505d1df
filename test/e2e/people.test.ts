import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";

test("with the keyboard alone a manager adds a person, opens their scorecard and fills it", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await page.clock.setFixedTime("2026-11-20T09:00:00+08:00");
  await signIn(page, server);
  const { keyboard } = page;
  const step = journey(t);

  await step("opens a role from the library and comes back to its row", async () => {
    await page.locator(".roles-on").waitFor();
    await keyboard.press("j");
    const title = await page.locator(".roles-on .roles-title").innerText();
    await keyboard.press("Enter");
    await page.waitForURL(/\/roles\//);
    await page.locator("rw-workspace-page h1").waitFor();
    await page.goBack();
    await page.locator(".roles-title a:focus").getByText(title).waitFor();
  });

  await step("sees what is missing in a dialog, and Esc leads back to the button", async () => {
    await page.goto("/people");
    await page.locator("rw-people-page header button").focus();
    await keyboard.press("Enter");
    await page.locator("#rw-holder-dialog-form [name=name] input:focus").waitFor();
    await keyboard.press("Enter");
    await page.getByRole("alert").getByText("请填写姓名").waitFor();
    await keyboard.press("Escape");
    await page.locator("rw-people-page header button:focus").waitFor();
  });

  await step("adds a person with Enter", async () => {
    await keyboard.press("Enter");
    await page.locator("#rw-holder-dialog-form [name=name] input:focus").waitFor();
    await keyboard.type("林晓棠");
    await keyboard.press("Tab");
    await keyboard.type("物业服务中心");
    await keyboard.press("Enter");
    await page.getByRole("row", { name: /林晓棠/ }).waitFor();
    await page.locator("rw-people-page header button:focus").waitFor();
  });

  await step("opens a scorecard from the person's row", async () => {
    await page.locator(".holders-open a").focus();
    await keyboard.press("Enter");
    await page.locator("#rw-new-scorecard-dialog-form vaadin-combo-box").nth(0).locator("input:focus").waitFor();
    await keyboard.press("Tab");
    await keyboard.press("ArrowDown");
    await page.getByRole("option").first().waitFor();
    await keyboard.type("客服主管");
    await page.getByRole("option", { name: "客服主管 · v1", exact: true }).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await page.locator("rw-scorecard-page h1").getByText("林晓棠").waitFor();
  });

  await step("finds the scorecard beside the name", async () => {
    await page.goto("/people");
    await page.getByRole("link", { name: /2026-11/ }).waitFor();
    await assertAccessible(page);
  });
});

test("a token is shown once, works, and stops when it is taken out of use", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.goto("/people");
  await page.getByRole("button", { name: "新建令牌" }).click();
  await page.locator("#rw-token-dialog-form [name=name] input").fill("收费系统每月导入");
  await page.keyboard.press("Enter");
  const secret = await page.locator("rw-copy-field input").inputValue();
  assert.match(secret, /^rw_/);
  await page.getByRole("button", { name: "完成" }).click();
  await page.getByText("尚未用过").waitFor();
  assert.equal((await page.content()).includes(secret), false);

  const asked = () => fetch(`${server.url}/api/v1/templates`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await asked()).status, 200);
  await page.getByRole("button", { name: /停用令牌/ }).click();
  await page.getByRole("button", { name: "立即停用" }).click();
  await page.getByText("还没有令牌").waitFor();
  assert.equal((await asked()).status, 401);
});

test("with the server gone every page says what is kept, and retrying goes on where it stopped", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.locator(".roles-title").first().waitFor();
  // The network is cut between page and server: what the page sees of a server that died.
  await page.context().setOffline(true);
  for (const path of ["/scorecards", "/people", "/"]) {
    await page.locator(`.rail-entry[href="${path}"]`).click();
    await page.getByRole("alert").getByText("连不上服务器").waitFor();
    await page.getByRole("alert").getByText("没发出的改动留在本机").waitFor();
  }
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "重试" }).click();
  await page.locator(".roles-title").first().waitFor();
});
