import assert from "node:assert/strict";
import { test } from "node:test";
import { killRounds, typeThroughKills } from "../test-support/kill-rounds.ts";
import { killableServer } from "../test-support/killable-server.ts";
import { seededRandom } from "../test-support/seeded-random.ts";
import { temporaryFolder } from "../test-support/test-server.ts";

// The long runs are in test/bench/durability.bench.ts.
const seed = Number(process.env.SEED ?? Date.now() % 100_000);

test("kill -9 in the middle of typing and folding loses no acknowledged edit", async (t) => {
  t.diagnostic(`seed ${seed}`);
  const templatesFolder = temporaryFolder(t);
  const server = await killableServer({ dataFolder: temporaryFolder(t), templatesFolder });
  const { acknowledged, lost, twice } = await killRounds(server, 5, seededRandom(seed));
  assert.ok(acknowledged >= 5, `only ${acknowledged} edits were acknowledged`);
  assert.deepEqual({ lost, twice }, { lost: 0, twice: 0 });
});

test("somebody who types on through kills finds every word exactly once", async (t) => {
  t.diagnostic(`seed ${seed}`);
  const templatesFolder = temporaryFolder(t);
  const server = await killableServer({ dataFolder: temporaryFolder(t), templatesFolder });
  const { acknowledged, lost, twice } = await typeThroughKills(server, 4, seededRandom(seed));
  assert.ok(acknowledged >= 4);
  assert.deepEqual({ lost, twice }, { lost: 0, twice: 0 });
});
