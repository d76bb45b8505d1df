import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Document,
  type IParagraphOptions,
  type ITableCellOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from "docx";
import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";

const text = "text/plain";

/** Drops files into the page of imports and waits for the list of what is read. */
async function take(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.goto("/import");
  await page.locator("rw-import-intake input[type=file]").first().setInputFiles(files);
  await page.locator("rw-import-batch-page tbody tr").first().waitFor();
}

test("a Word file under a text's name keeps its numbers and cells; entries are split, joined, moved and measured", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  const step = journey(t);
  const result = page.locator("rw-result-pane");
  const entry = (words: string) => result.locator(".entry", { hasText: words });
  const saved = () => page.locator(".imr-save", { hasText: "已保存" }).waitFor();
  await signIn(page, server);

  await step("it is read as what it is, which is said", async () => {
    await take(page, { name: "客房主管.txt", mimeType: text, buffer: await roomSupervisor() });
    await page.locator("tr[data-state=to-check]").getByRole("link", { name: "客房主管.txt" }).click();
    await page.getByText("文件名以 .txt 结尾，内容却是 Word 文档，已按内容读取。").waitFor();
    assert.deepEqual(await page.locator(".src-label").allInnerTexts(), [
      "一、",
      "2.1",
      "2.2",
      "2.3",
      "二、",
      "3.1",
      "3.2",
    ]);
    assert.equal(await page.locator(".src-table td[colspan='3']").innerText(), "楼层领班、服务员");
    assert.equal(await result.getByLabel("直属上级").inputValue(), "客房部经理");
    assert.equal(await result.getByLabel("直属下级").inputValue(), "楼层领班、服务员");
    await assertAccessible(page);
  });

  await step("a mark in the source lights the field it was read into", async () => {
    await page.locator("rw-source-pane mark", { hasText: "客房部经理" }).click();
    await result.locator(".entry-field[data-lit]", { hasText: "直属上级" }).waitFor();
  });

  await step("a duty is split at its semicolon, and undo makes it one again", async () => {
    await entry("安排房务班次").click();
    await result.getByRole("button", { name: "拆开" }).click();
    await entry("检查交接记录").waitFor();
    await page.getByRole("button", { name: "撤销", exact: true }).click();
    await entry("检查交接记录").waitFor({ state: "detached" });
  });

  await step("a duty is joined to the one before, and another made a standard to fill in", async () => {
    await page.keyboard.press("Escape");
    await entry("培训新员工").click();
    await result.getByRole("button", { name: "并入上一条" }).click();
    await entry("检查公共区域").filter({ hasText: "培训新员工" }).waitFor();
    await page.keyboard.press("Escape");
    await entry("安排房务班次").click();
    await result.getByRole("button", { name: "量化为标准" }).click();
    await page.keyboard.press("Escape");
    const standards = result.locator(".res-section[data-kind=standard] .entry");
    assert.equal(await standards.filter({ hasText: "安排房务班次" }).count(), 1);
    await standards.filter({ hasText: "安排房务班次" }).click();
    assert.match((await result.getByLabel("支撑职责").locator("option:checked").innerText()).trim(), /^安排房务班次/);
    await result.getByLabel("截止日").fill("45");
    await page.keyboard.press("Tab");
    await page.getByText("“45”不能作截止日").waitFor();
    await page.keyboard.press("Escape");
  });

  await step("an entry in the wrong section is moved, and all of it is there after a reload", async () => {
    await entry("查房率").click();
    await result.getByLabel("移到").selectOption({ label: "岗位职责" });
    await result.locator(".res-section[data-kind=duty] .entry", { hasText: "查房率" }).waitFor();
    await saved();
    await page.reload();
    await result.locator(".res-section[data-kind=duty] .entry", { hasText: "查房率" }).waitFor();
    await page.getByRole("button", { name: "确认并生成草稿" }).click();
    await page.locator("rw-workspace-page .top h1", { hasText: "客房主管" }).waitFor();
    await page.locator("rw-designer").getByText("检查公共区域").first().waitFor();
  });
});

