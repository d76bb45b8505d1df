import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../support/api.ts";
import { openBrowser, openPage } from "../support/browser.ts";
import { assertFocusSeen, tabTo } from "../support/keyboard.ts";
import { pdfText } from "../support/pdf-text.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { bytesOf, saved, storedText, templateId } from "../support/workspace.ts";

test("the main journey is made with nothing but keys", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await page.clock.setFixedTime("2026-11-20T09:00:00+08:00");
  const step = journey(t);
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole("button", { name });

  await step("opens the sign-in link and finds the role", async () => {
    await page.goto(await server.signInLink());
    await page.locator(".roles-title a").first().waitFor();
    await ask(page, "POST", "/holders", { name: "林晓棠" });
    await keyboard.press("/");
    await assertFocusSeen(page);
    await keyboard.type("kfzg");
    await tabTo(page, page.getByRole("link", { name: "客服主管", exact: true }));
    await keyboard.press("Enter");
    await page.waitForURL(/\/roles\//);
    await page.locator(".dz-card").first().waitFor();
  });

  await step("changes a target in the designer", async () => {
    await keyboard.press("ControlOrMeta+1");
    await keyboard.press("ControlOrMeta+f");
    await keyboard.insertText("投诉、报事抽查比例");
    await keyboard.press("Enter");
    await page.locator(".dz-card[data-key=spotCheck]:focus-within").waitFor();
    await assertFocusSeen(page);
    await tabTo(page, page.getByLabel("目标下限"));
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("6");
    await keyboard.press("Enter");
    await page.locator("rw-paper [data-anchor=spotCheck]").getByText("6 %").waitFor();
  });

  await step("makes a mistake in a weight, goes to the finding, and mends it by its quick fix", async () => {
    await tabTo(page, page.locator("rw-item-card[selected]").getByLabel("权重"), "Shift+Tab");
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("12");
    await keyboard.press("Enter");
    await page.locator(".pb-row").first().waitFor();
    await keyboard.press("F8");
    await page.locator(".pb-row[aria-current=true]").waitFor();
    await tabTo(page, page.locator(".pb-row[aria-current=true] .pb-fixes button"));
    await keyboard.press("Enter");
    await page.locator(".pb-row").first().waitFor({ state: "detached" });
    await assertFocusSeen(page);
    await saved(page);
    const text = await storedText(page, await templateId(page, "客服主管"));
    assert.match(text, /"minimum": 6/);
  });

  await step("publishes", async () => {
    await tabTo(page, button("发布 v2"), "Shift+Tab");
    await keyboard.press("Enter");
    const confirm = page.locator("rw-publish-dialog dialog[open]").getByRole("button", { name: /发布 v2|发布为/ });
    await tabTo(page, confirm);
    await keyboard.press("Enter");
    await page.locator(".rv-first[aria-disabled=true]").waitFor();
    await assertFocusSeen(page);
  });

  await step("opens a scorecard for a person", async () => {
    await tabTo(page, page.getByRole("link", { name: "考核", exact: true }), "Shift+Tab");
    await keyboard.press("Enter");
    await tabTo(page, button("开评分卡"));
    await keyboard.press("Enter");
    await page.locator("vaadin-combo-box input:focus").waitFor();
    await keyboard.insertText("林晓棠");
    await page.getByRole("option", { name: "林晓棠" }).waitFor();
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await keyboard.insertText("客服主管 · v2");
    await page.getByRole("option", { name: "客服主管 · v2", exact: true }).waitFor();
    await keyboard.press("Enter");
    await tabTo(page, page.locator("button[form=rw-new-scorecard-dialog-form]"));
    await keyboard.press("Enter");
    await page.locator("rw-scorecard-page h1").getByText("林晓棠").waitFor();
  });

  await step("fills a line, and reads its arithmetic", async () => {
    const line = page.locator("[data-item=spotCheck]");
    await tabTo(page, line.getByRole("textbox").first());
    await keyboard.type("12");
    await keyboard.press("Tab");
    await keyboard.type("200");
    await page.locator("[data-item=spotCheck][data-state=met]").waitFor();
    await tabTo(page, line.getByRole("button").last());
    await keyboard.press("Enter");
    await page.locator("#why-spotCheck").getByText("6.00").first().waitFor();
    await saved(page);
  });

  await step("takes the scorecard away as a PDF", async () => {
    await tabTo(page, page.locator("rw-scorecard-page a[download]"), "Shift+Tab");
    const [file] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    const text = await pdfText(await bytesOf(file));
    for (const words of ["林晓棠", "客服主管", "6.00%", "100.00"]) assert.ok(text.includes(words), words);
  });
});
