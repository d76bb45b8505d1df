import assert from "node:assert/strict";
import { test } from "node:test";
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
