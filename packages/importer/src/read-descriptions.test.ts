import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { pastedText, readDescriptions } from "./index.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schemas/import.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

test("a reading is valid under its published schema", () => {
  const text =
    "仓储主管岗位职责\n直属上级：物流经理\n一、岗位职责\n1、组织盘点。\n二、工作标准\n1、每月25日前完成盘点，差异率低于0.5%。";
  validate(readDescriptions(pastedText("仓储.txt", text)));
  assert.deepEqual(validate.errors, null);
});
