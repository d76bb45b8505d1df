import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled, findings, supervisorText } from "./testing/template-text.ts";

const parentId = "https://rolewright.dev/roles/test/service-supervisor";
const childId = "https://rolewright.dev/roles/test/night-supervisor";

function child(body: object, parent = parentId): string {
  return JSON.stringify(
    { $schema: "https://rolewright.dev/role/1", $id: childId, title: "夜班客服主管", "x-extends": parent, ...body },
    null,
    2,
  );
}

const host = { template: (id: string) => (id === parentId ? supervisorText : undefined) };

const standards = (properties: object) => ({ properties: { standards: { properties } } });

test("a template inherits everything it does not change, in the parent's order", () => {
  const role = compiled(child(standards({ spotCheck: { "x-item": { weight: 50 } }, stockTake: null })), host);
  assert.equal(role.title, "夜班客服主管");
  assert.equal(role.id, childId);
  assert.equal(role.identity.department, "物业服务中心");
  const keys = role.sections[2]?.items.map(({ key, weight }) => [key, weight]);
  assert.deepEqual(keys, [
    ["budgetDeviation", "30"],
    ["weeklyMeeting", "20"],
    ["spotCheck", "50"],
  ]);
});

test("findings about inherited parts point at the nearest place in the child's own text", () => {
  const text = child(standards({ stockTake: null }));
  assert.deepEqual(findings(text, host), ['weights/sum at "standards"']);
});

test("the version asked for is the version the host is asked for", () => {
  const asked: (number | undefined)[] = [];
  compiled(child({}, `${parentId}@3`), {
    template: (_id, version) => {
      asked.push(version);
      return supervisorText;
    },
  });
  assert.ok(asked.every((version) => version === 3));
});

test("a parent that is unknown or does not read is named", () => {
  assert.deepEqual(findings(child({}, "https://x.org/none@1"), host), [
    'extends/unknown-parent at "https://x.org/none@1"',
  ]);
  const broken = { template: () => "{" };
  assert.deepEqual(findings(child({}), broken), [`extends/broken-parent at ${JSON.stringify(parentId).slice(0, 40)}`]);
});

test("templates that build on each other in a circle are refused", () => {
  const circle = {
    template: (id: string) => (id === parentId ? child({}, childId).replace(childId, parentId) : child({})),
  };
  assert.deepEqual(
    findings(child({}), circle).map((found) => found.split(" ")[0]),
    ["extends/circle"],
  );
});

test("removing what the parent does not have is a warning at that key", () => {
  const text = child(standards({ spotChek: null }));
  assert.deepEqual(findings(text, host), ['extends/nothing-to-remove at "spotChek"']);
});

test("an override that breaks the grammar of the whole is refused", () => {
  const text = child({ properties: { extra: { title: "更多" } } });
  assert.equal(findings(text, host)[0]?.split(" ")[0], "schema/missing");
});

test("a definition of the child that closes a circle with the parent's is refused", () => {
  const parent = supervisorText.replace('"$defs": {', '"$defs": { "loop": { "$ref": "#/$defs/day" },');
  const text = child({ $defs: { day: { anyOf: [{ $ref: "#/$defs/loop" }] } } });
  const found = findings(text, { template: () => parent });
  assert.ok(found.every((line) => line.startsWith("schema/reference-circle")) && found.length > 0, found.join());
});
