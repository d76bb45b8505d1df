import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, supervisorWith } from "../testing/template-text.ts";

const id = "https://rolewright.dev/roles/test/service-supervisor";

test("a role that reports to itself is refused, by its identifier or by its title", () => {
  assert.deepEqual(findings(supervisorWith(["x-role", "reportsTo"], { title: "经理", role: id })), [
    `reports-to/self at ${JSON.stringify(id).slice(0, 40)}`,
  ]);
  assert.deepEqual(findings(supervisorWith(["x-role", "supervises"], [{ title: "客服主管" }])), [
    'reports-to/self at "客服主管"',
  ]);
});

test("another role may have the same title", () => {
  const other = { title: "客服主管", role: "https://rolewright.dev/roles/test/other" };
  assert.deepEqual(findings(supervisorWith(["x-role", "reportsTo"], other)), []);
});

test("capitals and spaces make no other role", () => {
  const clerk = (title: string) =>
    findings(
      supervisorWith(["x-role", "supervises"], [{ title }]).replace('"title": "客服主管"', '"title": "Night Clerk"'),
    );
  assert.deepEqual(clerk("night  clerk"), ['reports-to/self at "night  clerk"']);
  assert.deepEqual(clerk("Night Porter"), []);
});
