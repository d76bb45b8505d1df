import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Asks the API with the page's own session; the answer's body. */
export async function ask<Body>(page: Page, method: string, path: string, data?: unknown): Promise<Body> {
  const { origin } = new URL(page.url());
  const options = { method, headers: { origin }, ...(data === undefined ? {} : { data }) };
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, options);
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as Body;
}

/** Makes a member; answers the link that signs them in. */
export async function invite(owner: Page, name: string, role: string): Promise<{ id: string; link: string }> {
  const email = `${role}-${name.codePointAt(0)}@example.org`;
  const { id } = await ask<{ id: string }>(owner, "POST", "/members", { name, email, role });
  const { url } = await ask<{ url: string }>(owner, "POST", `/members/${id}/sign-in-link`);
  return { id, link: url };
}

/** A fresh link that signs a member in. */
export async function signInLinkOf(owner: Page, name: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; name: string }[] }>(owner, "GET", "/members");
  const member = items.find((each) => each.name === name);
  const { url } = await ask<{ url: string }>(owner, "POST", `/members/${member?.id}/sign-in-link`);
  return url;
}
