import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "./diagnose.ts";
import type { Severity } from "./diagnostic.ts";
import { inspect } from "./inspect.ts";
import { quality } from "./quality.ts";
import { compiled, standard, supervisorText, supervisorWith } from "./testing/template-text.ts";

const vague = supervisorWith(["properties", "duties", "properties", "complaints", "title"], "及时检查日常投诉。");

function found(text: string, severities: Readonly<Record<string, Severity | "off">>) {
  return inspect(text, undefined, { severities }).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

test("severities are set by code or by area, and a code goes before its area", () => {
  assert.deepEqual(found(vague, {}), ["info wording/vague"]);
  assert.deepEqual(found(vague, { "wording/vague": "error" }), ["error wording/vague"]);
  assert.deepEqual(found(vague, { wording: "off" }), []);
  assert.deepEqual(found(vague, { wording: "off", "wording/vague": "warning" }), ["warning wording/vague"]);
});

test("what could not be calculated keeps its severity", () => {
  const broken = supervisorWith(standard("spotCheck", "x-item", "measure", "of"), "cheked");
  assert.deepEqual(found(broken, { measure: "off", "measure/unknown-input": "off" }), ["error measure/unknown-input"]);
});

test("names of JavaScript's own objects are no severities", () => {
  assert.deepEqual(found(vague, JSON.parse('{ "__proto__": { "wording": "off" } }')), ["info wording/vague"]);
});

test("without its text a role has the same findings, at its items", () => {
  const [finding] = diagnose(compiled(vague));
  assert.equal(finding?.code, "wording/vague");
  assert.deepEqual(finding?.fixes, []);
});

test("a role without findings has full quality and nothing to say", () => {
  assert.deepEqual(quality(compiled(supervisorText), []), { score: 100, reasons: [] });
});

test("quality loses points by severity and by the share of items, each traceable to its findings", () => {
  const one = inspect(vague).diagnostics;
  const { score, reasons } = quality(compiled(vague), one);
  assert.equal(score, 99);
  assert.deepEqual(reasons, [{ code: "wording/vague", severity: "info", points: 1, findings: one }]);
  const untargeted = supervisorWith(standard("weeklyMeeting", "x-item", "target"), undefined);
  assert.equal(quality(compiled(untargeted), inspect(untargeted).diagnostics).score < 99, true);
});

test("the same mistake everywhere costs its most, and never below nothing", () => {
  const role = compiled(supervisorText);
  const items = role.sections.flatMap((section) => section.items);
  const everywhere = (code: string) =>
    items.map(({ source }) => ({
      code,
      severity: "error" as const,
      path: source.path,
      range: source.range,
      params: {},
      fixes: [],
    }));
  assert.equal(quality(role, everywhere("a/b")).score, 60);
  assert.equal(quality(role, ["a/b", "a/c", "a/d"].flatMap(everywhere)).score, 0);
});
