import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, edit } from "../edit.ts";
import { inspect } from "../inspect.ts";
import type { JsonValue } from "../json.ts";
import { compiled, findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const short = supervisorWith(standard("spotCheck", "x-item", "weight"), 25);

function weights(text: string): (string | undefined)[] {
  return compiled(text).sections[2]?.items.map(({ weight }) => weight) ?? [];
}

test("weights that do not add up to 100 are found at their section, with the gap", () => {
  assert.deepEqual(findings(short), ['weights/sum at "standards"']);
  assert.deepEqual(inspect(short).diagnostics[0]?.params, {
    sum: "95",
    gap: "5",
    short: true,
    items: 4,
    parted: false,
    part: "",
  });
});

test("the remainder is distributed evenly, by edits of the weights alone", () => {
  const mended = fixed(short, "weights/even");
  assert.deepEqual(weights(mended), ["31.25", "21.25", "26.25", "21.25"]);
  assert.equal(mended.replaceAll(/"weight": [\d.]+/g, ""), supervisorText.replaceAll(/"weight": [\d.]+/g, ""));
  assert.deepEqual(findings(mended), []);
});

test("or every weight keeps its proportion", () => {
  const mended = fixed(short, "weights/proportional");
  assert.deepEqual(weights(mended), ["31.58", "21.05", "26.32", "21.05"]);
  assert.deepEqual(findings(mended), []);
});

test("a role without weights has nothing to add up", () => {
  assert.equal(
    findings(short.replaceAll(/"weight": \d+,/g, "")).some((found) => found.startsWith("weights")),
    false,
  );
});

const parted = partedRole(60, 40);

/** The supervisor with two scored sections that have weights. */
function partedRole(standards: number, conduct: number): string {
  const section = {
    title: "行为",
    type: "object",
    "x-section": { kind: "competencies", weight: conduct },
    properties: {
      manner: {
        title: "服务态度",
        type: "number",
        minimum: 0,
        "x-item": { every: "month", weight: 100, target: { minimum: 4 }, score: { kind: "pass" } },
      },
    },
  };
  const weighted = supervisorWith(["properties", "standards", "x-section", "weight"], standards);
  return changed(weighted, ["properties", "conduct"], section);
}

function changed(text: string, path: string[], value: JsonValue | undefined): string {
  const result = edit(text, path, value);
  assert.ok("edits" in result);
  return applyEdits(text, result.edits);
}

function weightFindings(text: string): string[] {
  return findings(text).filter((found) => found.startsWith("weights/"));
}

test("where sections have weights, those add up to 100, and the items within each section too", () => {
  assert.deepEqual(weightFindings(parted), []);
  assert.deepEqual(weightFindings(partedRole(60, 50)), ["weights/sum at 60"]);
  const within = changed(parted, ["properties", "conduct", "properties", "manner", "x-item", "weight"], 80);
  assert.deepEqual(weightFindings(within), ['weights/sum at "conduct"']);
});

test("the remainder of section weights is distributed like that of items", () => {
  const mended = fixed(partedRole(50, 30), "weights/even");
  assert.deepEqual(
    compiled(mended).sections.map(({ weight }) => weight),
    [undefined, undefined, "60", "40"],
  );
  assert.deepEqual(weightFindings(fixed(partedRole(50, 30), "weights/proportional")), []);
});

test("a scored section without a weight beside one that has is pointed out", () => {
  const text = changed(parted, ["properties", "conduct", "x-section", "weight"], undefined);
  assert.deepEqual(weightFindings(text), ["weights/sum at 60", 'weights/section at "conduct"']);
});
