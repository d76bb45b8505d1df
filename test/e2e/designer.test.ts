import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible, openBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { twoClients } from "../support/two-clients.ts";
import { caretAfterValue, editorLines, openRole, saved, storedText, templateId } from "../support/workspace.ts";

test("one person works in the designer while another types in the code of the same role", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "陈屿");
  const role = await templateId(owner, "客服主管");
  await Promise.all([openRole(owner, role), openRole(colleague, role)]);
  const start = await storedText(owner, role);
  const step = journey(t);

  await step("a target changed in a card is one token in the text, and the other's preview says so", async () => {
    await card(owner, "spotCheck").click();
    const target = open(owner).getByLabel("目标下限");
    await target.fill("6");
    await target.press("Enter");
    await saved(owner);
    const line = '"target": { "minimum": 5 },';
    assert.equal(
      await storedText(owner, role),
      replacedAt(start, start.indexOf(line, start.indexOf('"spotCheck"')), line),
    );
    await card(colleague, "spotCheck").getByText("不低于 6 %").waitFor();
  });

  await step("the field one is in is held for the other, by name", async () => {
    await card(colleague, "spotCheck").locator(".dz-flag").waitFor();
    await card(colleague, "spotCheck").click();
    const target = open(colleague).getByLabel("目标下限");
    await open(owner).getByLabel("目标下限").focus();
    await open(owner).getByLabel("目标下限").pressSequentially("1");
    await open(colleague).locator('[data-field="x-item/target"].locked').waitFor();
    assert.equal(await target.getAttribute("readonly"), "");
    await owner.keyboard.press("Escape");
    await owner.keyboard.press("Escape");
    await open(colleague).locator('[data-field="x-item/target"]:not(.locked)').waitFor();
  });

  await step("a duty is dragged while the colleague types Chinese: both arrive, and the text is whole", async () => {
    await caretAfterValue(colleague, await storedText(colleague, role), "department");
    const moved = card(owner, "payments");
    await moved.scrollIntoViewIfNeeded();
    const typed = colleague.keyboard.insertText("（城东）");
    await Promise.all([
      typed,
      moved.locator(".dz-grip").dragTo(card(owner, "budget"), { targetPosition: { x: 80, y: 4 } }),
    ]);
    await Promise.all([saved(owner), saved(colleague)]);
    await editorLines(owner).page().locator("rw-preview").getByText("物业服务中心（城东）").first().waitFor();
    const text = await storedText(owner, role);
    assert.ok(text.indexOf('"payments"') < text.indexOf('"budget"'), "the duty stands in front");
    assert.deepEqual(
      text.replace("（城东）", "").replace('"minimum": 6', '"minimum": 5').split("\n").toSorted(),
      start.split("\n").toSorted(),
    );
    await colleague.locator(".dz-card[data-key=payments]", { hasText: "2.3" }).waitFor();
  });

  await step("undo takes back one's own steps, in the designer's and the code's order, and no one else's", async () => {
    await card(owner, "payments").focus();
    await owner.keyboard.press("Control+z");
    await owner.keyboard.press("Control+z");
    await saved(owner);
    const text = await storedText(owner, role);
    assert.equal(text.replace("（城东）", ""), start);
    assert.ok(text.includes("（城东）"));
  });

  await step("a text that does not parse locks the cards and leads to its line", async () => {
    await caretAfterValue(colleague, await storedText(colleague, role), "department");
    await colleague.keyboard.press("End");
    await colleague.keyboard.type("{", { delay: 5 });
    await owner.getByText(/代码第 \d+ 行有误，改正后/).waitFor();
    assert.equal(await owner.locator(".dz-add").count(), 0);
    await colleague.keyboard.press("Control+z");
    await owner.locator(".dz-add").first().waitFor();
  });

  await step("the open card is accessible in both themes", async () => {
    await card(owner, "collection").click();
    await assertAccessible(owner);
  });
});

function card(page: Page, key: string) {
  return page.locator(`.dz-card[data-key=${key}]`);
}

function open(page: Page) {
  return page.locator("rw-item-card[selected]");
}

function replacedAt(text: string, at: number, line: string): string {
  return text.slice(0, at) + line.replace("5", "6") + text.slice(at + line.length);
}
