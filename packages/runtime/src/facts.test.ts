import assert from "node:assert/strict";
import { test } from "node:test";
import { Facts } from "./facts.ts";

const record = (item: string, period: string, data: number, holder?: string) => {
  return { item, period, data, ...(holder === undefined ? {} : { holder }) };
};

test("of several observations of one item and period the last counts", () => {
  const once = new Facts([record("a", "2026-11", 1), record("a", "2026-11", 2)]);
  assert.equal(once.of("a", "2026-11")?.data, 2);
  const among = new Facts([record("a", "2026-10", 0), record("a", "2026-11", 1), record("a", "2026-11", 2)]);
  assert.equal(among.of("a", "2026-11")?.data, 2);
  assert.deepEqual(
    [...among.all("a")].map(({ data }) => data),
    [0, 2],
  );
});

test("nothing is found for another item or period, whatever its name", () => {
  const facts = new Facts([record("a", "2026-11", 1), record("b", "2026-10", 1), record("b", "2026-11", 2)]);
  for (const [item, period] of [
    ["a", "2026-10"],
    ["b", "2026-12"],
    ["c", "2026-11"],
    ["constructor", "2026-11"],
    ["__proto__", "2026-11"],
  ] as const) {
    assert.equal(facts.of(item, period), undefined, `${item} ${period}`);
  }
  assert.deepEqual([...facts.all("toString")], []);
});

test("with a holder, observations of others are left out and those that name nobody stay", () => {
  const records = [record("a", "2026-11", 1, "lin"), record("a", "2026-11", 2, "wang"), record("b", "2026-11", 3)];
  const facts = new Facts(records, "lin");
  assert.deepEqual([facts.of("a", "2026-11")?.data, facts.of("b", "2026-11")?.data], [1, 3]);
});
