import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { ask } from "../support/api.ts";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { pdfText } from "../support/pdf-text.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
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

test("a manager signs a scorecard, finds it locked, withdraws with a reason, corrects it and signs again", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.goto(`/scorecards/${await twoFigures(page)}`);
  const step = journey(t);
  const panel = page.getByRole("region", { name: "签署" });
  const rate = page.locator("[data-item=rate]").getByRole("textbox").first();
  const late = page.locator("[data-item=late]").getByRole("textbox").first();

  await step("is told what is missing, and led there", async () => {
    await panel.getByText("还有 2 项未完成，补齐后才能签署。").waitFor();
    await rate.fill("95");
    await panel.getByRole("button", { name: /^先补 .*迟到次数$/ }).click();
    await page.locator("[data-item=late] input:focus").waitFor();
    await late.fill("1");
    await saved(page);
  });

  await step("signs what the server has, with a remark", async () => {
    await panel.getByRole("button", { name: "签署" }).click();
    const dialog = page.getByRole("dialog", { name: "签署林晓棠的评分卡" });
    await dialog.getByText("100.00").first().waitFor();
    await dialog.getByRole("textbox", { name: "备注" }).fill("同意");
    await assertAccessible(page);
    await page.getByRole("button", { name: "签署并锁定" }).click();
    await panel.getByText("已签署").waitFor();
  });

  await step("finds it locked after a reload, and reads why", async () => {
    await page.reload();
    await page.getByText(/已于 2026年.* 签署，数据已锁定。/).waitFor();
    assert.equal(await rate.getAttribute("readonly"), "");
    await panel.getByText("备注：同意").waitFor();
    await panel.getByText(/^签署内容指纹 [0-9a-f]{4}( [0-9a-f]{4}){3}$/).waitFor();
    await assertAccessible(page);
  });

  await step("takes away a PDF with name and fingerprint in the manager's place", async () => {
    const said = (await panel.getByText(/^签署内容指纹/).innerText()).replaceAll(" ", "");
    const text = await pdfText(await downloaded(page, "rw-scorecard-page a[download]"));
    for (const words of [said, "备注：同意"]) assert.ok(text.includes(words), `${words} in: ${text}`);
  });

  await step("finds it among the signed ones", async () => {
    await page.goto("/scorecards");
    await page.getByRole("button", { name: /^已签署/ }).click();
    await page.getByRole("cell", { name: "已签署" }).waitFor();
    await assertAccessible(page);
    await page.getByRole("link", { name: "林晓棠" }).click();
  });

  await step("withdraws only with a reason", async () => {
    await panel.getByRole("button", { name: "撤回签署" }).click();
    const effect = page.locator("button[form=rw-withdraw-dialog-form]");
    await effect.click();
    await page.getByText("请写明撤回原因。").waitFor();
    await page.getByRole("textbox", { name: "撤回原因" }).fill("收缴率录错了");
    await effect.click();
    await panel.getByText("原因：收缴率录错了").waitFor();
  });

  await step("corrects the figure and signs again; the history has all three", async () => {
    await rate.fill("80");
    await saved(page);
    await panel.getByRole("button", { name: "签署" }).click();
    await page.getByRole("button", { name: "签署并锁定" }).click();
    await panel.getByText("已签署").waitFor();
    await page.reload();
    await panel.getByText("更早的记录 2 条").click();
    await panel.getByText("原因：收缴率录错了").waitFor();
    await assertAccessible(page);
    const acts = await panel.locator("[data-act]").evaluateAll((all) => all.map((one) => one.getAttribute("data-act")));
    assert.deepEqual(acts, ["signed", "withdrawn", "signed"]);
    assert.equal(await rate.getAttribute("readonly"), "");
  });
});

/** A published role of two figures, and the scorecard of a person for November 2026; its id. */
async function twoFigures(page: Page): Promise<string> {
  const standards = {
    rate: figure("收缴率", { weight: 60, unit: "%", target: { minimum: 90 } }),
    late: figure("迟到次数", { weight: 40, unit: "次", target: { maximum: 2 } }),
  };
  const text = templateText(roleTemplate(standards));
  const template = await ask<{ id: string }>(page, "POST", "/templates", { text });
  await ask(page, "POST", `/templates/${template.id}/revisions`, { kind: "published" });
  const holder = await ask<{ id: string }>(page, "POST", "/holders", { name: "林晓棠", unit: "客服部" });
  const draft = { holderId: holder.id, templateId: template.id, period: "2026-11" };
  return (await ask<{ id: string }>(page, "POST", "/scorecards", draft)).id;
}

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
