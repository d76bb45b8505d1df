import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApiToken, Member, NewApiTokenSecret, Problem, Session, SignInLink } from "../protocol.ts";
import {
  Client,
  everythingKept,
  signInAs,
  signInBy,
  signInOwner,
  temporaryFolder,
  testServer,
} from "../test-support/test-server.ts";

test("a sign-in link works once", async (t) => {
  const server = await testServer(t);
  const link = await server.signInLink();
  const owner = await signInBy(server.url, link);
  assert.equal((await owner.get<Session>("/session")).member.role, "owner");
  const token = new URL(link).hash.slice("#token=".length);
  const again = await new Client(server.url).ask<Problem>("POST", "/session", { token });
  assert.deepEqual([again.status, again.body.code], [401, "link-not-valid"]);
});

test("two who use one link at the same moment do not both get in", async (t) => {
  const server = await testServer(t);
  const token = new URL(await server.signInLink()).hash.slice("#token=".length);
  const stranger = new Client(server.url);
  const answers = await Promise.all([1, 2, 3].map(() => stranger.ask("POST", "/session", { token })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 401, 401]);
});

test("the owner's link ends after a day, an invitation after seven", async (t) => {
  let now = new Date("2026-11-23T08:00:00Z");
  const server = await testServer(t, { clock: () => now });
  const owner = await signInOwner(server);
  const unused = await server.signInLink();
  const person = { name: "小李", email: "li@example.com", role: "author" };
  const member = await owner.post<Member>("/members", person);
  const invitation = await owner.post<SignInLink>(`/members/${member.id}/sign-in-link`);
  assert.equal(invitation.expiresAt, "2026-11-30T08:00:00.000Z");
  now = new Date("2026-11-24T08:00:01Z");
  await assert.rejects(signInBy(server.url, unused));
  const invited = await signInBy(server.url, invitation.url);
  assert.equal((await invited.get<Session>("/session")).member.name, "小李");
});

test("a session ends thirty days after its last use, not after its beginning", async (t) => {
  let now = new Date("2026-11-01T00:00:00Z");
  const server = await testServer(t, { clock: () => now });
  const owner = await signInOwner(server);
  now = new Date("2026-11-25T00:00:00Z");
  await owner.get("/session");
  now = new Date("2026-12-20T00:00:00Z");
  await owner.get("/session");
  now = new Date("2027-01-20T00:00:01Z");
  assert.equal((await owner.ask("GET", "/session")).status, 401);
});

test("signing out ends the session, not only the cookie", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  assert.equal((await owner.ask("DELETE", "/session")).status, 204);
  assert.equal((await owner.ask("GET", "/session")).status, 401);
});

test("the session cookie is kept from scripts and other sites, and is secure behind HTTPS", async (t) => {
  const server = await testServer(t);
  const signIn = async (headers: Record<string, string>) => {
    const token = new URL(await server.signInLink()).hash.slice("#token=".length);
    const answer = await new Client(server.url, headers).ask("POST", "/session", { token });
    return answer.headers.get("set-cookie") ?? "";
  };
  assert.match(await signIn({}), /; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.match(await signIn({ "x-forwarded-proto": "https" }), /; HttpOnly; Secure; SameSite=Lax$/);
});

test("an API token acts as its member until it is deleted", async (t) => {
  const server = await testServer(t);
  const author = await signInAs(await signInOwner(server), "author");
  const { token, secret } = await author.post<NewApiTokenSecret>("/tokens", { name: "sync" });
  const program = new Client(server.url, { authorization: `Bearer ${secret}` });
  assert.match(secret, /^rw_/);
  assert.equal((await program.get<Session>("/session")).member.name, "author");
  const listed = await author.get<{ items: ApiToken[] }>("/tokens");
  assert.equal(typeof listed.items[0]?.lastUsedAt, "string");
  assert.equal((await author.ask("DELETE", `/tokens/${token.id}`)).status, 204);
  assert.equal((await program.ask("GET", "/session")).status, 401);
});

test("no secret stands in the database", async (t) => {
  const dataFolder = temporaryFolder(t);
  const server = await testServer(t, { dataFolder });
  const link = await server.signInLink();
  const owner = await signInOwner(server);
  const { secret } = await owner.post<NewApiTokenSecret>("/tokens", { name: "sync" });
  await server.close();
  const bytes = await everythingKept(dataFolder);
  for (const shared of [link, owner.headers.cookie ?? "", secret]) {
    const part = shared.slice(shared.lastIndexOf(".") + 1);
    assert.equal(part.length, 43);
    assert.ok(!bytes.includes(part));
  }
});

test("guessing sign-in links is slowed down", async (t) => {
  const server = await testServer(t);
  const stranger = new Client(server.url);
  const guesses = Array.from({ length: 31 }, () => stranger.ask<Problem>("POST", "/session", { token: "main.no" }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 429).length, 1);
});

test("the last owner cannot be made anything else", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const { member } = await owner.get<Session>("/session");
  const answer = await owner.ask<Problem>("PATCH", `/members/${member.id}`, { role: "viewer" });
  assert.deepEqual([answer.status, answer.body.code], [409, "last-owner"]);
  const renamed = await owner.ask<Member>("PATCH", `/members/${member.id}`, { name: "王芳" });
  assert.equal(renamed.body.name, "王芳");
});

test("an address has one account", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const person = { name: "甲", email: "Same@example.com", role: "viewer" };
  await owner.post("/members", person);
  const second = await owner.ask<Problem>("POST", "/members", { ...person, email: "same@EXAMPLE.com" });
  assert.deepEqual([second.status, second.body.code], [409, "email-taken"]);
});
