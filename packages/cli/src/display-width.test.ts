import assert from "node:assert/strict";
import { test } from "node:test";
import { displayWidth } from "./display-width.ts";

test("Chinese characters and full-width forms take two columns, Latin ones one", () => {
  assert.equal(displayWidth("客服KPI（月）"), 4 + 3 + 6);
});

test("characters outside the basic plane count once, combining marks not at all", () => {
  assert.equal(displayWidth("𠮷"), 2);
  assert.equal(displayWidth("e\u0301"), 1);
});
