import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { invite } from "../support/api.ts";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { lineOf } from "../support/cut-line.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { caretAfterValue, openRole, saved, storedText, templateId } from "../support/workspace.ts";

test("an item that two people move at the same moment stands once, with what both wrote in it", async (t) => {
  const { owner, colleague, line, role } = await twoAtOneRole(t);
  const start = await storedText(owner, role);
  const step = journey(t);

  await step("the colleague, cut off, moves a duty up and renames it; the owner moves it down", async () => {
    await line.cut();
    await colleague.locator("[data-save=offline]").waitFor();
    await rename(colleague, "budget", "编制年度预算并核对");
    await card(colleague, "budget").focus();
    await colleague.keyboard.press("Alt+ArrowUp");
    await card(owner, "budget").click();
    await card(owner, "budget").focus();
    await owner.keyboard.press("Alt+ArrowDown");
    await saved(owner);
  });

  await step("back on the line both have it once, renamed, and the designer goes on", async () => {
    line.mend();
    await Promise.all([saved(owner), saved(colleague)]);
    for (const page of [owner, colleague]) {
      await page.locator(".dz-card[data-key=budget][aria-label*=编制年度预算并核对]").waitFor();
      await page.locator(".dz-add").first().waitFor();
      assert.equal(await card(page, "budget").count(), 1);
    }
    const text = await storedText(owner, role);
    const count = (whole: string) => whole.split('"budget": {').length;
    assert.equal(count(text), count(start));
    assert.equal(text.split("\n").length, start.split("\n").length);
  });
});

test("words typed into an item that somebody deletes meanwhile are shown until they are put away, and come back with it", async (t) => {
  const { owner, colleague, line, role } = await twoAtOneRole(t);
  const start = await storedText(owner, role);
  const bar = owner.locator(".lw-bar");
  const step = journey(t);

  await step("the colleague, cut off, deletes a duty that the owner renames", async () => {
    await line.cut();
    await colleague.locator("[data-save=offline]").waitFor();
    await card(colleague, "budget").click();
    await card(colleague, "budget").focus();
    await colleague.keyboard.press("Delete");
    await card(colleague, "budget").waitFor({ state: "detached" });
    await rename(owner, "budget", "编制年度预算并核对");
    line.mend();
    await Promise.all([saved(owner), saved(colleague)]);
  });

  await step("the owner is shown their words, which stay over a reload", async () => {
    await bar.getByText("编制年度预算并核对").last().waitFor();
    await look(owner, "lost-words");
    await assertAccessible(owner);
    await owner.reload();
    await bar.getByText("编制年度预算并核对").last().waitFor();
    assert.equal(await colleague.locator(".lw-bar").count(), 0);
  });

  await step("the duty comes back where it stood, with the words, for both; undo takes that back", async () => {
    await bar.getByRole("button", { name: "恢复该条目" }).click();
    await bar.waitFor({ state: "detached" });
    await card(colleague, "budget").getByText("编制年度预算并核对").waitFor();
    await saved(owner);
    const back = await storedText(owner, role);
    assert.deepEqual(back.split("\n").length, start.split("\n").length);
    assert.match(back, /"budget": \{\s*"title": "编制年度预算并核对"/);
    await owner.locator("vaadin-notification-card").getByRole("button", { name: "撤销" }).click();
    await card(colleague, "budget").waitFor({ state: "detached" });
  });
});

test("what both fill in and add at the same moment stands there once, and who gave way is told", async (t) => {
  const { owner, colleague, line, role } = await twoAtOneRole(t);
  const step = journey(t);

  await step("the colleague, cut off, and the owner say how much time a duty takes, and add one each", async () => {
    await line.cut();
    await colleague.locator("[data-save=offline]").waitFor();
    for (const [page, share, title] of [
      [colleague, "15", "巡查楼道"],
      [owner, "20", "培训新人"],
    ] as const) {
      await card(page, "budget").click();
      await page.getByLabel("工作时间占比").fill(share);
      await page.getByLabel("工作时间占比").press("Enter");
      await page.getByRole("button", { name: "添加职责" }).first().click();
      await page.locator(".dz-title-field :focus").waitFor();
      await page.keyboard.insertText(title);
      await page.keyboard.press("Enter");
      await page.getByLabel(title).first().waitFor();
    }
    await saved(owner);
  });

  await step("back on the line both have both duties and one share, and one of them the other's", async () => {
    line.mend();
    for (const page of [owner, colleague]) {
      await page.getByLabel("培训新人").first().waitFor();
      await page.getByLabel("巡查楼道").first().waitFor();
    }
    await Promise.race(
      [owner, colleague].map((page) =>
        page
          .locator(".lw-bar")
          .getByText(/^(15|20)$/)
          .waitFor(),
      ),
    );
    await Promise.all([saved(owner), saved(colleague)]);
    const [, budget = ""] = (await storedText(owner, role)).split('"budget": {');
    assert.equal(budget.split("\n        }")[0]?.match(/"share": (15|20)\b/g)?.length, 1);
    assert.equal(await owner.locator(".strip.error").count(), 0);
  });
});

test("everybody sees who is where, in cards, outline and code", async (t) => {
  const { owner, colleague, role } = await twoAtOneRole(t);
  const step = journey(t);

  await step("the card somebody has open carries their mark, also in the outline", async () => {
    await card(colleague, "budget").click();
    await card(owner, "budget").locator(".pip").getByText("苏芮").waitFor({ state: "attached" });
    await owner.locator(".ol-item[data-key=budget] .pip").waitFor();
  });

  await step("so do a section's head and the card of the role", async () => {
    await colleague.locator(".dz-section-name[data-key=duties]").click();
    await owner.locator("[data-section=duties] rw-section-head .pip").waitFor({ state: "attached" });
    await owner.locator(".ol-sec .pip").waitFor();
    await colleague.locator(".dz-role").click();
    await owner.locator("rw-role-card .pip").waitFor({ state: "attached" });
    await look(owner, "presence-role");
  });

  await step("what they select in the code is marked with their colour and name", async () => {
    await caretAfterValue(colleague, await storedText(colleague, role), "department");
    await colleague.keyboard.press("Shift+Home");
    await owner.locator(".rw-peer-selection").first().waitFor({ state: "attached" });
    await owner.locator(".rw-peer-caret").getByText("苏芮").waitFor({ state: "attached" });
    await look(owner, "presence");
  });
});

async function twoAtOneRole(t: TestContext) {
  const server = await startTestServer(t);
  const browser = await openBrowser(t);
  const [owner, colleague] = [await openPage(t, browser, server), await openPage(t, browser, server)];
  await signIn(owner, server);
  const line = await lineOf(colleague);
  await signIn(colleague, server, (await invite(owner, "苏芮", "author")).link);
  const role = await templateId(owner, "客服主管");
  await Promise.all([openRole(owner, role), openRole(colleague, role)]);
  await Promise.all([saved(owner), saved(colleague)]);
  return { owner, colleague, line, role };
}

async function rename(page: Page, key: string, title: string): Promise<void> {
  await card(page, key).click();
  const field = page.locator(
    "rw-item-card[selected] .dz-title-field textarea, rw-item-card[selected] .dz-title-field input",
  );
  await field.first().fill(title);
  await field.first().press("Enter");
}

function card(page: Page, key: string) {
  return page.locator(`.dz-card[data-key=${key}]`);
}

/** For somebody who wants to look at the page, in every size and theme. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.ROLEWRIGHT_SHOTS;
  if (!folder) return;
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}
