import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import type { Member, SignInLink } from "../protocol.ts";
import { type Client, signInOwner, testServer } from "../test-support/test-server.ts";
import { linkAddress } from "./sign-in-links.ts";

test("an invitation leads by the address its maker came by, where the server knows only its own computer", () => {
  assert.equal(linkAddress("http://127.0.0.1:8080", "http://192.168.1.20:8080"), "http://192.168.1.20:8080");
  assert.equal(linkAddress("http://127.0.0.1:8080", "http://localhost:8080"), "http://127.0.0.1:8080");
  assert.equal(linkAddress("https://roles.example.com", "http://10.0.0.5:8080"), "https://roles.example.com");
});

test("a colleague in the same network can open the link the owner makes", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const colleague = { name: "乙", email: "b@example.com", role: "author" };
  const { id } = await owner.post<Member>("/members", colleague);
  const { url } = await linkFor(owner, id, "rolewright.office:8080");
  assert.match(url, /^http:\/\/rolewright\.office:8080\/sign-in#token=/);
});

/** `fetch` sets the header `host` by itself. */
function linkFor(owner: Client, member: string, host: string): Promise<SignInLink> {
  return new Promise((resolve, reject) => {
    const headers = { ...owner.headers, host };
    const call = request(`${owner.url}/api/v1/members/${member}/sign-in-link`, { method: "POST", headers });
    call.on("response", async (answer) => resolve(JSON.parse(Buffer.concat(await answer.toArray()).toString())));
    call.on("error", reject).end();
  });
}
