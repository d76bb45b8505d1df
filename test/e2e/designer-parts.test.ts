import assert from "node:assert/strict";
import { test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { openRole, saved, storedText, templateId } from "../support/workspace.ts";

test("an author builds a role in the designer alone: the role itself, its sections, and items of another role", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const role = await newRole(page);
  const step = journey(t);

  await step("an empty role offers the usual sections, and they are one step of the history", async () => {
    await openRole(page, role);
    const start = await storedText(page, role);
    await page.getByRole("button", { name: "添加任职标准、岗位职责、工作标准" }).click();
    await page.locator('.dz-section[data-section="standards"]').waitFor();
    await saved(page);
    await roleCard(page).focus();
    await page.keyboard.press("Control+z");
    await page.locator('.dz-section[data-section="standards"]').waitFor({ state: "detached" });
    await saved(page);
    assert.equal(await storedText(page, role), start);
    await page.keyboard.press("Control+Shift+z");
    await page.locator('.dz-section[data-section="standards"]').waitFor();
  });

  await step("what is written of the role by an input method arrives once, and the document says it", async () => {
    await roleCard(page).click();
    const department = page.getByLabel("所属部门", { exact: true });
    await department.click();
    await compose(page, ["w", "wu", "wuye", "物业服务中心"]);
    await department.press("Enter");
    await page.getByLabel("直属上级", { exact: true }).fill("物业服务中心经理");
    await page.getByLabel("直属上级", { exact: true }).press("Enter");
    await page.locator("rw-preview").getByText("物业服务中心经理").first().waitFor();
    await saved(page);
    const text = await storedText(page, role);
    assert.equal(text.match(/物业服务中心"/g)?.length, 1);
    assert.ok(text.includes('"department": "物业服务中心"'), text);
    assert.ok(text.includes('"reportsTo": { "title": "物业服务中心经理" }'), text);
  });

  await step("a composition that is left by a click elsewhere is neither lost nor doubled", async () => {
    const purpose = page.getByLabel("岗位目的", { exact: true });
    await purpose.click();
    await compose(page, ["t", "tong", "统筹客户服务。"]);
    await page.locator(".ws-bar").first().click();
    await page.locator("rw-preview").getByText("统筹客户服务。").waitFor();
    await saved(page);
    assert.equal((await storedText(page, role)).match(/统筹客户服务。/g)?.length, 1);
  });

  await step("a section is renamed, another kind is added behind it, and deleted with the way back", async () => {
    await page.locator('.dz-section[data-section="standards"] .dz-section-name').click();
    await page.getByLabel("章节标题").fill("考核标准");
    await page.getByLabel("章节标题").press("Enter");
    const head = page.locator('.dz-section[data-section="standards"] .dz-section-open');
    await head.getByRole("button", { name: /的操作/ }).click();
    await head.getByRole("button", { name: "在后面添加：能力素质" }).click();
    const added = page.locator('.dz-section[data-section="competencies"]');
    await added.waitFor();
    await added.getByRole("button", { name: /的操作/ }).click();
    await added.getByRole("button", { name: "删除" }).click();
    await added.waitFor({ state: "detached" });
    await page.locator("vaadin-notification-card").getByRole("button", { name: "撤销" }).last().click();
    await added.waitFor();
    await page.locator("rw-outline").getByText("考核标准").waitFor();
  });

  await step(
    "items chosen in the shipped role come over with their comments; links that lead nowhere are marked",
    async () => {
      const shipped = await templateId(page, "客服主管");
      await openRole(page, shipped);
      await card(page, "spotCheck").scrollIntoViewIfNeeded();
      await card(page, "spotCheck").click();
      await page.keyboard.press("Escape");
      await card(page, "spotCheck").focus();
      await page.keyboard.press("Shift+ArrowDown");
      await page.locator(".dz-many").getByText("已选 2 项").waitFor();
      await page.keyboard.press("Control+c");
      await page.getByText(/已复制 2 项/).waitFor();
      await openRole(page, role);
      await page.locator('.dz-section[data-section="standards"] .dz-section-name').click();
      await page.keyboard.press("Escape");
      await page.locator('.dz-section[data-section="standards"] .dz-section-open').focus();
      await page.keyboard.press("Control+v");
      await page.getByText(/已粘贴 2 项/).waitFor();
      await saved(page);
      const text = await storedText(page, role);
      assert.match(text, /\/\/ [^\n]*3\.12[^\n]*\n\s+"title": "投诉、报事抽查比例"/);
      await page.locator('rw-outline [data-key="spotCheck"] .ol-mark').waitFor();
    },
  );

  await step(
    "designer and code have one history: what was pasted goes by undo in the code, and comes back by redo",
    async () => {
      const before = await storedText(page, role);
      await page.locator("rw-code-editor .view-lines").first().click();
      await page.keyboard.press("Control+z");
      await card(page, "spotCheck").waitFor({ state: "detached" });
      await page.keyboard.press("Control+Shift+z");
      await card(page, "spotCheck").waitFor();
      await saved(page);
      assert.equal(await storedText(page, role), before);
    },
  );

  await step("several items are changed in one step and every one of them says so", async () => {
    await card(page, "spotCheck").click();
    await page.keyboard.press("Escape");
    await card(page, "spotCheck").focus();
    await page.keyboard.press("Control+a");
    await page.locator(".dz-many").getByLabel("频次…").selectOption("quarter");
    await page.getByText("已修改 2 项").waitFor();
    await saved(page);
    assert.equal((await storedText(page, role)).match(/"every": "quarter"/g)?.length, 2);
    await page.keyboard.press("Escape");
    await page.locator(".dz-many").waitFor({ state: "detached" });
  });

  await step(
    "a KPI is found by its pinyin; what is changed of it can be reset, and it can be let go of the library",
    async () => {
      const standards = page.locator('.dz-section[data-section="standards"]');
      await standards.getByRole("button", { name: "从指标库添加" }).click();
      await page.getByPlaceholder(/按名称查找/).fill("wyfsjl");
      await page.locator(".kp-list button").first().click();
      const open = page.locator("rw-item-card[selected]");
      await open.getByLabel("目标下限").fill("85");
      await open.getByLabel("目标下限").press("Enter");
      await saved(page);
      const changed = await storedText(page, role);
      assert.match(changed, /"x-extends": "[^"]*\/kpis\/property\/[^"]*"[^}]*"target": \{ "minimum": 85 \}/);
      await open.locator('[data-field="x-item/target"] .dz-reset').click();
      await saved(page);
      assert.doesNotMatch(await storedText(page, role), /"minimum": 85/);
      await open.locator(".dz-more-button").click();
      await open.getByRole("button", { name: "解除继承" }).click();
      await saved(page);
      const alone = await storedText(page, role);
      assert.doesNotMatch(alone, /"x-extends"/);
      assert.match(alone, /"title": "物业费收缴率"/);
    },
  );

  await step("the open role and the choice of several are accessible in both themes", async () => {
    await roleCard(page).click();
    await page.locator("rw-role-card .dz-more-button").click();
    await assertAccessible(page);
    await card(page, "spotCheck").click({ modifiers: ["Control"] });
    await page.locator(".dz-many").waitFor();
    await assertAccessible(page);
  });
});

async function newRole(page: Page): Promise<string> {
  const text =
    '{\n  "$schema": "https://rolewright.dev/role/1",\n  "$id": "https://example.com/roles/new",\n  "title": "新岗位",\n  "type": "object",\n  "properties": {},\n}\n';
  const { origin } = new URL(page.url());
  const made = await page.request.post(`${origin}/api/v1/templates`, { data: { text }, headers: { origin } });
  return (await made.json()).id;
}

function card(page: Page, key: string) {
  return page.locator(`.dz-card[data-key=${key}]`);
}

function roleCard(page: Page) {
  return page.locator("rw-role-card .dz-card");
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Types as an input method does: what is composed changes until its last form is committed. */
async function compose(page: Page, forms: readonly string[]): Promise<void> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, opened);
  const session = await opened;
  for (const text of forms) {
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send("Input.insertText", { text: forms.at(-1) ?? "" });
}
