import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "@rolewright/runtime";
import { typeParts } from "./type-parts.ts";

const text = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/night-shift", "title": "夜班", "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "rate": {
        "title": "抽查比例", "type": "object",
        "properties": { "checked": { "title": "抽查", "type": "integer" }, "note": { "type": "string" } },
        "required": ["checked"],
        "x-item": { "every": "month", "unit": "%", "measure": { "kind": "ratio", "of": "checked", "to": "checked" } }
      },
      "grade": { "title": "等级", "enum": ["A", "B"], "x-item": { "every": "month" } },
      "done": { "title": "完成", "type": "boolean" }
    } }
  }
}`;

test("each item is one optional property under its title, in its own part", () => {
  const { role } = inspect(text);
  assert.ok(role);
  const parts = typeParts(role);
  assert.deepEqual(
    parts.map(({ anchor }) => anchor),
    [undefined, "rate", "grade", "done", undefined],
  );
  assert.equal(
    parts.map((part) => part.text).join("\n"),
    `/** 夜班 — https://example.com/roles/night-shift */
export interface NightShiftRecord {
  /** 1.1 抽查比例 (%) */
  rate?: {
    /** 抽查 */
    checked: number;
    /** note */
    note?: string;
  };
  /** 1.2 等级 */
  grade?: "A" | "B";
  /** 1.3 完成 */
  done?: boolean;
}`,
  );
});
