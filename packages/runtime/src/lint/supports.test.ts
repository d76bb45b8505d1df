import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import { findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const path = standard("spotCheck", "x-item", "supports");

test("a duty that does not exist is found, and the nearest one is offered", () => {
  const text = supervisorWith(path, ["complaint"]);
  assert.deepEqual(findings(text), ['supports/unknown-duty at "complaint"']);
  assert.equal(fixed(text, "supports/unknown-duty"), supervisorText);
});

test("it can also be removed", () => {
  const text = supervisorWith(path, ["complaints", "nothingLikeIt"]);
  assert.equal(fixed(text, "supports/remove"), supervisorText);
});

test("another standard is no duty", () => {
  assert.deepEqual(findings(supervisorWith(path, ["stockTake"])), ['supports/unknown-duty at "stockTake"']);
});

test("each of a thousand unknown duties is found, the first of them with fixes", () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `complaint${index}`);
  const found = inspect(supervisorWith(path, keys)).diagnostics.filter(({ code }) => code === "supports/unknown-duty");
  assert.equal(found.length, 1000);
  assert.equal(found.filter(({ fixes }) => fixes.length === 2).length, 50);
  assert.equal(found.filter(({ fixes }) => fixes.length === 0).length, 950);
});
