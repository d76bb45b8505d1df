import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";

/** In the manner of an old file: numbered, run on, with a deadline that does not say whether its day counts. */
const warehouse = `仓储主管岗位说明书
直属上级：物流经理
任职要求
1、大专及以上学历；
2、3年以上仓储管理经验。
岗位职责
1、安排仓库班次，检查交接。
2、组织每月盘点，写明差异。
工作标准
1、每周召开一次班前会。
2、每月25日前完成盘点，差异率低于0.5%。
3、发货差错率不超过0.2%。
`;

test("an old description is dropped, checked beside its source, corrected, published and downloaded", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.locator(".rail").getByRole("link", { name: "导入" }).click();
  await page.locator("rw-import-intake").waitFor();
  await assertAccessible(page);
  const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page
    .locator("rw-import-intake input[type=file]")
    .first()
    .setInputFiles([file("仓储主管.txt", warehouse), file("菜谱.txt", "番茄两个，鸡蛋三个，加盐少许，大火炒熟。")]);
  await page.locator("rw-import-batch-page tr[data-state=to-check]").nth(1).waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "仓储主管.txt" }).click();

  const result = page.locator("rw-result-pane");
  await result.locator(".entry", { hasText: "发货差错率" }).waitFor();
  assert.equal(await result.getByLabel("岗位名称").inputValue(), "仓储主管");
  assert.equal(await result.getByLabel("直属上级").inputValue(), "物流经理");
  await assertAccessible(page);

  // The mark in the source opens the entry, and both are lit.
  await page.locator("rw-source-pane mark", { hasText: "发货差错率" }).first().click();
  const card = result.locator(".entry-card");
  await card.waitFor();
  assert.match(await card.getByRole("textbox", { name: "内容" }).inputValue(), /发货差错率/);
  assert.equal(await card.getByLabel("目标", { exact: true }).inputValue(), "0.2");
  await page.locator("rw-source-pane mark[data-on]").first().waitFor();
  await card.getByLabel("目标", { exact: true }).fill("零点三");
  await page.keyboard.press("Tab");
  await page.getByText("“零点三”不是数").waitFor();
  await card.getByLabel("目标", { exact: true }).fill("0.3");
  await page.keyboard.press("Tab");
  await page.locator(".imr-save", { hasText: "已保存" }).waitFor();
  await page.keyboard.press("Escape");

  // What only a person can decide is asked, and the answer stays after a reload.
  await page.getByRole("button", { name: /下一处待确认/ }).click();
  await result.locator(".entry-question").getByRole("button", { name: /不含/ }).first().click();
  await page.locator(".imr-save", { hasText: "已保存" }).waitFor();
  await page.reload();
  await page.getByText("全部已确认").waitFor();
  await result.locator(".entry", { hasText: "0.3 %" }).waitFor();

  await page.getByRole("button", { name: "确认并生成草稿" }).click();
  await page.locator("rw-workspace-page .top h1", { hasText: "仓储主管" }).waitFor();
  await page.locator("rw-designer").getByText("发货差错率").first().waitFor();
  await page.locator("rw-preview").getByText("物流经理").first().waitFor();
});

test("a folder of many in an archive is listed live, and a broken file says why and what to do", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.goto("/import");
  const names = ["仓储主管.txt", "仓储主管（旧）.txt"];
  const archive = zipSync({
    ...Object.fromEntries(names.map((name) => [name, strToU8(warehouse)])),
    "坏的.docx": Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]),
  });
  await page
    .locator("rw-import-intake input[type=file]")
    .first()
    .setInputFiles([{ name: "旧文件.zip", mimeType: "application/zip", buffer: Buffer.from(archive) }]);
  const rows = page.locator("rw-import-batch-page tbody tr");
  await page.locator("rw-import-batch-page tr[data-state=failed] .imb-problem").waitFor();
  await page.locator("rw-import-batch-page tr[data-state=to-check]").nth(1).waitFor();
  assert.equal(await rows.count(), 3);
  await page.getByText("疑似重复").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: names[0] ?? "" }).click();
  await page.locator("rw-result-pane .entry").first().waitFor();
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("rw-source-pane mark").first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, "nothing scrolls sideways");
});

test("files go on up while the reader is on another page, which tells what was not taken", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
  await page.route(/\/files\?name=/, async (route) => {
    if (!/name=first/.test(route.request().url())) await gone;
    await route.continue();
  });
  await page.goto("/import");
  const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page
    .locator("rw-import-intake input[type=file]")
    .first()
    .setInputFiles([
      file("first.txt", warehouse),
      { ...file("locked.zip", ""), buffer: lockedArchive() },
      file("last.txt", warehouse),
    ]);
  // The batch is shown as soon as its first document is there, with the others still on their way.
  await page.locator("rw-import-batch-page .intake-progress", { hasText: "正在上传 2 / 3" }).waitFor();
  await page.locator("rw-import-batch-page tbody tr", { hasText: "first.txt" }).waitFor();
  const batch = page.url();
  await page.locator(".rail").getByRole("link", { name: "岗位" }).click();
  await page.locator("rw-library-page h1").waitFor();
  leave();
  await page.locator("vaadin-notification-card", { hasText: "“locked.zip”没有传上去" }).waitFor();
  await page.locator(".rail").getByRole("link", { name: "导入" }).click();
  await page.locator(`a.imps-batch[href="${new URL(batch).pathname}"]`).click();
  await page.locator("rw-import-batch-page tbody tr", { hasText: "last.txt" }).waitFor();
  await page.locator("rw-import-batch-page .intake-problem", { hasText: "locked.zip" }).waitFor();
});

/** An archive whose only document asks for a password. */
function lockedArchive(): Buffer {
  const archive = Buffer.from(zipSync({ "仓储主管.txt": strToU8(warehouse) }));
  const directory = archive.indexOf("PK\u0001\u0002");
  archive.writeUInt16LE(archive.readUInt16LE(directory + 8) | 1, directory + 8);
  return archive;
}
