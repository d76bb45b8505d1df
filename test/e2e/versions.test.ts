import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { openRole, saved, storedText } from "../support/workspace.ts";

/** A role judged by one figure: met is 100 points, missed is 40. */
const cashier = (least: number) => `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/cashier",
  "title": "收银员",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": {
          "title": "收缴率", "type": "number",
          "x-item": { "every": "month", "unit": "%", "weight": 100, "source": "收费系统", "target": { "minimum": ${least} }, "score": { "kind": "pass", "else": 40 } }
        }
      }
    }
  }
}`;

test("an author sees what a version changes before publishing it, and brings an earlier one back", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const step = journey(t);
  const { id } = await ask<{ id: string }>(page, "POST", "/templates", { title: "收银员", text: cashier(90) });

  await step("the first version has nothing to be compared with, which is said", async () => {
    await openRole(page, id);
    await page.getByRole("button", { name: "发布 v1" }).click();
    await page.getByRole("dialog").getByText("这是首次发布").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "发布 v1" }).click();
    await page.getByText("已发布 v1").waitFor();
  });

  await step("the next one is told in sentences, with what it would do to the scorecard of the period", async () => {
    await scorecardOf(page, id);
    await ask(page, "PUT", `/templates/${id}/text`, { text: cashier(95) });
    await page.getByRole("button", { name: "发布 v2" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("与 v1 相比，1 处改动").waitFor();
    await dialog.getByText("收缴率：目标由 ≥ 90 % 收紧为 ≥ 95 %").waitFor();
    await dialog.getByText("最近一期的 1 张评分卡仍按 v1 计分，发布不会改动它们。").waitFor();
    await dialog.getByRole("listitem").filter({ hasText: "林晓棠" }).getByText("100.00 → 40.00").waitFor();
    await assertAccessible(page);
    await dialog.getByRole("button", { name: "发布 v2" }).click();
    await page.getByText("已发布 v2").waitFor();
    const { items } = await ask<{ items: { version: number; total: string }[] }>(page, "GET", "/scorecards");
    assert.deepEqual(
      items.map(({ version, total }) => [version, total]),
      [[1, "100.00"]],
    );
  });

  await step("the history tells the changes between two versions", async () => {
    await page.getByRole("button", { name: "版本历史" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^v1/ }).click();
    await dialog.getByRole("heading", { name: "v1 → 当前文本，1 处改动" }).waitFor();
    await dialog.getByLabel("与之比较").selectOption({ label: "v2" });
    await dialog.getByRole("heading", { name: "v1 → v2，1 处改动" }).waitFor();
    await dialog.getByText("收缴率：目标由 ≥ 90 % 收紧为 ≥ 95 %").waitFor();
    await assertAccessible(page);
  });

  await step("and by item who wrote the present text", async () => {
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^谁写的/ }).click();
    const { member } = await ask<{ member: { name: string } }>(page, "GET", "/session");
    await dialog.locator(".aw li").filter({ hasText: "收缴率" }).getByText(member.name).waitFor();
    await assertAccessible(page);
    if (process.env.ROLEWRIGHT_SHOTS) await page.screenshot({ path: `${process.env.ROLEWRIGHT_SHOTS}/wrote.png` });
    await dialog.getByRole("button", { name: /^v1/ }).click();
    await dialog.getByLabel("与之比较").waitFor();
  });

  await step("restoring brings the earlier text back, and undo takes that back", async () => {
    await page.getByRole("dialog").getByRole("button", { name: "恢复此版本" }).click();
    await page.getByText("已把文本恢复为v1").waitFor();
    await saved(page);
    assert.equal(await storedText(page, id), cashier(90));
    await page.locator("vaadin-notification-card").getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "当前文本与 v2 相同" }).waitFor();
    await saved(page);
    assert.equal(await storedText(page, id), cashier(95));
  });
});

async function scorecardOf(page: Page, templateId: string): Promise<void> {
  const holder = await ask<{ id: string }>(page, "POST", "/holders", { name: "林晓棠" });
  const draft = { holderId: holder.id, templateId, period: "2026-11" };
  const card = await ask<{ id: string }>(page, "POST", "/scorecards", draft);
  await ask(page, "PUT", `/scorecards/${card.id}/observations/rate/2026-11`, { data: 92 });
}

/** Asks the API with the page's own session. */
async function ask<Body>(page: Page, method: string, path: string, data?: unknown): Promise<Body> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, { method, data, headers: { origin } });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()}`);
  return answer.json();
}
