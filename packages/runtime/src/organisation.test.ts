import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type OrganisationRole, organisation } from "./organisation.ts";

/** A role by its title: whom it reports to, and whom it lists. */
const role = (title: string, up: string | null = null, ...down: readonly string[]): OrganisationRole => ({
  id: title,
  schemaId: `https://example.org/${title}`,
  title,
  reportsTo: up === null ? null : { title: up, role: null },
  supervises: down.map((one) => ({ title: one, role: null })),
});
const found = (...roles: readonly OrganisationRole[]) =>
  organisation(roles).findings.map(({ code, role: about, other }) => [code, about, other]);

test("a line that both ends state is drawn once and has no finding but that of the top", () => {
  const { nodes, tops, findings } = organisation([role("经理", null, "主管"), role("主管", "经理")]);
  assert.deepEqual(tops, ["经理"]);
  assert.deepEqual(nodes.get("经理")?.subordinates, ["主管"]);
  assert.equal(nodes.get("主管")?.superior, "经理");
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["no-superior"],
  );
});

test("a superior that does not list who reports to it is told, and the line is drawn", () => {
  assert.deepEqual(found(role("经理"), role("主管", "经理")), [
    ["not-listed-by-superior", "主管", "经理"],
    ["no-superior", "经理", null],
  ]);
});

test("who is listed by one role and reports to another stays where it says", () => {
  const roles = [role("经理", null, "主管"), role("总监", null, "主管"), role("主管", "总监")];
  assert.equal(organisation(roles).nodes.get("主管")?.superior, "总监");
  assert.ok(
    found(...roles).some(
      ([code, about, other]) => code === "not-reported-by-subordinate" && about === "经理" && other === "主管",
    ),
  );
});

test("who states no superior is drawn below the role that lists it, and is told of", () => {
  const roles = [role("经理", null, "主管"), role("主管")];
  assert.equal(organisation(roles).nodes.get("主管")?.superior, "经理");
  assert.deepEqual(found(...roles), [
    ["not-reported-by-subordinate", "经理", "主管"],
    ["no-superior", "经理", null],
  ]);
});

test("roles that are only named are drawn too, once, however often they are named", () => {
  const { nodes, findings } = organisation([role("主管", "总 经理", "前台"), role("会计", "总经理")]);
  const named = [...nodes.values()].filter(({ described }) => !described);
  assert.deepEqual(
    named.map(({ title, subordinates }) => [title, subordinates]),
    [
      ["总 经理", ["主管", "会计"]],
      ["前台", []],
    ],
  );
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["superior-not-described", "superior-not-described", "subordinate-not-described"],
  );
});

test("a role is found by its $id before its title", () => {
  const below: OrganisationRole = { ...role("主管"), reportsTo: { title: "旧名", role: "https://example.org/经理" } };
  assert.equal(organisation([role("经理"), below]).nodes.get("主管")?.superior, "经理");
});

test("of roles with one title the one that knows of the line is taken; else it is told that the name is ambiguous", () => {
  const one = { ...role("主管"), id: "one", schemaId: null };
  const other = { ...role("主管", null, "前台"), id: "other", schemaId: null };
  assert.equal(organisation([one, other, role("前台", "主管")]).nodes.get("前台")?.superior, "other");
  const unsure = organisation([one, { ...other, supervises: [] }, role("前台", "主管")]);
  assert.equal(unsure.nodes.get("前台")?.superior, "one");
  assert.ok(unsure.findings.some(({ code, role: about }) => code === "ambiguous-name" && about === "前台"));
});

test("a round of superiors is told as a cycle, and still drawn from one of them", () => {
  const { tops, findings } = organisation([role("甲", "丙", "乙"), role("乙", "甲", "丙"), role("丙", "乙", "甲")]);
  const cycle = findings.find(({ code }) => code === "cycle");
  assert.deepEqual(cycle?.nodes, ["甲", "丙", "乙"]);
  assert.deepEqual(tops, ["甲"]);
});

test("a role that reports to itself is a cycle of one", () => {
  const { findings } = organisation([role("甲", "甲")]);
  assert.deepEqual(findings.find(({ code }) => code === "cycle")?.nodes, ["甲"]);
});

test("subordinates stand in the order in which their superior lists them", () => {
  const roles = [role("经理", null, "前台", "管家"), role("管家", "经理"), role("保安", "经理"), role("前台", "经理")];
  assert.deepEqual(organisation(roles).nodes.get("经理")?.subordinates, ["前台", "管家", "保安"]);
});

test("whatever the lines are, every node is reached from exactly one top", () => {
  const name = fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己");
  const lines = fc.record({ up: fc.option(name), down: fc.array(name, { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 5 }), (all) => {
      const titles = ["甲", "乙", "丙", "丁", "戊"];
      const { nodes, tops } = organisation(all.map(({ up, down }, index) => role(titles[index] ?? "", up, ...down)));
      const seen = new Map<string, number>();
      const walk = (id: string) => {
        seen.set(id, (seen.get(id) ?? 0) + 1);
        for (const below of nodes.get(id)?.subordinates ?? []) if (!tops.includes(below)) walk(below);
      };
      for (const top of tops) walk(top);
      assert.deepEqual([...seen.keys()].sort(), [...nodes.keys()].sort());
      assert.ok([...seen.values()].every((times) => times === 1));
    }),
  );
});
