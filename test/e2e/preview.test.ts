import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openBrowser, openPage, signIn } from "../support/browser.ts";
import { pdfText } from "../support/pdf-text.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";
import { storedText } from "../support/workspace.ts";

const titles = Array.from({ length: 60 }, (_, index) => `第 ${index + 1} 项标准`);
const standards = Object.fromEntries(
  titles.map((title, index) => [
    `standard${index}`,
    figure(title, { unit: "%", target: { minimum: 90 }, ...(index === 0 ? { weight: 100 } : {}) }),
  ]),
);

test("the preview follows the text: on pages, as types and JSON, with a way to the source and back", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  const step = journey(t);
  await page.addInitScript(() => localStorage.setItem("rolewright.workspace.view", "design"));
  await signIn(page, server);
  const { origin } = new URL(page.url());
  const text = templateText(roleTemplate(standards, { $id: "https://example.com/roles/preview", title: "预览岗位" }));
  const made = await page.request.post(`${origin}/api/v1/templates`, { data: { text }, headers: { origin } });
  const { id } = await made.json();
  const traced = () => page.locator("rw-outline [aria-current=true]");

  await step("a click in the document opens the card and lights the item in the outline", async () => {
    await page.goto(`/roles/${id}`);
    await page.locator("rw-paper tr[data-anchor=standard4]").click();
    await page.locator(".dz-card[data-key=standard4] .dz-title textarea").waitFor();
    assert.equal(await traced().getAttribute("data-key"), "standard4");
  });

  await step("an item pointed at in the outline is lit in the document", async () => {
    await page.locator("rw-outline [data-key=standard6]").hover();
    await page.locator("rw-paper tr[data-anchor=standard6][data-lit]").waitFor();
  });

  await step(
    "an item picked in the outline is brought into sight in the document; one pointed at moves nothing",
    async () => {
      const inSight = (key: string) =>
        page.locator(`rw-paper tr[data-anchor=${key}]`).evaluate((row) => {
          const body = row.closest(".pv-body")?.getBoundingClientRect();
          const { top, bottom } = row.getBoundingClientRect();
          return body !== undefined && top >= body.top - 1 && bottom <= body.bottom + 1;
        });
      assert.ok(!(await inSight("standard40")));
      await page.locator("rw-outline [data-key=standard40]").click();
      await page.locator("rw-paper tr[data-anchor=standard40][data-lit]").waitFor();
      assert.ok(await inSight("standard40"));
      await page.locator(".dz-card[data-key=standard43]").hover();
      await page.locator("rw-paper tr[data-anchor=standard43][data-lit]").waitFor();
      assert.ok(await inSight("standard40"));
      await page.locator("rw-outline [data-key=standard4]").click();
      await page.locator(".dz-card[data-key=standard4] .dz-title textarea").waitFor();
    },
  );

  await step("a change in the card is in the document, without the code having been loaded", async () => {
    await page.locator(".dz-card[data-key=standard4] .dz-title textarea").fill("改过的标准");
    await page.keyboard.press("Enter");
    await page.locator("rw-paper").getByText("改过的标准").waitFor();
    assert.equal(await page.locator("rw-code-editor").count(), 0);
  });

  await step("on pages every sheet has the header and the footer with its number, and table heads repeat", async () => {
    await page.getByRole("button", { name: "按打印页显示" }).click();
    await page.locator(".paper-paged .paper-again").first().waitFor();
    const feet = await page.locator(".paper-paged .paper-bottom").allInnerTexts();
    assert.ok(feet.length >= 2, "sixty standards do not fit on one page");
    for (const [index, foot] of feet.entries())
      assert.match(foot, new RegExp(`第 ${index + 1} 页，共 ${feet.length} 页`));
    assert.equal(await page.locator(".paper-paged .paper-top").count(), feet.length);
    await assertAccessible(page);
    await page.getByRole("button", { name: "按打印页显示" }).click();
    await page.locator(".paper-paged").waitFor({ state: "detached" });
  });

  await step("the browser prints the document, and nothing of what is around it", async () => {
    const printed = await pdfText(await page.pdf({ format: "A4" }));
    for (const words of ["预览岗位", "改过的标准", "第60项标准"]) assert.ok(printed.includes(words), words);
    assert.ok(!printed.includes("添加标准"));
  });

  await step("the types of the records and the strict JSON are there, and lead to the item too", async () => {
    await page.locator("#pv-data").click();
    await page.locator(".dv-text code[data-anchor=standard7]").click();
    assert.equal(await traced().getAttribute("data-key"), "standard7");
    assert.match(await page.locator(".dv-text").innerText(), /standard7\?: number;/);
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    await page.locator(".dv-text code").filter({ hasText: '"$schema"' }).waitFor();
    const shown = await page.locator(".dv-text").evaluate((element) => element.textContent ?? "");
    assert.deepEqual(JSON.parse(shown), JSON.parse(await storedText(page, id)));
    await assertAccessible(page);
  });

  await step("the checklist is of the month that was chosen", async () => {
    await page.locator("#pv-checklist").click();
    const month = page.locator(".pv-period b");
    const before = await month.innerText();
    await page.getByRole("button", { name: "下一个月" }).click();
    await page.locator(".cl-day").first().waitFor();
    assert.notEqual(await month.innerText(), before);
  });

  await step("figures are tried in the scorecard: state and points follow, and nothing of it is kept", async () => {
    await page.locator("#pv-scorecard").click();
    const line = page.locator("rw-preview [data-item=standard0]");
    assert.equal(await line.getAttribute("data-state"), "no-data");
    await line.getByRole("textbox").fill("95");
    await page.locator("rw-preview [data-item=standard0][data-state=met]").waitFor();
    await page.locator("rw-preview .pv-total").getByText("100.00").first().waitFor();
    await line.getByRole("textbox").fill("80");
    await page.locator("rw-preview [data-item=standard0][data-state=missed]").waitFor();
    await assertAccessible(page);
    await page.reload();
    await page.locator("#pv-scorecard").click();
    await page.locator("rw-preview [data-item=standard0][data-state=no-data]").waitFor();
  });
});
