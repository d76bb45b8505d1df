import assert from "node:assert/strict";
import { test } from "node:test";
import { matchPath } from "./router.ts";

test("a path gives the named parts of its pattern, decoded", () => {
  assert.deepEqual(matchPath("/roles/:id", "/roles/a%2Fb"), { id: "a/b" });
  assert.deepEqual(matchPath("/", "/"), {});
});

test("a slash at the end makes no difference, more or fewer parts do", () => {
  assert.deepEqual(matchPath("/people", "/people/"), {});
  assert.equal(matchPath("/roles/:id", "/roles"), undefined);
  assert.equal(matchPath("/roles/:id", "/roles/a/b"), undefined);
});

test("a broken escape is taken as it stands instead of throwing", () => {
  assert.deepEqual(matchPath("/roles/:id", "/roles/%E0%A4"), { id: "%E0%A4" });
});
