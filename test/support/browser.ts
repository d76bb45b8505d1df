import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { TestContext } from "node:test";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../packages/workbench/chromium.mjs";
import type { TestServer } from "./start-server.ts";

/** Opens the browser that `findChromium` finds; it closes with the test. */
export async function openBrowser(t: Pick<TestContext, "after">): Promise<Browser> {
  const { executablePath, env, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args });
  t.after(() => browser.close());
  return browser;
}

/** A page of its own (own cookies); the test fails when a script on it throws or does what the page's policy forbids. */
export async function openPage(t: Pick<TestContext, "after">, browser: Browser, server: TestServer): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(showCodeToo);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => {
    if (!server.ended) faults.push(error.stack || String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  t.after(() => assert.deepEqual(faults, [], "uncaught errors and refused scripts on the page"));
  return page;
}

/** Tests that need no other view see designer and code at once; people see the designer alone until they choose. */
function showCodeToo(): void {
  const view = "rolewright.workspace.view";
  const roomy = matchMedia("(min-width: 1200px)").matches;
  if (roomy && localStorage.getItem(view) === null) localStorage.setItem(view, "both");
}

/** Signs in as the owner by a fresh link, or by the one given, and waits for the library. */
export async function signIn(page: Page, server: TestServer, link?: string): Promise<void> {
  await page.goto(link ?? (await server.signInLink()));
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
  await page.locator("rw-library-page h1").waitFor();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Asserts that axe finds nothing serious or critical on the page as it is now, in the light and in the dark theme.
 * Contrast in particular is another matter in each.
 */
export async function assertAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    assert.deepEqual(await seriousFindings(page), [], `${page.url()} in the ${colorScheme} theme`);
  }
}

/**
 * Colours fade between themes, and the theme's own script acts a frame later: axe must see where they end.
 * Still is a page on which nothing has moved for some frames.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0; still < 5; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const finite = document
        .getAnimations()
        .filter((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity);
      if (finite.length > 0) still = 0;
      await Promise.allSettled(finite.map((animation) => animation.finished));
    }
  });
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? ""}`));
}
