import assert from "node:assert/strict";
import { test } from "node:test";
import { checklist, inspect, observationProblems, scorecard, workingDays } from "@rolewright/runtime";
import { recordProblems } from "./record-schemas.ts";
import { type Example, examples, shippedLibrary, writeExpected } from "./shipped.ts";

const host = shippedLibrary();

/** `UPDATE_GOLDEN=1` writes what came out and fails, so that nobody mistakes updating for passing. */
const recording = process.env.UPDATE_GOLDEN === "1";

test("there are examples to test", () => {
  assert.ok(examples().length >= 1);
});

for (const example of examples()) {
  const { name, observations, people, expectedScorecard, expectedChecklist } = example;

  test(`every observation of ${name} is a valid record of an item of its template`, () => {
    const items = new Map(roleOf(example).sections.flatMap((section) => section.items.map((item) => [item.key, item])));
    for (const observation of observations) {
      assert.deepEqual(recordProblems("observation", observation), [], observation.item);
      assert.ok(items.has(observation.item), observation.item);
      assert.deepEqual(observationProblems(roleOf(example), observation), [], observation.item);
    }
  });

  test(`everyone in ${name} who recorded something is a person of it`, () => {
    const known = new Set(people.map(({ id }) => id));
    const unknown = observations.flatMap(({ holder, by }) => [holder, by]).filter((id) => !id || !known.has(id));
    assert.deepEqual(unknown, []);
  });

  test(`${name} scores as expected`, () => {
    const actual = plain(scored(example));
    assert.deepEqual(recordProblems("scorecard", actual), []);
    if (recording) record(name, "expected-scorecard.json", actual);
    assert.deepEqual(actual, expectedScorecard);
  });

  test(`${name} has the expected checklist`, () => {
    const actual = plain(listed(example));
    assert.deepEqual(recordProblems("checklist", actual), []);
    if (recording) record(name, "expected-checklist.json", actual);
    assert.deepEqual(actual, expectedChecklist);
  });

  test(`scoring ${name} leaves role and observations as they were`, () => {
    const before = structuredClone(observations);
    const role = roleOf(example);
    const roleBefore = structuredClone(role);
    scorecard(role, example.about.period, observations);
    assert.deepEqual(observations, before);
    assert.deepEqual(role, roleBefore);
  });

  test(`the order in which the observations of ${name} came in does not matter`, () => {
    const reversed = { ...example, observations: [...observations].reverse() };
    assert.deepEqual(scored(reversed), scored(example));
  });
}

function scored(example: Example) {
  const { version, period } = example.about;
  return scorecard(roleOf(example), period, example.observations, { version, holder: holderOf(example) });
}

function listed(example: Example) {
  const { version, period, today } = example.about;
  const { observations } = example;
  const options = { version, holder: holderOf(example), observations, today };
  return checklist(roleOf(example), period, workingDays(), options);
}

function roleOf(example: Example) {
  const { role } = inspect(example.templateText, host);
  assert.ok(role, "the example's template compiles");
  return role;
}

function holderOf({ about, people }: Example) {
  const holder = people.find(({ id }) => id === about.holder);
  assert.ok(holder, "the holder is among the people");
  return { id: holder.id, name: holder.name };
}

/** As it is once written to a file: without absent members. */
function plain(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record));
}

function record(name: string, file: string, data: unknown): never {
  writeExpected(name, file, data);
  return assert.fail("Recorded. Check the difference by hand, then run without UPDATE_GOLDEN.");
}
