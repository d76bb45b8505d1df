import assert from "node:assert/strict";
import { after, before, type TestContext, test } from "node:test";
import Database from "better-sqlite3";
import pg from "pg";
import * as Y from "yjs";
import { startPostgres, type TestPostgres } from "../test-support/embedded-postgres.ts";
import { temporaryFolder } from "../test-support/test-server.ts";
import { connect } from "./postgres/lease.ts";
import { openPostgresStorage } from "./postgres/postgres-storage.ts";
import { databaseFile } from "./sqlite/open-database.ts";
import { openSqliteStorage } from "./sqlite/sqlite-storage.ts";
import { type Storage, StorageBusyError, type UpdateRow } from "./storage.ts";

let postgres: TestPostgres;
before(async () => {
  postgres = await startPostgres();
});
after(() => postgres.stop());

/** A form of storage: where it may lie, how it is opened, and how somebody else gets at its tables. */
interface Form {
  readonly name: string;
  place(t: TestContext): Promise<string>;
  open(place: string): Promise<Storage>;
  execute(place: string, statement: string): Promise<unknown>;
}

/** What every form must do. */
const forms: readonly Form[] = [
  {
    name: "SQLite",
    place: async (t) => temporaryFolder(t),
    open: (folder) => openSqliteStorage(folder, "main"),
    async execute(folder, statement) {
      const other = new Database(databaseFile(folder));
      other.exec(statement);
      other.close();
    },
  },
  {
    name: "PostgreSQL",
    place: () => postgres.database(),
    open: (url) => openPostgresStorage(url, "main"),
    async execute(url, statement) {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query(statement);
      await other.end();
    },
  },
];

