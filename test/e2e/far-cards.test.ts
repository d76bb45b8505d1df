import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { pdfText } from "../support/pdf-text.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { figure, roleTemplate, templateText } from "../support/templates.ts";

const count = 200;
const standards = Object.fromEntries(
  Array.from({ length: count }, (_, index) => [
    `standard${index}`,
    figure(`第 ${index + 1} 项标准`, { unit: "%", target: { minimum: 90 }, due: { day: 5, inclusive: true } }),
  ]),
);

test("of two hundred items those far from what is seen are read out, printed and reached like the others", async (t) => {
  const server = await startTestServer(t);
  const page = await openPage(t, await openBrowser(t), server);
  const step = journey(t);
  await page.addInitScript(() => localStorage.setItem("rolewright.workspace.view", "design"));
  await signIn(page, server);
  const { origin } = new URL(page.url());
  const text = templateText(roleTemplate(standards, { $id: "https://example.com/roles/far", title: "长岗位" }));
  const made = await page.request.post(`${origin}/api/v1/templates`, { data: { text }, headers: { origin } });
  const { id } = await made.json();
  await page.goto(`/roles/${id}`);
  await page.locator("rw-paper").getByText(`第 ${count} 项标准`).waitFor({ state: "attached" });
  await page.locator("rw-designer").getByText(`第 ${count} 项标准`).waitFor({ state: "attached" });

  await step(
    "a screen reader gets every item with what it says, in the cards, the outline and the document",
    async () => {
      for (const pane of ["rw-designer", "rw-outline", "rw-paper"]) {
        const names = (await axNames(page, pane)).join("\n");
        for (const number of [1, 150, count]) assert.ok(names.includes(`第 ${number} 项标准`), `${pane}: ${number}`);
      }
      const heard = await axNames(page, `rw-item-card:has([data-key=standard${count - 1}])`);
      assert.match(heard.join(" "), /不低于 90 %.*5 日（含）/s);
    },
  );

  await step("a click far down in the document opens the card, which is in sight", async () => {
    const key = `standard${count - 4}`;
    await page.locator(`rw-paper [data-anchor=${key}]`).click();
    await page.locator(`.dz-card[data-key=${key}] .dz-title textarea`).waitFor();
    await page.waitForFunction((card) => {
      const box = document.querySelector(`.dz-card[data-key=${card}]`)?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight + 1;
    }, key);
  });

  await step("the keyboard walks and chooses through cards that were never in sight", async () => {
    await page.locator("rw-outline [data-key=standard60]").click();
    await page.locator(".dz-card[data-key=standard60]").focus();
    for (let down = 0; down < 12; down += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.locator(".dz-card[data-key=standard72] .dz-tick").waitFor();
    assert.equal(await page.locator("rw-item-card[chosen]").count(), 13);
    await page.keyboard.press("Escape");
  });

  await step("the printed document has every item", async () => {
    const printed = await pdfText(await page.pdf({ format: "A4" }));
    for (let number = 1; number <= count; number += 1) assert.ok(printed.includes(`第${number}项标准`), String(number));
  });
});

/** What the browser tells assistive technology of an element and all in it. */
async function axNames(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { nodes } = await session.send("Accessibility.queryAXTree", { nodeId });
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ""));
}
