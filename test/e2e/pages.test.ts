import { test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";

const supervisor = "property-customer-service-supervisor";

/** Every page, and what it shows once it is there. */
const pages: readonly (readonly [path: string, shown: string])[] = [
  ["/", ".roles-title a"],
  ["/kpis", ".kpis-table tbody"],
  ["/organisation", ".org-box"],
  [`/roles/${supervisor}/traceability`, ".trace-grid"],
  [`/compare/${supervisor}/hotel-guest-service-supervisor`, ".cmp-papers .paper"],
  [`/roles/${supervisor}`, "rw-designer .dz-card"],
  ["/roles/no-such-role", "rw-missing-role nav a"],
  ["/scorecards", "rw-scorecards-page h1"],
  ["/import", "rw-imports-page h1"],
  ["/people", "rw-people-page h1"],
  ["/settings", "rw-sample-roles button"],
  ["/no-such-page", "rw-missing-page h1"],
];

test("every page is accessible in the light and the dark theme, and in the other language", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  for (const [path, shown] of pages)
    await t.test(path, async () => {
      await page.goto(path);
      await page.locator(shown).first().waitFor();
      // What waits for a first sign of the reader is part of the page too.
      await page.mouse.move(700, 450);
      await assertAccessible(page);
    });
  await t.test("the library in English and in high contrast", async () => {
    await page.evaluate(() => {
      localStorage.setItem("rolewright.language", "en");
      localStorage.setItem("rolewright.theme", "contrast");
    });
    await page.goto("/");
    await page.getByRole("heading", { name: "Role library" }).waitFor();
    await assertAccessible(page);
  });
});

test("palette, shortcuts and tour lie over any page and are accessible", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const step = journey(t);

  // Options of the page's own choices are options too.
  const palette = page.locator("dialog[open]");
  const options = palette.getByRole("option");

  await step("Ctrl K finds a role by the initials of its pinyin and goes there", async () => {
    await page.goto("/people");
    await page.locator("rw-people-page h1").waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "查找与命令" }).pressSequentially("wdkfzg");
    await options.first().waitFor();
    await assertAccessible(page);
    await page.getByRole("combobox", { name: "查找与命令" }).fill("网店客服主管");
    await palette.getByRole("option", { name: /网店客服主管/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/roles\//);
  });

  await step("what was used lately is offered first", async () => {
    await page.goto("/");
    await page.locator(".roles-title a").first().waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await options.first().getByText("网店客服主管").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  await step("a question mark lists the keys", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "键盘快捷键" }).getByText("打开岗位").first().waitFor();
    await assertAccessible(page);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  await step("the tour goes through the pages and is left by Escape", async () => {
    await page.getByRole("button", { name: "开始导览" }).click();
    const tour = page.getByRole("dialog", { name: "岗位都在这里" });
    await tour.waitFor();
    await assertAccessible(page);
    await tour.getByRole("button", { name: "下一步" }).click();
    await page.waitForURL(/\/roles\/property-customer-service-supervisor/);
    await page.getByRole("dialog", { name: "填写，不必懂代码" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "填写，不必懂代码" }).waitFor({ state: "detached" });
  });
});

test("on a phone every page of the library fits without scrolling sideways", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, server);
  for (const [path] of pages)
    await t.test(path, async () => {
      await page.goto(path);
      await page.locator("main.sheet:not([aria-busy])").waitFor();
      await fits(page);
    });
});

async function fits(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
}
