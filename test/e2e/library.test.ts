import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { bytesOf, storedText } from "../support/workspace.ts";

const supervisor = "property-customer-service-supervisor";

test("an author finds, copies, moves, exports, compares and archives roles", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const step = journey(t);
  const rows = page.locator(".roles tbody tr");

  await step("search finds a role by pinyin initials, and by one of its standards, which is named", async () => {
    const search = page.getByRole("searchbox");
    await search.fill("wdkfzg");
    await page.getByRole("link", { name: "网店客服主管", exact: true }).waitFor();
    await search.fill("物业费收缴率");
    await page.locator(".roles-hint").first().waitFor();
    await search.fill("");
  });

  await step("copies are made of several at once, and undo takes them away", async () => {
    const before = await rows.count();
    await page.getByRole("checkbox", { name: "选择 网店客服主管" }).check();
    await page.getByRole("checkbox", { name: "选择 案场客服主管" }).check();
    await assertAccessible(page);
    await page.getByRole("toolbar").getByRole("button", { name: "复制" }).click();
    await page.getByRole("link", { name: "网店客服主管（副本）" }).waitFor();
    await page.getByRole("link", { name: "案场客服主管（副本）" }).waitFor();
    assert.equal(await rows.count(), before + 2);
    await page.getByRole("button", { name: "撤销" }).click();
    for (const copy of ["网店客服主管（副本）", "案场客服主管（副本）"]) {
      await page.getByRole("link", { name: copy }).waitFor({ state: "detached" });
    }
  });

  await step("roles that say nearly the same are a view of their own, with the way to compare them", async () => {
    await page.getByRole("checkbox", { name: "选择 网店客服主管" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "复制" }).click();
    await page.getByRole("button", { name: /^疑似重复 2/ }).click();
    const row = page
      .locator(".roles tbody tr")
      .filter({ has: page.getByRole("link", { name: "网店客服主管", exact: true }) });
    await row.getByText("与“网店客服主管（副本）”内容相近").waitFor();
    assert.equal(await rows.count(), 2);
    await row.getByRole("cell").nth(1).click();
    await page.locator(".peek").getByRole("link", { name: "与“网店客服主管（副本）”比较" }).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await rows.first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^全部岗位/ }).click();
  });

  await step("two roles are compared side by side", async () => {
    await page.getByRole("checkbox", { name: "选择 网店客服主管" }).check();
    await page.getByRole("checkbox", { name: "选择 案场客服主管" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "比较" }).click();
    await page.locator(".cmp-papers .paper").nth(1).waitFor();
    await page.locator(".cmp-changes li").first().waitFor();
    await page.goto("/");
  });

  await step("the chosen roles come as one archive", async () => {
    await page.getByRole("checkbox", { name: "选择 网店客服主管" }).check();
    await page.getByRole("checkbox", { name: "选择 案场客服主管" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "导出" }).click();
    await page.getByText("模板（JSONC）").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出 2 份" }).click(),
    ]);
    const names = Object.keys(unzipSync(new Uint8Array(await bytesOf(file)))).sort();
    assert.deepEqual(names, ["案场客服主管.jsonc", "网店客服主管.jsonc"]);
  });

  await step("a role is archived with J, X and the bar, and comes back by undo", async () => {
    await page.goto("/");
    await page.getByRole("checkbox", { name: "选择 酒店宾客服务主管" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "归档" }).click();
    await page.getByRole("link", { name: "酒店宾客服务主管" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("link", { name: "酒店宾客服务主管" }).waitFor();
  });

  await step("work on several says how far it is, can be stopped, and what is done can be taken back", async () => {
    const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
    await page.route("**/api/v1/templates/*", async (route) => {
      if (route.request().method() === "PATCH") await held;
      await route.continue();
    });
    const names = ["网店客服主管", "案场客服主管", "酒店宾客服务主管"];
    for (const name of names) await page.getByRole("checkbox", { name: `选择 ${name}` }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "归档" }).click();
    await page.locator(".bulk").getByText("正在处理 1 / 3").waitFor();
    await page.locator(".bulk").getByRole("button", { name: "停止" }).click();
    goOn();
    await page.getByText(/，其余 2 个没有改。/).waitFor();
    const links = page.getByRole("link", { name: new RegExp(names.join("|")) });
    assert.equal(await links.count(), 2);
    await page.getByRole("button", { name: "撤销" }).click();
    await links.nth(2).waitFor();
    await page.unroute("**/api/v1/templates/*");
  });

  await step("a role begins with pasted text", async () => {
    await page.getByRole("button", { name: "新建岗位" }).click();
    await page.getByText("粘贴文字").click();
    await page
      .getByRole("textbox", { name: /旧的岗位说明/ })
      .fill("岗位职责\n1. 每月收取物业费。\n2. 每周核对账目。\n");
    await page.getByRole("textbox", { name: /岗位名称/ }).fill("收费专员");
    await assertAccessible(page);
    await page.getByRole("button", { name: "新建并打开" }).click();
    await page.waitForURL(/\/roles\//);
    await page.getByRole("heading", { name: "收费专员" }).first().waitFor();
  });
});

test("a cell of the matrix links a standard to a duty in the text, and undo takes it back", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const before = await storedText(page, supervisor);
  await page.goto(`/roles/${supervisor}/traceability`);
  const cell = page.locator('.trace-cell[aria-pressed="false"]').first();
  const label = (await cell.getAttribute("aria-label")) ?? "";
  await cell.click();
  await page.locator(`.trace-cell[aria-label="${label}"][aria-pressed="true"]`).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.locator(`.trace-cell[aria-label="${label}"][aria-pressed="false"]`).waitFor();
  await page.goto(`/roles/${supervisor}`);
  await page.locator("[data-save=saved]").waitFor();
  assert.equal(await storedText(page, supervisor), before);
});

test("the organisation is walked by keys, and a role is opened from it", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.goto("/organisation");
  await page.getByRole("tree").waitFor();
  await page.getByRole("searchbox").fill("kfzxpzzg");
  const found = page.getByRole("treeitem", { name: /客服中心品质主管/ });
  await page.getByRole("treeitem", { name: /客服中心品质主管/, selected: true }).waitFor();
  await found.focus();
  await page.keyboard.press("ArrowUp");
  await page.locator("[role=treeitem][aria-selected=true]:focus").waitFor();
  assert.equal(await found.getAttribute("aria-selected"), "false");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("+");
  await found.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/roles\//);
});

test("sample roles are removed in one action and put back", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  await page.goto("/settings");
  await page.getByRole("button", { name: /移除 \d+ 个未改动的示例岗位/ }).click();
  await page.getByRole("button", { name: /放回 \d+ 个示例岗位/ }).waitFor();
  await page.goto("/");
  await page.getByText("岗位库还是空的").waitFor();
  await assertAccessible(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: /放回 \d+ 个示例岗位/ }).click();
  await page.getByText("示例岗位已放回").waitFor();
  await page.goto("/");
  await page.getByRole("link", { name: "网店客服主管", exact: true }).waitFor();
});
