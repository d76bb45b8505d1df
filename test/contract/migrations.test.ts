import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { type Migration, migrate, migrations, readTemplate } from "@rolewright/runtime";
import { goalToTarget } from "../../packages/runtime/src/migrate/testing/goal-to-target.ts";

/*
 * Every step between versions of the dialect runs here, on the template kept for it: `fixtures/<from>-to-<to>` beside
 * the list of steps. The list is empty while version 1 is the only one, so the check itself is checked on a list made
 * for it.
 */

const folder = new URL("../../packages/runtime/src/migrate/", import.meta.url);
const current = 1;

/** What is missing or wrong about a list of steps and its fixtures. */
function problemsOf(list: readonly Migration[], fixtures: URL): string[] {
  const names = list.map(({ from, to }) => `${from}-to-${to}`);
  const kept = existsSync(fixtures) ? readdirSync(fixtures) : [];
  return [
    ...list.filter(({ from, to }) => to !== from + 1).map(({ from, to }) => `${from} to ${to} is no single step`),
    ...list.filter(({ from }, index) => from !== current - list.length + index).map(({ from }) => `gap at ${from}`),
    ...kept.filter((name) => !names.includes(name)).map((name) => `${name} is no step`),
    ...list.flatMap((step, index) => ranProblems(list, names[index] ?? "", step, fixtures)),
  ];
}

/** The step alone makes the kept result of the kept template, and all that follow lead to one that reads. */
function ranProblems(list: readonly Migration[], name: string, step: Migration, fixtures: URL): string[] {
  const [before, after] = ["before", "after"].map((part) => new URL(`${name}/${part}.jsonc`, fixtures));
  if (!before || !after || !existsSync(before) || !existsSync(after)) return [`${name} has no fixture`];
  const text = readFileSync(before, "utf8");
  const alone = migrate(text, { migrations: [step], current: step.to });
  const all = migrate(text, { migrations: list });
  return [
    ...(alone.steps.length === 1 && alone.text === readFileSync(after, "utf8") ? [] : [`${name} gives another text`]),
    ...(all.to === current && readTemplate(all.text).template ? [] : [`${name} leads to no template`]),
  ];
}

test("every registered migration runs on its fixture and leads to the current dialect", () => {
  assert.deepEqual(problemsOf(migrations, new URL("steps/fixtures/", folder)), []);
});

test("the check passes a list in order, and names what is missing, left over, out of line or different", () => {
  const fixtures = new URL("testing/fixtures/", folder);
  assert.deepEqual(problemsOf([goalToTarget], fixtures), []);
  assert.deepEqual(problemsOf([], fixtures), ["0-to-1 is no step"]);
  assert.deepEqual(problemsOf([goalToTarget], new URL("no-such-folder/", folder)), ["0-to-1 has no fixture"]);
  assert.deepEqual(problemsOf([{ ...goalToTarget, edit: () => [] }], fixtures), [
    "0-to-1 gives another text",
    "0-to-1 leads to no template",
  ]);
  const other = { ...goalToTarget, from: 3, to: 5 };
  assert.deepEqual(problemsOf([other], new URL("no-such-folder/", folder)), [
    "3 to 5 is no single step",
    "gap at 3",
    "3-to-5 has no fixture",
  ]);
});