test("texts in other encodings are read by their words, and where nothing is understood a person places what is of use", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await take(
    page,
    { name: "收银员.txt", mimeType: text, buffer: Buffer.from(cashierInGbk, "hex") },
    { name: "收銀員.txt", mimeType: text, buffer: Buffer.from(cashierInBig5, "hex") },
    { name: "便条.txt", mimeType: text, buffer: Buffer.from("明天下午三点开会。\n收款用的本子放在前台。\n") },
  );
  await page.locator("tr[data-state=to-check]").nth(2).waitFor();
  await page.getByRole("link", { name: "收银员.txt" }).click();
  await page.locator("rw-result-pane .entry", { hasText: "每日下班前核对账目" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "收銀員.txt" }).click();
  await page.locator("rw-result-pane .entry[data-kind=duty]", { hasText: "收款、對帳" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "便条.txt" }).click();
  await page.getByText("没有读出岗位说明").waitFor();

  // Words that found no place begin a description, of which a draft can be made.
  await page.locator(".res-loose", { hasText: "收款" }).getByRole("combobox").selectOption({ label: "岗位职责" });
  await page.locator("rw-result-pane .entry[data-kind=duty]", { hasText: "收款" }).waitFor();
  await page.locator(".imr-save", { hasText: "已保存" }).waitFor();
});

test("documents that wait when the server is started anew are read all the same", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const many = Array.from({ length: 30 }, (_, index) => [
    `岗位 ${index + 1}.txt`,
    strToU8(`第 ${index + 1} 组组长\n${duties}`),
  ]);
  const archive = zipSync(Object.fromEntries(many));
  await take(page, { name: "许多.zip", mimeType: "application/zip", buffer: Buffer.from(archive) });
  await server.restart();
  await page.locator("rw-import-batch-page tr[data-state=to-check]").nth(29).waitFor();
  assert.equal(await page.locator("rw-import-batch-page tbody tr").count(), 30);
});

const duties = "岗位职责\n1、安排本组班次。\n2、每周检查交接记录。\n";

/** The text of a cashier's description in GBK. */
const cashierInGbk =
  "cad5d2f8d4b1b8dacebbcbb5c3f70ab8dacebbd6b0d4f00a31a1a2cad5bfeeb2a2bfaabedfb7a2c6b1a1a30a32a1a2c3bfc8d5cfc2b0e0c7b0bacbb6d4d5cbc4bfa1a30ab9a4d7f7b1ead7bc0a31a1a2cad5bfeeb2eeb4edc2cab2bbb3acb9fd302e3125a1a30a";

/** A few lines in Big5. */
const cashierInBig5 =
  "a6acbbc8adfb0ac2beb364a147a6acb4daa142b9efb162a142b67da5dfb56fb2bca1430aad6ea844a147b0aaa4a4a548a457bec7befaa1430a";

/** In the manner of an old file: a table with a cell over three columns, and numbers that stand in no text. */
async function roomSupervisor(): Promise<Buffer> {
  const cell = (words: string, options: Omit<ITableCellOptions, "children"> = {}) =>
    new TableCell({ ...options, children: [new Paragraph(words)] });
  const item = (reference: string, words: string) =>
    new Paragraph({ text: words, numbering: { reference, level: 0 } } satisfies IParagraphOptions);
  const numbers = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], pattern: string) => ({
    reference,
    levels: [{ level: 0, format, text: pattern }],
  });
  const { CHINESE_COUNTING, DECIMAL } = LevelFormat;
  const config = [
    numbers("heads", CHINESE_COUNTING, "%1、"),
    numbers("duties", DECIMAL, "2.%1"),
    numbers("standards", DECIMAL, "3.%1"),
  ];
  const children = [
    new Paragraph("客房主管岗位说明书"),
    new Table({
      rows: [
        new TableRow({ children: [cell("岗位名称"), cell("客房主管"), cell("直属上级"), cell("客房部经理")] }),
        new TableRow({ children: [cell("直属下级"), cell("楼层领班、服务员", { columnSpan: 3 })] }),
      ],
    }),
    item("heads", "岗位职责"),
    ...["安排房务班次；检查交接记录。", "检查公共区域的卫生。", "培训新员工。"].map((words) => item("duties", words)),
    item("heads", "工作标准"),
    ...["客房清洁合格率不低于98%。", "每月查房率达到100%。"].map((words) => item("standards", words)),
  ];
  return Packer.toBuffer(new Document({ numbering: { config }, sections: [{ children }] }));
}
