import assert from "node:assert/strict";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { temporaryFolder } from "../../test-support/test-server.ts";
import { prepareFolder } from "./open-database.ts";
import { openSqliteStorage } from "./sqlite-storage.ts";

test("every folder that is made on the way is flushed in the one above it", (t) => {
  const folder = temporaryFolder(t);
  const flushed = watchFlushes(t);
  prepareFolder(join(folder, "a", "b", "c"));
  assert.equal(fs.statSync(join(folder, "a", "b", "c")).mode & 0o777, 0o700);
  assert.deepEqual(flushed.toSorted(), [folder, join(folder, "a"), join(folder, "a", "b")].toSorted());
  flushed.length = 0;
  prepareFolder(join(folder, "a", "b", "c"));
  assert.deepEqual(flushed, []);
});

test("once storage is open, the names of its files are flushed, and they are all there by then", async (t) => {
  const folder = join(temporaryFolder(t), "data");
  let there: readonly string[] = [];
  watchFlushes(t, (path) => {
    if (path === folder) there = fs.readdirSync(folder);
  });
  const storage = await openSqliteStorage(folder, "main");
  assert.deepEqual(fs.readdirSync(folder), there);
  assert.ok(there.includes("rolewright.sqlite-wal"), there.join());
  await storage.close();
});

/** Paths of the folders that are flushed from now on; opening and flushing are the real ones. */
function watchFlushes(t: TestContext, seen: (path: string) => void = () => undefined): string[] {
  const flushed: string[] = [];
  const opened = new Map<number, string>();
  const { fsyncSync, openSync } = fs;
  fs.openSync = (path, ...how) => {
    const handle = openSync(path, ...how);
    opened.set(handle, String(path));
    return handle;
  };
  fs.fsyncSync = (handle) => {
    const path = opened.get(handle) ?? "";
    seen(path);
    flushed.push(path);
    fsyncSync(handle);
  };
  syncBuiltinESMExports();
  t.after(() => {
    Object.assign(fs, { fsyncSync, openSync });
    syncBuiltinESMExports();
  });
  return flushed;
}
