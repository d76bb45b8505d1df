import assert from "node:assert/strict";
import { test } from "node:test";
import type { Qualification } from "../generated/import-result.ts";
import { draftQualification } from "./draft-qualification.ts";

const schema = (text: string, found: Omit<Qualification, "text" | "spans" | "confidence" | "need">) =>
  draftQualification({ text, need: "required", spans: [], confidence: 1, ...found }, (word) => word).schema;

test("a level of education is a choice whose target runs from the level upward", () => {
  assert.deepEqual(schema("本科以上", { kind: "education", level: "bachelor" }), {
    title: "本科以上",
    type: "string",
    enum: ["associate", "bachelor", "master", "doctorate"],
    "x-item": { need: "required", target: { enum: ["bachelor", "master", "doctorate"] } },
  });
});

test("years of experience are a figure in years, with both ends of a range", () => {
  assert.deepEqual(schema("3至5年经验", { kind: "experience", years: 3, yearsTo: 5 }), {
    title: "3至5年经验",
    type: "number",
    minimum: 0,
    "x-item": { need: "required", unit: "years", target: { minimum: 3, maximum: 5 } },
  });
});

test("age stands in words and is not enforced", () => {
  assert.deepEqual(schema("35岁以下", { kind: "age", yearsTo: 35 }), {
    title: "age",
    description: "35岁以下",
    type: "boolean",
    "x-item": { need: "required" },
  });
});
