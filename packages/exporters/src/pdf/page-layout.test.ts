import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block } from "../document/print-document.ts";
import { sampleDocument } from "../document/sample-document.ts";
import { pageLayout } from "./page-layout.ts";

const title: Block = { kind: "heading", level: 1, number: "", text: "标题" };
const facts = (count: number): Block => ({
  kind: "facts",
  facts: Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: "值" })),
});
const lines: Block = { kind: "organisation", role: "主管", subordinates: [], notes: [], alt: "主管" };
const paragraph: Block = { kind: "paragraph", text: "段" };

test("facts and the reporting lines after them stand side by side", () => {
  assert.deepEqual(rows([title, facts(4), title, lines, title, paragraph]), ["pair", "flow"]);
});

test("many facts, or facts with more below them, keep the full width", () => {
  assert.deepEqual(rows([title, facts(13), title, lines]), ["flow", "flow"]);
  assert.deepEqual(rows([title, facts(4), paragraph, title, lines]), ["flow", "flow"]);
});

test("signatures stay whole with their heading", () => {
  assert.deepEqual(rows([title, paragraph, title, { kind: "signatures", slots: [], dateLabel: "日期" }]), [
    "flow",
    "whole",
  ]);
});

test("no block is lost and none changes its place", () => {
  const document = sampleDocument(3);
  const laid = pageLayout(document).rows.flatMap((row) =>
    row.kind === "pair" ? [...row.left, ...row.right] : row.blocks,
  );
  assert.deepEqual(laid, document.blocks);
});

test("language and region come apart, and the name joins title, type and version", () => {
  const { lang, region, name } = pageLayout(sampleDocument());
  assert.deepEqual({ lang, region, name }, { lang: "zh", region: "CN", name: "客服主管 岗位说明书 v3" });
  assert.equal(pageLayout(sampleDocument(1, { language: "en" })).region, null);
});

function rows(blocks: readonly Block[]): string[] {
  return pageLayout(sampleDocument(1, { blocks })).rows.map(({ kind }) => kind);
}
