import type { TestContext } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openPage, signIn } from "./browser.ts";
import type { TestServer } from "./start-server.ts";

/** Two people signed in, each in a browser context of their own. */
export interface TwoClients {
  readonly owner: Page;
  readonly colleague: Page;
}

/** Signs in the owner, invites a colleague who may write roles, and signs the colleague in by the link made for it. */
export async function twoClients(
  t: Pick<TestContext, "after">,
  browser: Browser,
  server: TestServer,
  colleagueName: string,
): Promise<TwoClients> {
  const [owner, colleague] = await Promise.all([openPage(t, browser, server), openPage(t, browser, server)]);
  await signIn(owner, server);
  await signIn(colleague, server, await invite(owner, colleagueName));
  return { owner, colleague };
}

/** Uses the owner's session through the API, as the people page does. */
async function invite(owner: Page, name: string): Promise<string> {
  const api = `${new URL(owner.url()).origin}/api/v1`;
  const headers = { origin: new URL(owner.url()).origin };
  const data = { name, email: "colleague@example.org", role: "author" };
  const member = await (await owner.request.post(`${api}/members`, { data, headers })).json();
  const link = await owner.request.post(`${api}/members/${member.id}/sign-in-link`, { headers });
  return (await link.json()).url;
}
