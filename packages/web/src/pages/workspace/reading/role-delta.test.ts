import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, localize, type RoleModel } from "@rolewright/runtime";
import { applied, RoleDeltas, type SteadyRole, steadyItems, steadyRole } from "./role-delta.ts";

const item = (title: string, more = "") =>
  `{ "title": "${title}", "type": "number", "x-item": { "every": "month"${more} } }`;

/** Items as `key: title` in two sections. */
function role(standards: Record<string, string>, duties: Record<string, string> = { care: "照看" }): RoleModel {
  const section = (items: Record<string, string>, kind: string) =>
    `{ "title": "${kind}", "type": "object", "x-section": { "kind": "${kind}" }, "properties": {
      ${Object.entries(items)
        .map(([key, title]) => `"${key}": ${item(title)}`)
        .join(",\n")} } }`;
  const text = `{ "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/test", "title": "岗位",
    "type": "object", "x-role": { "language": "zh-CN" },
    "properties": { "duties": ${section(duties, "duties")}, "standards": ${section(standards, "standards")} } }`;
  const found = inspect(text).role;
  assert.ok(found);
  return found;
}

/** A role after role, as the page gets them. */
function follow(roles: readonly RoleModel[]): { readonly steady: SteadyRole; readonly sent: number }[] {
  const deltas = new RoleDeltas();
  let steady: SteadyRole | undefined;
  return roles.map((next) => {
    const delta = structuredClone(deltas.next(next));
    steady = applied(delta, steady);
    return { steady, sent: delta.sections.flatMap(({ changed }) => changed).length };
  });
}

test("the role that comes by deltas equals the one that was read, whatever changed", () => {
  const roles = [
    role({ a: "一", b: "二", c: "三" }),
    role({ a: "一", b: "二更长", c: "三" }),
    role({ c: "三", a: "一", b: "二更长" }),
    role({ c: "三", b: "二更长", added: "新" }),
    role({ c: "三", added: "新" }, { care: "照看", b: "二更长" }),
    role({ c: "三" }, {}),
    role({ c: "三", a: "一" }, { care: "照看" }),
  ];
  assert.deepEqual(
    follow(roles).map(({ steady }) => steady.role),
    roles,
  );
});

test("only the item that says something else is sent; the others only move", () => {
  const [, second] = follow([role({ a: "一", b: "二", c: "三" }), role({ a: "一一", b: "二", c: "三" })]);
  assert.equal(second?.sent, 1);
});

test("what the page knew of a role before the reader told of it stays the same objects where it says the same", () => {
  const known = steadyRole(JSON.parse(JSON.stringify(role({ a: "一", b: "二" }))) as RoleModel);
  const now = role({ a: "一", b: "二二" });
  const told = applied(structuredClone(new RoleDeltas().next(now)), known);
  assert.deepEqual(told.role, now);
  assert.equal(told.items.get("a"), known.items.get("a"));
  assert.notEqual(told.items.get("b"), known.items.get("b"));
});

test("an item stays the same object while only its place in the text changes", () => {
  const [first, second] = follow([role({ a: "一", b: "二" }), role({ a: "一一", b: "二" })]);
  assert.equal(second?.steady.items.get("b"), first?.steady.items.get("b"));
  assert.notEqual(second?.steady.items.get("a"), first?.steady.items.get("a"));
  assert.ok(second);
  assert.equal(steadyItems(second.steady.role), second.steady.items);
});

test("an item that another role says in the same words is held once in a message", () => {
  const [written, shown] = [new RoleDeltas(), new RoleDeltas()];
  const read = role({ a: "一", b: "二" });
  const first = written.next(read);
  const second = shown.next(localize(read, "zh-CN"), written);
  assert.equal(second.sections[1]?.changed[0], first.sections[1]?.changed[0]);
});
