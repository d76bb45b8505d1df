import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../support/api.ts";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { editorLines, templateId } from "../support/workspace.ts";

test("a role opens in the designer until its reader chooses the code", async (t) => {
  const server = await startTestServer(t);
  const browser = await openBrowser(t);
  const first = await openPage(t, browser, server);
  await signIn(first, server);
  const role = await templateId(first, "客服主管");
  // As somebody comes for the first time: nothing was chosen in this browser.
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    storageState: { ...(await first.context().storageState()), origins: [] },
  });
  const page = await context.newPage();
  const pressed = page.locator(".ws-mid .ws-bar .seg [aria-pressed=true]");
  const step = journey(t);

  await step("the designer alone", async () => {
    await page.goto(`/roles/${role}`);
    await page.locator("rw-item-card").first().waitFor();
    assert.equal(await pressed.innerText(), "设计");
    assert.equal(await page.locator("rw-code-editor").count(), 0);
  });

  await step("a look at the code of one item is for this once", async () => {
    await page.locator("rw-item-card .dz-card").first().click();
    const card = page.locator("rw-item-card[selected]");
    await card.locator(".dz-menu-button").click();
    await card.getByRole("button", { name: "看代码" }).click();
    await editorLines(page).waitFor();
    assert.equal(await pressed.innerText(), "并排");
    await page.reload();
    await page.locator("rw-item-card").first().waitFor();
    assert.equal(await pressed.innerText(), "设计");
  });

  await step("what was chosen is found again", async () => {
    await page.getByRole("button", { name: "代码", exact: true }).click();
    await page.reload();
    await editorLines(page).waitFor();
    assert.equal(await pressed.innerText(), "代码");
  });
  await context.close();
});

test("Escape closes a dialog over the library and leaves the chosen roles chosen", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const bar = page.getByRole("toolbar", { name: "对所选岗位的操作" });
  await page.locator(".roles tbody .tick").nth(0).click();
  await page.locator(".roles tbody .tick").nth(1).click();
  await bar.getByRole("button", { name: "导出" }).click();
  await page.getByRole("dialog").getByText("Markdown").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await page.locator(".roles tbody .tick:checked").count(), 2);
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
});

test("the question before publishing names what stays open", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const source = "收费员\n岗位职责\n1、每月5日前发放账单。\n工作标准\n1、收缴率不低于95%。";
  const made = await ask<{ id: string }>(page, "POST", "/templates", { source });
  await page.goto(`/roles/${made.id}`);
  await page.getByRole("button", { name: "发布 v1" }).click();
  await page
    .getByRole("dialog")
    .getByText(/还有 \d+ 个警告，将随 v1 一并保留/)
    .waitFor();
});

test("a library whose roles are all archived offers a new one, and the archive", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const { items } = await ask<{ items: { id: string }[] }>(page, "GET", "/templates");
  for (const { id } of items) await ask(page, "PATCH", `/templates/${id}`, { archived: true });
  await page.reload();
  await page.getByText("岗位库还是空的").waitFor();
  await page.getByRole("button", { name: /已归档/ }).click();
  await page
    .locator(".roles tbody tr")
    .nth(items.length - 1)
    .waitFor();
});
