import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type EditResult, inspect, type JsonValue, type RoleModel, valueAt } from "@rolewright/runtime";
import * as inheritance from "../inheritance.ts";
import { newKey } from "./item-edits.ts";
import { type Part, type RolePath, removePart, resetInPart, setInPart } from "./part-edits.ts";
import { addSection, moveSection } from "./section-edits.ts";

const own = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/own",
  "title": "客服主管", // 人事部定
  "type": "object",
  "properties": {
    // 先写职责
    "duties": {
      "title": "岗位职责",
      "type": "object",
      "x-section": { "kind": "duties" },
      "properties": {
        "visit": { "title": "走访", "type": "boolean" },
      },
    },
    "standards": { "title": "工作标准", "type": "object", "x-section": { "kind": "standards", "weight": 100 }, "properties": {} },
  },
}
`;
const parent = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/parent", "title": "主管", "type": "object",
  "x-role": { "language": "zh-CN", "department": "客服部", "supervision": ["决策", "督导"] },
  "properties": {
    "duties": { "title": "职责", "type": "object", "x-section": { "kind": "duties" }, "properties": {} },
    "standards": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
      "rate": { "title": "收缴率", "type": "number", "x-item": { "every": "month" } }
    } },
    "more": { "title": "其他", "type": "object", "x-section": { "kind": "custom" }, "properties": {} }
  }
}`;
const child = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/child",
  "title": "客服主管",
  "type": "object",
  "x-extends": "https://example.com/roles/parent@1",
  "properties": {
    "more": { "title": "其他要求" },
  },
}
`;
const host = { template: (id: string) => (id.endsWith("/parent") ? parent : undefined) };

function roleOf(text: string): RoleModel {
  const { role, diagnostics } = inspect(text, host);
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

function done(text: string, result: EditResult): string {
  assert.ok("edits" in result, JSON.stringify(result));
  return applyEdits(text, result.edits);
}

function put(text: string, pick: (role: RoleModel) => Part | undefined, path: RolePath, value: JsonValue | undefined) {
  const role = roleOf(text);
  const part = pick(role);
  assert.ok(part);
  return done(text, setInPart(text, { host, role, inheritance }, part, path, value));
}

const section = (key: string) => (role: RoleModel) => role.sections.find((one) => one.key === key);
const titles = (text: string) => roleOf(text).sections.map(({ title }) => title);

test("what the role says of itself stands in front of what it holds, and nothing else changes", () => {
  const after = put(own, (role) => role, ["x-role", "department"], "物业服务中心");
  assert.equal(
    after,
    own.replace(
      '  "type": "object",\n  "properties"',
      '  "type": "object",\n  "x-role": { "department": "物业服务中心" },\n  "properties"',
    ),
  );
  const purpose = put(own, (role) => role, ["description"], "统筹客服。");
  assert.equal(purpose, own.replace('// 人事部定\n  "type"', '// 人事部定\n  "description": "统筹客服。",\n  "type"'));
});

test("with the last thing it says goes what held it, so that no empty shell is left", () => {
  const full = put(own, (role) => role, ["x-role", "contacts", "internal"], ["财务部"]);
  assert.equal(
    put(full, (role) => role, ["x-role", "contacts", "internal"], undefined),
    own,
  );
});

test("a list of subordinates grows by one entry and keeps the comments of the others", () => {
  const two = put(own, (role) => role, ["x-role", "supervises"], [{ title: "前台" }, { title: "管家" }]);
  const commented = two.replace('{ "title": "前台" },', '{ "title": "前台" }, // 三班');
  const three = put(
    commented,
    (role) => role,
    ["x-role", "supervises"],
    [{ title: "前台" }, { title: "管家", authority: ["督导"] }, { title: "保洁" }],
  );
  assert.match(three, /\{ "title": "前台" \}, \/\/ 三班/);
  assert.deepEqual(
    roleOf(three).identity.supervises.map(({ title }) => title),
    ["前台", "管家", "保洁"],
  );
});

test("a section is renamed, weighted and numbered where it stands", () => {
  assert.equal(put(own, section("duties"), ["title"], "职责"), own.replace('"岗位职责"', '"职责"'));
  assert.equal(
    put(own, section("duties"), ["x-section", "numbering"], "none"),
    own.replace('{ "kind": "duties" }', '{ "kind": "duties", "numbering": "none" }'),
  );
  assert.equal(put(own, section("standards"), ["x-section", "weight"], 80), own.replace("100 }", "80 }"));
});

test("a new section goes where it is told, under a key nobody has", () => {
  const made = { title: "能力素质", type: "object", "x-section": { kind: "competencies" }, properties: {} };
  const role = roleOf(own);
  const after = done(own, addSection(own, role, newKey(role, "competencies"), made, "standards"));
  assert.deepEqual(titles(after), ["岗位职责", "能力素质", "工作标准"]);
  assert.deepEqual(titles(done(own, addSection(own, role, "last", made))), ["岗位职责", "工作标准", "能力素质"]);
  assert.ok(after.includes("// 先写职责"));
});

test("a section moves with its comments, and one that goes takes them along", () => {
  const role = roleOf(own);
  const [duties, standards] = role.sections;
  assert.ok(duties && standards);
  const moved = done(own, moveSection(own, role, standards, "duties"));
  assert.deepEqual(titles(moved), ["工作标准", "岗位职责"]);
  assert.match(moved, /\/\/ 先写职责\n {4}"duties"/);
  const left = done(own, removePart(own, { host, role, inheritance }, duties));
  assert.deepEqual(titles(left), ["工作标准"]);
  assert.ok(!left.includes("先写职责"));
});

test("changing an inherited section leaves the order of all as it is", () => {
  const after = put(child, section("standards"), ["title"], "考核标准");
  assert.deepEqual(titles(after), ["职责", "考核标准", "其他要求"]);
  const item = put(child, (role) => role.sections[1]?.items[0], ["x-item", "weight"], 30);
  assert.deepEqual(titles(item), ["职责", "标准", "其他要求"]);
  assert.equal(roleOf(item).sections[1]?.items[0]?.weight, "30");
});

test("what is inherited is taken away by null, and comes back by a reset", () => {
  const without = put(child, (role) => role, ["x-role", "department"], undefined);
  assert.equal(valueAt(without, ["x-role", "department"]), null);
  assert.equal(roleOf(without).identity.department, undefined);
  assert.equal(done(without, resetInPart(without, roleOf(without), ["x-role", "department"])), child);
  const role = roleOf(child);
  const gone = section("duties")(role);
  assert.ok(gone);
  assert.deepEqual(titles(done(child, removePart(child, { host, role, inheritance }, gone))), ["标准", "其他要求"]);
});

test("an inherited section moves among inherited and own ones", () => {
  const role = roleOf(child);
  const last = section("more")(role);
  assert.ok(last);
  assert.deepEqual(titles(done(child, moveSection(child, role, last, "duties"))), ["其他要求", "职责", "标准"]);
});
