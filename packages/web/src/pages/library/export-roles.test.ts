import assert from "node:assert/strict";
import { test } from "node:test";
import { freeName } from "./export-roles.ts";

test("a role's file is named by its title, without what some system forbids in names", () => {
  assert.equal(freeName("客服主管", "pdf", {}), "客服主管.pdf");
  assert.equal(freeName('主管/专员: "夜班"', "md", {}), "主管_专员_ _夜班_.md");
  assert.equal(freeName(" ", "md", {}), "role.md");
});

test("roles of one title get files of their own", () => {
  assert.equal(freeName("主管", "pdf", { "主管.pdf": 1, "主管 (2).pdf": 1 }), "主管 (3).pdf");
});
