import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator } from "@rolewright/locale";
import type { Page } from "playwright-core";
import { ask, invite, signInLinkOf } from "../support/api.ts";
import { openBrowser, openPage, signIn } from "../support/browser.ts";
import { lineOf } from "../support/cut-line.ts";
import { startTestServer } from "../support/start-server.ts";
import { journey } from "../support/steps.ts";
import { twoClients } from "../support/two-clients.ts";
import { caretAfterValue, editorLines, openRole, saved, storedText, templateId } from "../support/workspace.ts";

const { t: say } = await createTranslator("zh-CN");

test("in an outage both people go on writing, the page says how much waits, and then everything is there once", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "苏芮");
  const role = await templateId(owner, "客服主管");
  await Promise.all([openRole(owner, role), openRole(colleague, role)]);
  const before = await storedText(owner, role);
  await Promise.all([caretAfterValue(owner, before, "title"), caretAfterValue(colleague, before, "department")]);
  const step = journey(t);

  await server.without(async () => {
    await step("the page says that nothing is lost yet, and nobody is held up", async () => {
      await offline(owner, 0);
      assert.equal(await asksBeforeLeaving(owner), false);
    });

    await step("what is typed is counted, and leaving is asked about", async () => {
      await owner.keyboard.type("断网时");
      await offline(owner, 3);
      await colleague.keyboard.type("XYZ");
      await offline(colleague, 3);
      assert.equal(await asksBeforeLeaving(owner), true);
    });

    await step("one closes the window all the same", () => colleague.close());
  });

  await step("once the server is back the one who stayed need do nothing", async () => {
    await saved(owner);
    assert.equal(await asksBeforeLeaving(owner), false);
  });

  await step("the other opens the role again, and both have both, each once", async () => {
    const again = await colleague.context().newPage();
    await openRole(again, role);
    await editorLines(again).getByText("物业服务中心XYZ").waitFor();
    await saved(again);
    await editorLines(owner).getByText("物业服务中心XYZ").waitFor();
    const expected = before
      .replace('"title": "客服主管"', '"title": "客服主管断网时"')
      .replace('"department": "物业服务中心"', '"department": "物业服务中心XYZ"');
    assert.equal(await storedText(owner, role), expected);
  });
});

test("signing in again in another window sends what was typed meanwhile, without a reload", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "苏芮");
  const role = await templateId(owner, "客服主管");
  await openRole(colleague, role);
  await caretAfterValue(colleague, await storedText(owner, role), "title");
  await ask(colleague, "DELETE", "/session");
  await refused(colleague, "signed-out");
  await colleague.keyboard.type("abc");
  await colleague.setViewportSize({ width: 390, height: 844 });
  await colleague.locator(".save-line").getByText(say("server.collaboration.signed-out")).waitFor();
  await colleague.setViewportSize({ width: 1440, height: 900 });
  const other = await colleague.context().newPage();
  await signIn(other, server, await signInLinkOf(owner, "苏芮"));
  await saved(colleague);
  await editorLines(colleague).getByText("客服主管abc").waitFor();
  assert.match(await storedText(owner, role), /"title": "客服主管abc",/);
});

test("whose session ended, and who is led to sign in, is told that their words are kept; they arrive with the next visit", async (t) => {
  const server = await startTestServer(t);
  const { owner, colleague } = await twoClients(t, await openBrowser(t), server, "苏芮");
  const role = await templateId(owner, "客服主管");
  await openRole(colleague, role);
  await caretAfterValue(colleague, await storedText(owner, role), "title");
  await ask(colleague, "DELETE", "/session");
  await refused(colleague, "signed-out");
  await colleague.keyboard.type("abc");
  await colleague
    .getByRole("button", { name: say("web.workspace.history.title") })
    .first()
    .click();
  await colleague.getByText(say("web.signIn.ended")).waitFor();
  await signIn(colleague, server, await signInLinkOf(owner, "苏芮"));
  await openRole(colleague, role);
  await saved(colleague);
  assert.match(await storedText(owner, role), /"title": "客服主管abc",/);
});

test("whose right to write is taken while their words are on the way keeps them, is told, and they arrive when it is back", async (t) => {
  const server = await startTestServer(t);
  const browser = await openBrowser(t);
  const [owner, author] = [await openPage(t, browser, server), await openPage(t, browser, server)];
  await signIn(owner, server);
  const { link, id } = await invite(owner, "苏芮", "author");
  const line = await lineOf(author);
  await signIn(author, server, link);
  const role = await templateId(owner, "客服主管");
  await openRole(author, role);
  await caretAfterValue(author, await storedText(owner, role), "title");
  await saved(author);
  const step = journey(t);

  await step("cut off, the author types, and becomes a viewer meanwhile", async () => {
    await line.cut();
    await author.locator("[data-save=offline]").waitFor();
    await author.keyboard.type("abc");
    await ask(owner, "PATCH", `/members/${id}`, { role: "viewer" });
    line.mend();
  });

  await step("back on the line the page says that the words are not saved, and why", async () => {
    await refused(author, "read-only");
    await editorLines(author).getByText("客服主管abc").waitFor();
    assert.ok(!(await storedText(owner, role)).includes("abc"));
    assert.equal(await asksBeforeLeaving(author), true);
  });

  await step("as an author again they arrive by themselves", async () => {
    await ask(owner, "PATCH", `/members/${id}`, { role: "author" });
    await saved(author);
    assert.match(await storedText(owner, role), /"title": "客服主管abc",/);
  });
});

async function offline(page: Page, count: number): Promise<void> {
  await page.locator("[data-save=offline]").getByText(say("web.save.offline", { count })).waitFor();
}

async function refused(page: Page, reason: string): Promise<void> {
  const words = say("web.save.refused", { reason: say(`server.collaboration.${reason}`) });
  await page.locator("[data-save=refused]").getByText(words).waitFor({ timeout: 90_000 });
}

/** Whether the page would hold somebody up who closes the window now. */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
}
