import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "./table.ts";

test("columns stay aligned when Chinese and Latin texts are mixed", () => {
  const text = table(
    [{ title: "编号" }, { title: "标准" }, { title: "权重", align: "end" }],
    [
      ["3.4", "部门例会", "20"],
      ["3.10", "KPI", "5"],
    ],
  );
  assert.equal(
    text,
    ["编号  标准      权重", "────  ────────  ────", "3.4   部门例会    20", "3.10  KPI          5"].join("\n"),
  );
});

test("a missing cell is an empty one", () => {
  assert.equal(
    table([{ title: "a" }, { title: "b" }], [["1"]])
      .split("\n")
      .at(-1),
    "1",
  );
});
