import assert from "node:assert/strict";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { startPostgres } from "../test-support/embedded-postgres.ts";
import { killableServer } from "../test-support/killable-server.ts";
import { heldFile, type Line, lineTo, type Outage, typeThroughOutage } from "../test-support/outages.ts";
import { atEnd, temporaryFolder } from "../test-support/test-server.ts";

let postgres: ReturnType<typeof startPostgres> | undefined;
after(async () => (await postgres)?.stop());

// The long runs are in test/bench/durability.bench.ts.

test("while another program holds the database file nothing is lost", async (t) => {
  const dataFolder = temporaryFolder(t);
  await survives(t, heldFile(join(dataFolder, "rolewright.sqlite")), 2_000, { dataFolder });
});

test("while the line to PostgreSQL is cut nothing is lost, and those who write are told", async (t) => {
  const line = await lineToPostgres(t);
  const reasons = await survives(t, line.cut, 2_000, { databaseUrl: line.url });
  assert.ok(reasons.includes("not-saved"), `told ${reasons}`);
});

test("when PostgreSQL falls silent the server stops waiting, tells those who write, and nothing is lost", async (t) => {
  const line = await lineToPostgres(t);
  const reasons = await survives(t, line.dead, 13_000, { databaseUrl: line.url });
  assert.ok(reasons.includes("not-saved"), `told ${reasons}`);
});

async function lineToPostgres(t: TestContext): Promise<Line> {
  postgres ??= startPostgres();
  const line = await lineTo(await (await postgres).database());
  atEnd(t, () => line.close());
  return line;
}

async function survives(
  t: TestContext,
  outage: Outage,
  ms: number,
  storage: { readonly dataFolder?: string; readonly databaseUrl?: string },
): Promise<readonly string[]> {
  const dataFolder = storage.dataFolder ?? temporaryFolder(t);
  const server = await killableServer({ ...storage, dataFolder, templatesFolder: temporaryFolder(t) });
  const { typed, acknowledged, wrong, lost, reasons } = await typeThroughOutage(server, outage, ms);
  assert.ok(typed > 5 && acknowledged > 0, `only ${typed} edits were typed, ${acknowledged} acknowledged`);
  assert.deepEqual({ wrong, lost }, { wrong: 0, lost: 0 });
  return reasons;
}
