import assert from "node:assert/strict";
import { test } from "node:test";
import type { PrintDocument, TableRow } from "@rolewright/exporters/document";
import { DocumentDeltas, documentOf, type SteadyDocument } from "./document-delta.ts";

test("documents come out of their deltas as they were, whatever is added, moved, taken out or said twice", () => {
  const deltas = new DocumentDeltas();
  let steady: SteadyDocument | undefined;
  for (const rows of [["甲", "乙", "丙"], ["丙", "甲", "丁"], [], ["甲", "甲"], ["甲", "甲", "乙"]]) {
    const document = documentWith(rows);
    // As it arrives from a worker.
    steady = documentOf(structuredClone(deltas.next(document)), steady);
    assert.deepEqual(steady.document, document);
  }
});

test("what says the same is the same object, wherever it stands, and is not sent again", () => {
  const deltas = new DocumentDeltas();
  const before = documentOf(deltas.next(documentWith(["甲", "乙", "丙"])), undefined);
  const delta = deltas.next(documentWith(["丙", "新", "甲"]));
  assert.deepEqual(delta.fresh, [{ number: "", text: "新" }, row("新")]);
  const after = documentOf(delta, before);
  const [one, two, three] = rowsOf(before);
  assert.deepEqual(
    rowsOf(after).map((each) => [one, two, three].indexOf(each)),
    [2, -1, 0],
  );
});

function documentWith(rows: readonly string[]): PrintDocument {
  const blocks: PrintDocument["blocks"] = [
    { kind: "heading", level: 1, number: "一", text: "职责" },
    { kind: "list", columns: 1, items: rows.map((text) => ({ number: "", text })) },
    { kind: "paragraph", text: "说明" },
    {
      kind: "table",
      caption: "标准",
      columns: [{ title: "标准", align: "start", width: "fill" }],
      rows: rows.map(row),
    },
  ];
  const header = { left: "", right: "" };
  const footer = { name: "", version: "", fingerprint: "", page: "" };
  return {
    kind: "role",
    language: "zh-CN",
    title: "主管",
    subtitle: "",
    type: "岗位说明书",
    header,
    facts: [],
    lead: "",
    blocks,
    footer,
  };
}

function row(text: string): TableRow {
  return { cells: [text], anchor: text };
}

function rowsOf({ document }: SteadyDocument): readonly TableRow[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
}
