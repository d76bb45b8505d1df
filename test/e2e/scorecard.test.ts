import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { pdfText } from "../support/pdf-text.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { bytesOf, openRole, saved, templateId } from "../support/workspace.ts";

test("a manager fills a person's scorecard for a month and takes it away as a PDF", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await page.clock.setFixedTime("2026-11-20T09:00:00+08:00");
  await signIn(page, server);
  const step = journey(t);

  await step("adds the person", async () => {
    await page.goto("/people");
    await page.locator("rw-people-page h1").waitFor();
    await assertAccessible(page);
    await page.getByRole("button", { name: "添加任职者" }).first().click();
    await page.getByRole("textbox", { name: "姓名" }).fill("林晓棠");
    await page.locator("button[form=rw-holder-dialog-form]").click();
    await page.getByRole("cell", { name: "林晓棠" }).or(page.getByText("林晓棠")).first().waitFor();
  });

  await step("opens the scorecard of November 2026", async () => {
    await page.goto("/scorecards");
    await page.locator("rw-scorecards-page header").getByRole("button").click();
    await choose(page, 0, "林晓棠");
    await choose(page, 1, "客服主管 · v1");
    await page.locator("button[form=rw-new-scorecard-dialog-form]").click();
    await page.locator("rw-scorecard-page h1").getByText("林晓棠").waitFor();
    assert.match(await page.locator("rw-scorecard-page").innerText(), /2026 ?年 ?11 ?月/);
  });

  await step("sees state, points and arithmetic as the figures are typed", async () => {
    const line = page.locator("[data-item=spotCheck]");
    assert.equal(await line.getAttribute("data-state"), "no-data");
    await line.getByRole("textbox").nth(0).fill("8");
    await line.getByRole("textbox").nth(1).fill("200");
    await page.locator("[data-item=spotCheck][data-state=missed]").waitFor();
    await line.getByText("4.00").first().waitFor();
    await line.getByText("80.00").waitFor();
    await line.getByRole("button").last().click();
    const why = await page.locator("#why-spotCheck").innerText();
    for (const figure of ["8", "200", "4.00", "80.00", "5.60"]) assert.ok(why.includes(figure), `${figure} in: ${why}`);
    await line.getByRole("textbox").nth(0).fill("12");
    await page.locator("[data-item=spotCheck][data-state=met]").waitFor();
    await saved(page);
  });

  await step("says where the proof is", async () => {
    await page.locator("#why-spotCheck").getByRole("textbox").fill("客服系统投诉台账");
    await saved(page);
    await page.locator("[data-item=spotCheck]").getByText("1 份凭证").waitFor({ state: "attached" });
  });

  await step("takes a line out of the month with a reason, and puts it back", async () => {
    const why = page.locator("#why-spotCheck");
    await why.getByText("2026 年 11 月免考核").click();
    await why.getByRole("textbox", { name: "免考核的理由" }).fill("本月系统切换，没有抽查");
    await why.getByRole("button", { name: "免考核" }).click();
    const line = page.locator("[data-item=spotCheck][data-state=not-applicable]");
    await line.getByText("本月系统切换，没有抽查").waitFor();
    await saved(page);
    await page.reload();
    await line.getByRole("button").last().click();
    await why.getByRole("button", { name: "恢复考核" }).click();
    await page.locator("[data-item=spotCheck][data-state=met]").waitFor();
    await saved(page);
    await page.locator("[data-item=spotCheck]").getByText("1 份凭证").waitFor({ state: "attached" });
  });

  await step("is accessible in both themes", () => assertAccessible(page));

  await step("finds everything again after a reload", async () => {
    await page.reload();
    await page.locator("[data-item=spotCheck][data-state=met]").waitFor();
    const inputs = page.locator("[data-item=spotCheck]").getByRole("textbox");
    assert.deepEqual([await inputs.nth(0).inputValue(), await inputs.nth(1).inputValue()], ["12", "200"]);
  });

  await step("downloads the scorecard as a PDF that says the same", async () => {
    const text = await pdfText(await downloaded(page, "rw-scorecard-page a[download]"));
    for (const words of ["林晓棠", "客服主管", "投诉、报事抽查比例", "6.00%", "100.00", "7.00", "客服系统投诉台账"]) {
      assert.ok(text.includes(words), words);
    }
  });

  await step("finds the scorecard in the list of the month", async () => {
    await page.goto("/scorecards");
    await page.getByRole("link", { name: "林晓棠" }).waitFor();
    await assertAccessible(page);
  });

  await step("downloads the role document as a PDF", async () => {
    await openRole(page, await templateId(page, "客服主管"));
    await page.locator(".ws-export-button").click();
    const text = await pdfText(await downloaded(page, "#ws-export-menu a[download] >> nth=0"));
    for (const words of ["客服主管", "任职标准", "岗位职责", "工作标准", "物业服务中心经理"]) {
      assert.ok(text.includes(words), words);
    }
  });
});

/** Picks an entry of the dialog's n-th combo box. */
async function choose(page: Page, index: number, text: string): Promise<void> {
  const box = page.locator("#rw-new-scorecard-dialog-form vaadin-combo-box").nth(index);
  await box.locator("[part~=toggle-button]").click();
  await page.getByRole("option", { name: text, exact: true }).click();
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(link).click()]);
  assert.match(download.suggestedFilename(), /\.pdf$/);
  return bytesOf(download);
}
