import assert from "node:assert/strict";
import { test } from "node:test";
import { localize } from "./localize.ts";
import { compiled, supervisorText } from "./testing/template-text.ts";

const role = compiled(supervisorText);

test("translated texts take the place of those written, at every level", () => {
  const english = localize(role, "en");
  assert.equal(english.title, "Customer service supervisor");
  assert.equal(english.identity.department, "Service centre");
  assert.equal(english.identity.reportsTo?.title, "Service centre manager");
  assert.deepEqual(english.identity.reportsTo?.authority, ["asks", "reports"]);
  assert.equal(english.sections[2]?.items[2]?.observation.fields[0]?.title, "Checked");
});

test("the values of a choice stay and get labels", () => {
  const education = localize(role, "en").sections[0]?.items[0];
  assert.deepEqual(education?.target?.accepted, ["专科", "本科"]);
  assert.deepEqual(education?.observation.labels, { 高中: "Secondary school", 专科: "College", 本科: "Bachelor" });
});

test("what has no translation stays as written, and a language nobody translated to changes nothing", () => {
  assert.equal(localize(role, "en").sections[2]?.items[2]?.title, "投诉、报事抽查比例");
  assert.deepEqual(localize(role, "fr"), role);
});

test("a region falls back to its language", () => {
  assert.equal(localize(role, "en-GB").title, "Customer service supervisor");
});