for (const { name, place, open, execute } of forms) {
  test(`${name}: positions count from 1 for each document, however many are appended at once`, async (t) => {
    const storage = await open(await place(t));
    const rows = Array.from({ length: 500 }, (_, index) => row(index % 2 === 0 ? "even" : "odd", edit(`${index};`)));
    const positions = await Promise.all(rows.map((each) => storage.log.append(each)));
    assert.deepEqual(
      positions,
      rows.map((_, index) => Math.floor(index / 2) + 1),
    );
    await storage.close();
  });

  test(`${name}: what was appended is loaded in order, also by a later process`, async (t) => {
    const folder = await place(t);
    const storage = await open(folder);
    const bytes = [edit("a"), edit("b"), edit("c")];
    for (const each of bytes) await storage.log.append(row("doc", each));
    await storage.close();
    const again = await open(folder);
    const { updates, seq, rows } = await again.log.load("main", "doc");
    assert.deepEqual(
      updates.map((update) => [...update]),
      bytes.map((update) => [...update]),
    );
    assert.deepEqual([seq, rows], [3, 3]);
    await again.close();
  });

  test(`${name}: compaction keeps the text, and positions go on counting after it`, async (t) => {
    const storage = await open(await place(t));
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < 50; index++) doc.getText("text").insert(0, `${index} `);
    for (const update of updates) await storage.log.append(row("doc", update));
    await storage.log.compact("main", "doc");
    const folded = await storage.log.load("main", "doc");
    assert.deepEqual([folded.updates.length, folded.seq, folded.rows], [1, 50, 0]);
    assert.equal(textOf(folded.updates), doc.getText("text").toString());
    updates.length = 0;
    doc.getText("text").insert(0, "after ");
    assert.equal(await storage.log.append(row("doc", updates[0] ?? new Uint8Array())), 51);
    assert.equal(textOf((await storage.log.load("main", "doc")).updates), doc.getText("text").toString());
    await storage.close();
  });

  test(`${name}: a compaction among appends loses none of them`, async (t) => {
    const storage = await open(await place(t));
    const work = Array.from({ length: 300 }, (_, index) => [
      storage.log.append(row("doc", edit(`<${index}>`))),
      ...(index % 50 === 0 ? [storage.log.compact("main", "doc")] : []),
    ]).flat();
    await Promise.all<unknown>(work);
    const text = textOf((await storage.log.load("main", "doc")).updates);
    for (let index = 0; index < 300; index++) assert.equal(text.split(`<${index}>`).length, 2);
    await storage.close();
  });

  test(`${name}: a row that cannot be written spoils no other of its batch`, async (t) => {
    const storage = await open(await place(t));
    const bad = { ...row("doc", edit("bad")), workspaceId: "nobody" };
    const outcomes = await Promise.allSettled([
      storage.log.append(row("doc", edit("one"))),
      storage.log.append(bad),
      storage.log.append(row("doc", edit("two"))),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["fulfilled", "rejected", "fulfilled"],
    );
    assert.equal((await storage.log.load("main", "doc")).seq, 2);
    await storage.close();
  });

  test(`${name}: a place in use is refused, and free again after closing`, async (t) => {
    const folder = await place(t);
    const storage = await open(folder);
    await assert.rejects(open(folder), (problem) => {
      assert.ok(problem instanceof StorageBusyError);
      assert.match(problem.message, /in use by another/);
      return true;
    });
    await storage.close();
    await (await open(folder)).close();
  });

  test(`${name}: once closed, nothing is acknowledged any more`, async (t) => {
    const storage = await open(await place(t));
    await storage.close();
    await assert.rejects(storage.log.append(row("doc", edit("late"))));
  });

  test(`${name}: a transaction that reads first and writes later holds against appends in between`, async (t) => {
    const storage = await open(await place(t));
    const appends: Promise<number>[] = [];
    await storage.database.transaction().execute(async (database) => {
      await database.selectFrom("workspace").selectAll().execute();
      appends.push(storage.log.append(row("doc", edit("between"))));
      await new Promise((resolve) => setImmediate(resolve));
      await database.updateTable("workspace").set({ name: "kept" }).execute();
    });
    assert.deepEqual(await Promise.all(appends), [1]);
    const { name } = await storage.database.selectFrom("workspace").select("name").executeTakeFirstOrThrow();
    assert.equal(name, "kept");
    await storage.close();
  });

  test(`${name}: a process whose epoch is over can append and fold nothing`, async (t) => {
    const folder = await place(t);
    const storage = await open(folder);
    await storage.log.append(row("doc", edit("mine")));
    await execute(folder, "update workspace set epoch = epoch + 1");
    await assert.rejects(storage.log.append(row("doc", edit("too late"))), /Epoch 1 is over/);
    assert.equal((await storage.log.load("main", "doc")).seq, 1);
    await storage.close();
  });

  test(`${name}: a Yjs client stays the first one's who wrote under it, also after compaction`, async (t) => {
    const folder = await place(t);
    const storage = await open(folder);
    await storage.log.append({ ...row("doc", edit("a")), userId: "chen", newClients: [7, 2 ** 32 - 1] });
    await storage.log.append({ ...row("doc", edit("b")), userId: "liu", newClients: [7, 8] });
    await storage.log.compact("main", "doc");
    await storage.close();
    const again = await open(folder);
    const { writers } = await again.log.load("main", "doc");
    assert.deepEqual(
      [...writers].sort(([one], [other]) => one - other),
      [
        [7, "chen"],
        [8, "liu"],
        [2 ** 32 - 1, "chen"],
      ],
    );
    await again.close();
  });

  test(`${name}: the authors between two positions are those whose rows lie there, folded or not`, async (t) => {
    const storage = await open(await place(t));
    const wrote = (userId: string | null) => storage.log.append({ ...row("doc", edit("x")), userId });
    for (const userId of ["chen", "liu", null, "wang"]) await wrote(userId);
    const authors = async (after: number, upTo: number) =>
      [...(await storage.log.authors("main", "doc", after, upTo))].sort();
    assert.deepEqual(await authors(0, 4), ["chen", "liu", "wang"]);
    assert.deepEqual(await authors(1, 3), ["liu"]);
    assert.deepEqual(await authors(2, 3), []);
    await storage.log.compact("main", "doc");
    await wrote("zhao");
    assert.deepEqual(await authors(3, 5), ["wang", "zhao"]);
    assert.deepEqual(await authors(4, 5), ["zhao"]);
    await storage.close();
  });

  test(`${name}: the size counts every byte of the log and its snapshots`, async (t) => {
    const storage = await open(await place(t));
    assert.equal(await storage.log.size("main"), 0);
    await storage.log.append(row("doc", new Uint8Array(100)));
    await storage.log.append(row("other", new Uint8Array(23)));
    assert.equal(await storage.log.size("main"), 123);
    for (let index = 0; index < 50; index++) await storage.log.append(row("folded", edit(`${index} `)));
    const before = await storage.log.size("main");
    const freed = await storage.log.compact("main", "folded");
    assert.ok(freed > 0);
    assert.equal(await storage.log.size("main"), before - freed);
    assert.equal(await storage.log.compact("main", "folded"), 0);
    await storage.close();
  });

  test(`${name}: two transactions that work out the same number get two`, async (t) => {
    const { database, close } = await open(await place(t));
    const next = () =>
      database.transaction().execute(async (inside) => {
        const { epoch } = await inside.selectFrom("workspace").select("epoch").executeTakeFirstOrThrow();
        await new Promise((resolve) => setImmediate(resolve));
        await inside
          .updateTable("workspace")
          .set({ epoch: epoch + 1 })
          .execute();
      });
    await Promise.all([next(), next(), next()]);
    const { epoch } = await database.selectFrom("workspace").select("epoch").executeTakeFirstOrThrow();
    assert.equal(epoch, 4);
    await close();
  });
}

