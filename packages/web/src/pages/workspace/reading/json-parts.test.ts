import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonParts } from "./json-parts.ts";

const template = {
  title: "岗位",
  "x-role": { contacts: { internal: { deep: { deeper: 1 } } } },
  properties: {
    standards: {
      title: "标准",
      properties: {
        first: { title: "一", properties: { checked: { type: "integer" } }, "x-item": { every: "month" } },
        second: { title: "二", type: "number" },
      },
      "x-section": { kind: "standards" },
    },
    duties: { properties: { third: { title: "三" } } },
  },
};

test("the parts together are the template as strict JSON", () => {
  const text = jsonParts(template)
    .map((part) => part.text)
    .join("\n");
  assert.deepEqual(JSON.parse(text), template);
});

test("each item is a part of its own, whatever stands as deep elsewhere", () => {
  const parts = jsonParts(template);
  assert.deepEqual(
    parts.flatMap(({ anchor }) => anchor ?? []),
    ["first", "second", "third"],
  );
  const [first] = parts.filter(({ anchor }) => anchor === "first");
  assert.deepEqual(JSON.parse(`{${first?.text.replace(/,$/, "")}}`), {
    first: template.properties.standards.properties.first,
  });
});
