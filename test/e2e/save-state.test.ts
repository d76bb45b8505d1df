import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator } from "@rolewright/locale";
import type { Page } from "playwright-core";
import { defaultLimits } from "../../packages/server/src/collaboration/limits.ts";
import type { UpdateRow } from "../../packages/server/src/storage/storage.ts";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { twoClients } from "../support/two-clients.ts";
import { caretAfterValue, editorLines, openRole, saved, storedText, templateId } from "../support/workspace.ts";

const { t: say } = await createTranslator("zh-CN");

test("the page says whether the words are saved, or refused and why", async (t) => {
  const limits = { ...defaultLimits };
  const server = await startTestServer(t, { limits });
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const role = await templateId(page, "客服主管");
  await openRole(page, role);
  const before = await storedText(page, role);
  const step = journey(t);

  await step("what is on the server's disk is said to be saved, and nobody is held up", async () => {
    await caretAfterValue(page, before, "title");
    await page.keyboard.type("abc");
    await saved(page);
    assert.equal(await asksBeforeLeaving(page), false);
  });

  await step("a text that grows too large is refused, with the reason, and stays in the editor", async () => {
    Object.assign(limits, { textLength: before.length + 5 });
    await page.keyboard.type("1234");
    await refusal(page, "document-too-large");
    await editorLines(page).getByText("客服主管abc1234").waitFor();
    assert.ok(!(await storedText(page, role)).includes("1234"));
  });

  await step("once it is small again everything is saved", async () => {
    for (const _ of "34") await page.keyboard.press("Backspace");
    await saved(page);
    assert.match(await storedText(page, role), /"title": "客服主管abc12",/);
  });
});

test("when the disk fails the page says so, and what was typed arrives when it works again", async (t) => {
  let broken = false;
  const server = await startTestServer(t, {
    storage: (real) => {
      const { log } = real;
      const append = (row: UpdateRow) => (broken ? Promise.reject(new Error("disk full")) : log.append(row));
      return { ...real, log: new Proxy(log, { get: (of, key) => (key === "append" ? append : bound(of, key)) }) };
    },
  });
  const page = await openPage(t, await openBrowser(t), server);
  await signIn(page, server);
  const role = await templateId(page, "客服主管");
  await openRole(page, role);
  await caretAfterValue(page, await storedText(page, role), "title");
  broken = true;
  await page.keyboard.type("一二三");
  await refusal(page, "not-saved");
  assert.equal(await asksBeforeLeaving(page), true);
  broken = false;
  await saved(page);
  assert.match(await storedText(page, role), /"title": "客服主管一二三",/);
});

test("a role taken away locks the page at once; a session that ended loses no words", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "苏芮");
  const role = await templateId(owner, "客服主管");
  await openRole(colleague, role);
  const members = await (await owner.request.get(api(owner, "/members"))).json();
  const { id } = members.items.find(({ name }: { name: string }) => name === "苏芮");
  const become = (change: string) => owner.request.patch(api(owner, `/members/${id}`), { data: { role: change } });
  const step = journey(t);

  await step("as a viewer the colleague cannot type any more, and as an author again", async () => {
    await become("viewer");
    await locked(colleague, true);
    await become("author");
    await locked(colleague, false);
  });

  await step("signed out elsewhere, the page keeps what is typed and says why it is not saved", async () => {
    await caretAfterValue(colleague, await storedText(owner, role), "title");
    await colleague.request.delete(api(colleague, "/session"));
    await refusal(colleague, "signed-out");
    await colleague.keyboard.type("xyz");
    assert.ok(!(await storedText(owner, role)).includes("xyz"));
  });

  await step("somebody else who signs in in the same browser neither sees nor sends it", async () => {
    const other = await colleague.context().newPage();
    await signIn(other, server);
    await refusal(colleague, "other-person");
    await openRole(other, role);
    await saved(other);
    assert.ok(!(await editorLines(other).innerText()).includes("xyz"));
    assert.ok(!(await storedText(owner, role)).includes("xyz"));
    await other.close({ runBeforeUnload: false });
  });

  await step("when its author is back and opens the role, it arrives", async () => {
    const link = await owner.request.post(api(owner, `/members/${id}/sign-in-link`));
    colleague.on("dialog", (dialog) => void dialog.accept());
    await signIn(colleague, server, (await link.json()).url);
    await openRole(colleague, role);
    await saved(colleague);
    await editorLines(colleague).getByText("客服主管xyz").waitFor();
    assert.match(await storedText(owner, role), /"title": "客服主管xyz",/);
  });
});

function bound<Of extends object>(of: Of, key: string | symbol): unknown {
  const value: unknown = Reflect.get(of, key);
  return typeof value === "function" ? value.bind(of) : value;
}

async function refusal(page: Page, reason: string): Promise<void> {
  const words = say("web.save.refused", { reason: say(`server.collaboration.${reason}`) });
  await page.locator("[data-save=refused]").getByText(words).waitFor({ timeout: 90_000 });
}

/** Waits until the text can, or cannot, be changed. */
async function locked(page: Page, expected: boolean): Promise<void> {
  const editor = page.locator("rw-code-editor").first();
  const isLocked = () => editor.evaluate((element) => (element as unknown as { readonly: boolean }).readonly);
  while ((await isLocked()) !== expected) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** Whether the page would hold somebody up who closes the window now. */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
}

function api(page: Page, path: string): string {
  return `${new URL(page.url()).origin}/api/v1${path}`;
}
