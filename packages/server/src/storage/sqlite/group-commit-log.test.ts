import assert from "node:assert/strict";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { atEnd, temporaryFolder } from "../../test-support/test-server.ts";
import type { UpdateRow } from "../storage.ts";
import { GroupCommitLog } from "./group-commit-log.ts";
import { LogKeeper } from "./log-keeper.ts";
import { databaseFile, openDatabase } from "./open-database.ts";
import { openSqliteStorage } from "./sqlite-storage.ts";

test("an edit is acknowledged only when a flush that saw it has ended", async (t) => {
  const folder = temporaryFolder(t);
  const disk = temporaryFolder(t);
  let flushes = 0;
  const log = await logOn(t, folder, async () => {
    // Whatever is written after this may be lost with the power.
    for (const end of ["", "-wal"]) copyFileSync(databaseFile(folder) + end, databaseFile(disk) + end);
    flushes++;
    await new Promise((resolve) => setImmediate(resolve));
  });
  const appends = Array.from({ length: 20 }, async (_, index) => {
    for (let turn = 0; turn < index / 4; turn++) await new Promise((resolve) => setImmediate(resolve));
    const seq = await log.append(row(index));
    assert.ok(positionsOn(disk, join(temporaryFolder(t), `${seq}`)).includes(seq), `${seq} would be gone`);
  });
  await Promise.all(appends);
  assert.ok(flushes > 1, "all edits went into one flush");
  assert.ok(flushes < 20, "no edits shared a flush");
});

test("after a flush that failed nothing is acknowledged, folded or shown any more, and the log says that it is broken", async (t) => {
  const outcomes = ["ends", "fails"];
  const log = await logOn(t, temporaryFolder(t), async () => {
    if (outcomes.shift() === "fails") throw new Error("input/output error");
  });
  assert.equal(await log.append(row(1)), 1);
  await assert.rejects(log.append(row(2)), /input\/output error/);
  // The disk takes it now, but nobody knows what of the second edit is there.
  await assert.rejects(log.append(row(3)), /input\/output error/);
  await assert.rejects(log.load("main", "doc"), /input\/output error/);
  await assert.rejects(log.compact("main", "doc"), /input\/output error/);
  assert.match((await log.broken).message, /input\/output error/);
});

test("an edit that could still vanish with the power is shown to nobody", async (t) => {
  const [begun, flushed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const log = await logOn(t, temporaryFolder(t), () => {
    begun.resolve();
    return flushed.promise;
  });
  const append = log.append(row(1));
  await begun.promise;
  let ended = false;
  const seen = log.load("main", "doc").then(({ seq }) => ({ seq, ended }));
  setImmediate(() => {
    ended = true;
    flushed.resolve();
  });
  assert.deepEqual(await seen, { seq: 1, ended: true });
  await append;
});

test("while another connection writes, edits wait and the thread goes on", async (t) => {
  const folder = temporaryFolder(t);
  const log = await logOn(t, folder, async () => undefined);
  const other = openDatabase(databaseFile(folder));
  other.exec("begin immediate");
  let done = false;
  const append = log.append(row(1)).finally(() => {
    done = true;
  });
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
  assert.equal(done, false);
  other.exec("commit");
  other.close();
  assert.equal(await append, 1);
});

/** A log on a fresh database whose flushes are the test's. */
async function logOn(t: TestContext, folder: string, flush: () => Promise<void>): Promise<GroupCommitLog> {
  await (await openSqliteStorage(folder, "main")).close();
  const file = databaseFile(folder);
  const database = openDatabase(file, { flushing: false, patienceMs: 0 });
  const log = new GroupCommitLog({
    database,
    epoch: 1,
    file: { flush, close: async () => undefined },
    keeper: await LogKeeper.open(file),
  });
  atEnd(t, () => log.close());
  return log;
}

/** What a start after a loss of power would find. */
function positionsOn(disk: string, copy: string): readonly unknown[] {
  mkdirSync(copy);
  for (const end of ["", "-wal"]) copyFileSync(databaseFile(disk) + end, databaseFile(copy) + end);
  const database = openDatabase(databaseFile(copy));
  const positions = database.prepare("select seq from update_log").pluck().all();
  database.close();
  return positions;
}

function row(index: number): UpdateRow {
  const time = "2026-11-29T00:00:00.000Z";
  return {
    workspaceId: "main",
    doc: "doc",
    userId: null,
    client: 1,
    newClients: [],
    time,
    bytes: new Uint8Array([index]),
  };
}
