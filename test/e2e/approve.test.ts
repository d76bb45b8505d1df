import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { ask, invite } from "../support/api.ts";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { openRole, saved, storedText, templateId } from "../support/workspace.ts";

const item = "投诉、报事抽查比例";

/** Of this page's own, in every theme and size somebody wants to look at. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.ROLEWRIGHT_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test("an author and a lead take a role from draft to a version that its holder acknowledges", async (t) => {
  const server = await startTestServer(t);
  const browser = await openBrowser(t);
  const [owner, author, holder] = [
    await openPage(t, browser, server),
    await openPage(t, browser, server),
    await openPage(t, browser, server),
  ];
  await signIn(owner, server);
  const role = await templateId(owner, "客服主管");
  await ask(owner, "PATCH", "/workspace", { approvalRequired: false });
  await signIn(author, server, (await invite(owner, "陈晨", "author")).link);
  const member = await invite(owner, "孙丽", "member");
  const step = journey(t);
  const panel = (page: Page) => page.locator("rw-comment-panel");

  await step("the author changes a title and submits it to the lead", async () => {
    await openRole(author, role);
    const text = await storedText(author, role);
    await ask(author, "PUT", `/templates/${role}/text`, { text: `// 年度修订\n${text}` });
    await author.locator(".view-lines").getByText("年度修订").waitFor();
    await saved(author);
    await author.locator(".rv-first").getByText("提交审批").click();
    const dialog = author.locator("rw-review-dialog dialog");
    await dialog.getByLabel("负责人").check();
    await dialog.locator("textarea").fill("年度修订，请看抽查比例");
    await look(author, "submit");
    await dialog.getByRole("button", { name: "提交审批" }).click();
    await author.locator(".rv-strip").getByText("陈晨提交了审批").waitFor();
  });

  await step("the lead is told, comments on an item with a suggestion, and mentions the author", async () => {
    await owner.reload();
    await owner.locator("#notice-button").click();
    await look(owner, "notices");
    await owner.locator(".nb-list").getByText("陈晨请您审批“客服主管”").click();
    await owner.locator("rw-designer").getByText(item).first().click();
    await owner.getByRole("button", { name: /^批注/ }).first().click();
    const composer = panel(owner).locator(".cp-new");
    await composer.locator(".cc-body").fill("@陈");
    await composer.getByRole("option", { name: "陈晨" }).click();
    await composer.locator(".cc-body").pressSequentially("名称短一些？");
    await composer.getByRole("button", { name: "修改建议" }).click();
    await composer.locator(".cc-words").fill("投诉抽查比例");
    await composer.getByRole("button", { name: "提出修改" }).click();
    await panel(owner).locator("rw-comment-thread").getByText("名称短一些？").waitFor();
    await look(owner, "comments");
    await assertAccessible(owner);
  });

  await step(
    "the author sees it without a reload, and accepts: only those words change, undone and done again",
    async () => {
      const before = await storedText(author, role);
      await author.getByRole("button", { name: "批注，1 条未读" }).click();
      // Cards out of sight have no marks.
      await author.locator("rw-designer").getByText(item).first().scrollIntoViewIfNeeded();
      await author.locator("rw-comment-mark [data-some=true]").first().waitFor();
      const thread = panel(author).locator("rw-comment-thread");
      await thread.getByRole("button", { name: "采纳", exact: true }).click();
      await thread.getByText("陈晨已采纳").waitFor();
      await author.locator("vaadin-notification-card").getByRole("button", { name: "撤销" }).click();
      await thread.getByRole("button", { name: "采纳", exact: true }).waitFor();
      assert.equal(await storedText(author, role), before);
      await thread.getByRole("button", { name: "采纳", exact: true }).click();
      await thread.getByText("陈晨已采纳").waitFor();
      assert.equal(await storedText(author, role), before.replace(`"${item}"`, '"投诉抽查比例"'));
      await look(author, "accepted");
    },
  );

  await step(
    "a comment keeps to its words while others write in front of them, and says when they are gone",
    async () => {
      const text = await storedText(author, role);
      await ask(author, "PUT", `/templates/${role}/text`, { text: `// 再加一行\n${text}` });
      await author.locator(".view-lines").getByText("再加一行").waitFor();
      await panel(author).locator(".ct-quote").getByText("投诉抽查比例").first().waitFor();
      assert.equal(await panel(author).getByText("原文已删除").count(), 0);
      const quoted = { body: "这句可以删", quote: "再加一行", label: "注释" };
      await ask(owner, "POST", `/templates/${role}/comments`, quoted);
      await panel(author).getByText("这句可以删").waitFor();
      await ask(author, "PUT", `/templates/${role}/text`, { text });
      await panel(author).getByText("原文已删除").waitFor();
      await panel(author).locator(".ct-quote").getByText("再加一行").waitFor();
    },
  );

  await step("the lead follows the author, until they do something themselves", async () => {
    await owner.getByRole("button", { name: "跟随陈晨" }).click();
    await owner.locator(".fw-bar").getByText("正在跟随陈晨").waitFor();
    await look(owner, "following");
    await author.locator("rw-designer .dz-card[data-key=collectionRate], rw-designer .dz-card").nth(3).click();
    const key = await author.locator(".dz-card[aria-current=true]").first().getAttribute("data-key");
    await owner.locator(`.dz-card[data-key=${key}][aria-current=true]`).waitFor();
    await owner.keyboard.press("Escape");
    await owner.locator(".fw-bar").waitFor({ state: "detached" });
  });

  await step("the lead approves what they see; the author publishes it", async () => {
    await saved(owner);
    await owner.locator(".rv-first").getByText("批准").click();
    const dialog = owner.locator("rw-review-dialog dialog");
    await dialog.locator(".po").first().waitFor();
    await look(owner, "approve");
    await assertAccessible(owner);
    await dialog.getByRole("button", { name: "批准" }).click();
    await author.locator(".rv-strip.ok").getByText("负责人已批准").waitFor();
    const { items } = await ask<{ items: { id: string }[] }>(owner, "GET", "/holders");
    assert.deepEqual(items, []);
    const made = await ask<{ id: string }>(owner, "POST", "/holders", { name: "孙丽", memberId: member.id });
    await ask(owner, "POST", "/scorecards", { holderId: made.id, templateId: role, period: "2026-11" });
    await author.locator(".rv-first").getByText("发布 v2").click();
    const publish = author.locator("rw-publish-dialog dialog");
    await publish.getByRole("button", { name: /发布/ }).last().click();
    await author.locator(".ws-state").getByText("v2").waitFor();
  });

  await step("the holder is asked to read it, confirms, and the author sees who has", async () => {
    await signIn(holder, server, member.link);
    await holder.locator("#notice-button").click();
    await holder.locator(".nb-list").getByText("发布了 v2，请阅读后确认").click();
    await holder.locator(".rv-strip").getByRole("button", { name: "我已阅读" }).click();
    await holder.locator(".rv-strip").waitFor({ state: "detached" });
    await look(holder, "holder");
    await author.reload();
    await author.locator(".rv-read").getByText("v2 · 1 / 1 已确认").waitFor();
    await look(author, "published");
  });

  await step("on a phone one reads the comments and answers", async () => {
    await owner.setViewportSize({ width: 390, height: 844 });
    await owner.locator(".ws-bottom").getByRole("button", { name: /^批注/ }).click();
    const thread = panel(owner).locator("rw-comment-thread").first();
    await thread.getByRole("button", { name: "回复" }).click();
    await thread.locator(".cc-body").fill("收到");
    await look(owner, "phone");
    await thread.getByRole("button", { name: "发送" }).click();
    await thread.getByText("收到").waitFor();
    await assertAccessible(owner);
  });
});
