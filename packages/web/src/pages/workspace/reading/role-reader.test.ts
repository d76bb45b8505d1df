import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToReader } from "./protocol.ts";
import { RoleReader } from "./role-reader.ts";

const child = (title: string) => `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/child", "title": "${title}", "type": "object",
  "x-extends": "https://example.com/roles/parent@1", "x-role": { "language": "zh-CN" }
}`;
const parent = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/parent", "title": "上级", "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "standards": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "one": { "title": "第一项", "type": "number", "x-item": { "every": "month" } }
    } }
  }
}`;
const texts = [{ reference: "https://example.com/roles/parent@1", text: parent }];
const settings = { tag: "zh-CN", severities: { "standard/no-target": "error" } } as const;

function answers(reader: RoleReader, text: string, known: ToReader & { readonly kind: "texts" }) {
  reader.take({ kind: "open", number: 1, text, settings, texts: [], view: undefined });
  const first = reader.answer();
  reader.take(known);
  return [first, reader.answer()];
}

test("a text that was read ahead gets the answers it would get without", () => {
  const known = { kind: "texts", number: 2, texts } as const;
  for (const [ahead, opened] of [
    [parent, parent],
    [parent, parent.replace("第一项", "第二项")],
    [child("一"), child("一")],
    [parent, child("一")],
    ["{", parent],
  ] as const) {
    const reader = new RoleReader();
    reader.readAhead(ahead);
    assert.deepEqual(answers(reader, opened, known), answers(new RoleReader(), opened, known));
  }
});
