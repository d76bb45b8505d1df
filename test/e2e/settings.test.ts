import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { openRole, templateId } from "../support/workspace.ts";

test("the owner names the organisation and sets a rule, and both hold in the workspace at once", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.locator("#account-button").click();
  const menu = page.getByRole("dialog", { name: /负责人/ });
  await menu.waitFor();
  // The library has a meaning of its own for Escape.
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement?.id), "account-button");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "组织设置" }).click();
  await page.getByLabel("组织名称").fill("云栖物业");
  await page.keyboard.press("Tab");
  await page.getByText("已保存").first().waitFor();

  await page.getByLabel("自定休息日").fill("2026-02-30");
  await page.keyboard.press("Tab");
  await page.getByRole("alert").getByText("2026-02-30").waitFor();
  await page.getByLabel("自定休息日").fill("2026-10-09");
  await page.keyboard.press("Tab");
  await page.locator(".settings-wrong").waitFor({ state: "detached" });

  const rule = page.getByLabel("职责没有工作标准的严重程度");
  await rule.selectOption({ label: "错误" });
  await page.locator('[data-rule="duty/no-standard"][data-set]').waitFor();
  await assertAccessible(page);

  const id = await templateId(page, "客服主管");
  await openRole(page, id);
  await page.locator("rw-preview").getByText("云栖物业").first().waitFor();
  await page.reload();
  await page.goto("/settings");
  await page.locator('[data-rule="duty/no-standard"][data-set]').waitFor();
});