test("PostgreSQL: when the connection breaks, appends fail, and go on once it is back", async (t) => {
  const url = await postgres.database();
  const storage = await openPostgresStorage(url, "main");
  t.after(() => storage.close());
  assert.equal(await storage.log.append(row("doc", edit("before"))), 1);
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
  );
  await other.end();
  // Those that meet the broken connection fail; then the hold is taken anew.
  const again = async (): Promise<number> =>
    storage.log.append(row("doc", edit("after"))).catch((problem) => {
      assert.doesNotMatch(String(problem), /Epoch/);
      return again();
    });
  assert.equal(await again(), 2);
  assert.equal(await storage.log.append(row("doc", edit("and on"))), 3);
  assert.equal((await storage.log.load("main", "doc")).seq, 3);
});

test("PostgreSQL: a commit waits for the disk, whatever the server's default is", async () => {
  const url = await postgres.database();
  const storage = await openPostgresStorage(`${url}?options=-c%20synchronous_commit%3Doff`, "main");
  await storage.log.append(row("doc", edit("a")));
  await storage.close();
  const client = await connect(`${url}?options=-c%20synchronous_commit%3Doff`);
  assert.equal((await client.query("show synchronous_commit")).rows[0].synchronous_commit, "on");
  await client.end();
});

test("SQLite: every primary key leads with the workspace", async (t) => {
  const folder = temporaryFolder(t);
  await (await openSqliteStorage(folder, "main")).close();
  const database = new Database(databaseFile(folder));
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  assert.ok(tables.length >= 13);
  for (const table of tables) {
    const first = database.prepare("select name from pragma_table_info(?) where pk = 1").pluck().get(table);
    assert.equal(first, "workspace_id", table);
  }
  assert.equal(database.pragma("journal_mode", { simple: true }), "wal");
  database.close();
});

function row(doc: string, bytes: Uint8Array): UpdateRow {
  return { workspaceId: "main", doc, userId: null, client: 1, newClients: [], time: "2026-11-23T00:00:00.000Z", bytes };
}

/** An update of a client of its own that inserts a text. */
function edit(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("text").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("text").toString();
}
