import assert from "node:assert/strict";
import { test } from "node:test";
import { recordedRoutes } from "../test-support/recorded-routes.ts";
import { Client, signInAs, signInOwner, testServer } from "../test-support/test-server.ts";
import { type Action, may, permissions } from "./permissions.ts";

const roles = ["owner", "author", "manager", "member", "commenter", "viewer"] as const;

test("every route lets in exactly the roles of the table", async (t) => {
  const server = await testServer(t);
  const owner = await signInOwner(server);
  const clients = { owner, ...(await rolesBelow(owner)) };
  for (const { method, path, permission } of recordedRoutes()) {
    if (permission === "public" || permission === "session") continue;
    for (const role of roles) {
      const { status } = await clients[role].ask(method, path);
      const denied = status === 403;
      assert.equal(denied, !may(role, permission), `${role}: ${method} ${path} gives ${status}`);
      assert.notEqual(status, 500, `${role}: ${method} ${path}`);
    }
  }
});

test("every route but signing in and out asks for a session", async (t) => {
  const stranger = new Client((await testServer(t)).url);
  for (const { method, path, permission } of recordedRoutes()) {
    const { status } = await stranger.ask(method, path);
    assert.equal(status === 401, permission !== "public", `${method} ${path} gives ${status}`);
  }
});

test("every action of the table is asked for somewhere, and every role has some", () => {
  const asked = new Set<string>(recordedRoutes().map(({ permission }) => permission));
  // These two are asked inside routes: about what is published, and about whom.
  for (const inside of ["templates.publish", "people.all"]) asked.add(inside);
  assert.deepEqual([...asked].filter((name) => name in permissions).sort(), Object.keys(permissions).sort());
  for (const role of roles) assert.ok((Object.keys(permissions) as Action[]).some((action) => may(role, action)));
});

test("what changes something is refused from another site's page, even with the cookie", async (t) => {
  const owner = await signInOwner(await testServer(t));
  const foreign = new Client(owner.url, { ...owner.headers, origin: "https://elsewhere.example" });
  assert.equal((await foreign.ask("POST", "/holders", { name: "甲" })).status, 403);
  const own = new Client(owner.url, { ...owner.headers, origin: owner.url });
  assert.equal((await own.ask("POST", "/holders", { name: "甲" })).status, 201);
});

async function rolesBelow(owner: Client) {
  const [author, manager, member, commenter, viewer] = await Promise.all([
    signInAs(owner, "author"),
    signInAs(owner, "manager"),
    signInAs(owner, "member"),
    signInAs(owner, "commenter"),
    signInAs(owner, "viewer"),
  ]);
  return { author, manager, member, commenter, viewer };
}
