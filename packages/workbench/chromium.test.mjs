import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

const brought = process.platform === "linux" && process.arch === "x64";

/** Sets variables for one search and puts them back. */
async function searchWith(variables) {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await findChromium();
  } finally {
    process.env = before;
  }
}

test("the browser that npm brought renders a page", {
  skip: !brought && "npm brings one for Linux x64 only",
}, async (t) => {
  const { executablePath, env, args, origin } = await searchWith({ ROLEWRIGHT_BROWSER: "bundled", CHROME_PATH: "" });
  assert.equal(origin, "bundled");
  const browser = await chromium.launch({ executablePath, env, args });
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.setContent("<h1>你好</h1><script>document.title = [1, 2, 3].map((n) => n * 2).join()</script>");
  assert.equal(await page.title(), "2,4,6");
  assert.equal(await page.textContent("h1"), "你好");
  assert.ok((await page.screenshot()).length > 1000);
});

test("a browser named in CHROME_PATH that does not run is said to be the problem", async () => {
  await assert.rejects(
    searchWith({ CHROME_PATH: process.execPath.concat("-missing"), ROLEWRIGHT_BROWSER: "" }),
    /CHROME_PATH names/,
  );
});
