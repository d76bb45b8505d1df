import type { Client, Pool, PoolClient } from "pg";
import { foldUpdates } from "../fold-updates.ts";
import type { LoadedLog, UpdateLog, UpdateRow } from "../storage.ts";
import { type Lease, takeLease } from "./lease.ts";

export interface PostgresLogOptions {
  readonly url: string;
  readonly workspaceId: string;
  readonly pool: Pool;
  readonly lease: Lease;
}

interface Waiting {
  readonly row: UpdateRow;
  readonly resolve: (seq: number) => void;
  readonly reject: (problem: unknown) => void;
}

interface Row {
  readonly seq: number;
  readonly bytes: Buffer;
  readonly time: string;
  readonly user_id: string | null;
}

/**
 * The update log on PostgreSQL. While one commit is under way further appends queue up, and all that waits goes into
 * the next transaction. Appends go over the connection that holds the lease and no other, so that a hold that was lost
 * with its connection cannot be written under.
 */
export class PostgresLog implements UpdateLog {
  readonly #options: PostgresLogOptions;
  readonly #lastSeq = new Map<string, number>();
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #lease: Lease;
  #broken = false;
  #closed = false;

  constructor(options: PostgresLogOptions) {
    this.#options = options;
    this.#lease = options.lease;
    this.#watch();
  }

  append(row: UpdateRow): Promise<number> {
    if (this.#closed) return Promise.reject(new Error("The log is closed"));
    // The caller's buffer is the socket's: it may be used again before the transaction begins.
    const copy = { ...row, bytes: row.bytes.slice() };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row: copy, resolve, reject });
      this.#start();
    });
  }

  /** One statement, so that a compaction between two reads cannot be seen halfway. */
  async load(workspaceId: string, doc: string): Promise<LoadedLog> {
    const { pool } = this.#options;
    const { rows } = await pool.query<{ seq: number; bytes: Buffer; folded: number }>(
      `select seq, state as bytes, 1 as folded from snapshot where workspace_id = $1 and doc = $2
       union all
       select seq, bytes, 0 as folded from update_log where workspace_id = $1 and doc = $2
       order by folded desc, seq`,
      [workspaceId, doc],
    );
    const writers = await pool.query<{ client: number; user_id: string | null }>(
      "select client, user_id from writer where workspace_id = $1 and doc = $2",
      [workspaceId, doc],
    );
    return {
      updates: rows.map(({ bytes }) => bytes),
      seq: rows.at(-1)?.seq ?? 0,
      rows: rows.filter(({ folded }) => folded === 0).length,
      writers: new Map(writers.rows.map(({ client, user_id }) => [client, user_id])),
    };
  }

  async compact(workspaceId: string, doc: string): Promise<number> {
    const client = await this.#options.pool.connect();
    try {
      return await transact(client, async () => {
        await checkEpoch(client, [workspaceId], this.#lease.epoch);
        return compact(client, workspaceId, doc);
      });
    } finally {
      client.release();
    }
  }

  async authors(workspaceId: string, doc: string, after: number, upTo: number): Promise<readonly string[]> {
    const { rows } = await this.#options.pool.query<{ user_id: string }>(
      `select user_id from update_log
       where workspace_id = $1 and doc = $2 and seq > $3 and seq <= $4 and user_id is not null
       union
       select user_id from contribution where workspace_id = $1 and doc = $2 and last_seq > $3`,
      [workspaceId, doc, after, upTo],
    );
    return rows.map(({ user_id }) => user_id);
  }

  async size(workspaceId: string): Promise<number> {
    const { rows } = await this.#options.pool.query<{ size: number }>(
      `select ((select coalesce(sum(octet_length(bytes)), 0) from update_log where workspace_id = $1)
             + (select coalesce(sum(octet_length(state)), 0) from snapshot where workspace_id = $1))::bigint as size`,
      [workspaceId],
    );
    return rows[0]?.size ?? 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#flushing !== undefined) await this.#flushing;
    await this.#lease.client.end();
  }

  #start(): void {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined;
      // What came after the last look at the queue.
      if (this.#waiting.length > 0) this.#start();
    });
  }

  async #flush(): Promise<void> {
    // All that arrives in this turn of the event loop shares the transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0));
  }

  /** All in one transaction; when that fails, each on its own, so that a bad row spoils no other. */
  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const client = await this.#client();
      const positions = await transact(client, () =>
        this.#insert(
          client,
          batch.map(({ row }) => row),
        ),
      );
      batch.forEach(({ resolve }, index) => {
        resolve(positions[index] ?? 0);
      });
    } catch (problem) {
      // Positions counted inside a transaction that was rolled back are free again.
      this.#lastSeq.clear();
      const [only] = batch;
      if (batch.length === 1 || this.#broken) for (const { reject } of batch) reject(problem);
      else if (only !== undefined) for (const each of batch) await this.#write([each]);
    }
  }

  /** The connection of the lease; after it broke a new one, if nobody else took hold meanwhile. */
  async #client(): Promise<Client> {
    if (this.#broken) {
      const { url, workspaceId } = this.#options;
      this.#lease = await takeLease(url, workspaceId, this.#lease.epoch);
      this.#lastSeq.clear();
      this.#watch();
    }
    return this.#lease.client;
  }

  #watch(): void {
    this.#broken = false;
    const { client } = this.#lease;
    const end = () => {
      if (this.#lease.client === client) this.#broken = true;
    };
    client.on("error", end);
    client.on("end", end);
  }

  async #insert(client: Client, rows: readonly UpdateRow[]): Promise<readonly number[]> {
    await checkEpoch(client, [...new Set(rows.map(({ workspaceId }) => workspaceId))], this.#lease.epoch);
    const positions: number[] = [];
    for (const row of rows) positions.push(await this.#nextSeq(client, row));
    await client.query(
      `insert into update_log (workspace_id, doc, seq, epoch, user_id, client, time, bytes)
       select workspace_id, doc, seq, $1, user_id, client, time, bytes
       from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::bytea[])
         as fresh (workspace_id, doc, seq, user_id, client, time, bytes)`,
      [
        this.#lease.epoch,
        rows.map(({ workspaceId }) => workspaceId),
        rows.map(({ doc }) => doc),
        positions,
        rows.map(({ userId }) => userId),
        rows.map(({ client: writer }) => writer),
        rows.map(({ time }) => time),
        rows.map(({ bytes }) => Buffer.from(bytes)),
      ],
    );
    for (const row of rows) if (row.newClients.length > 0) await bind(client, row);
    return positions;
  }

  async #nextSeq(client: Client, { workspaceId, doc }: UpdateRow): Promise<number> {
    const key = `${workspaceId}\0${doc}`;
    const seq = (this.#lastSeq.get(key) ?? (await lastSeq(client, workspaceId, doc))) + 1;
    this.#lastSeq.set(key, seq);
    return seq;
  }
}

async function transact<Value>(client: Client | PoolClient, work: () => Promise<Value>): Promise<Value> {
  await client.query("begin");
  try {
    const value = await work();
    await client.query("commit");
    return value;
  } catch (problem) {
    await client.query("rollback").catch(() => undefined);
    throw problem;
  }
}

/** Fencing. The row stays locked until the commit: nobody takes over between the look and the write. */
async function checkEpoch(client: Client | PoolClient, workspaceIds: readonly string[], epoch: number): Promise<void> {
  const { rows } = await client.query<{ epoch: number }>(
    "select epoch from workspace where workspace_id = any($1::text[]) for share",
    [workspaceIds],
  );
  if (rows.length !== workspaceIds.length || rows.some((row) => row.epoch !== epoch)) {
    throw new Error(`Epoch ${epoch} is over: another process writes here`);
  }
}

/** The snapshot counts too: after compaction no row is left to continue from. */
async function lastSeq(client: Client, workspaceId: string, doc: string): Promise<number> {
  const { rows } = await client.query<{ seq: number }>(
    `select greatest(coalesce((select max(seq) from update_log where workspace_id = $1 and doc = $2), 0),
                     coalesce((select seq from snapshot where workspace_id = $1 and doc = $2), 0)) as seq`,
    [workspaceId, doc],
  );
  return rows[0]?.seq ?? 0;
}

async function bind(client: Client, { workspaceId, doc, newClients, userId }: UpdateRow): Promise<void> {
  await client.query(
    `insert into writer (workspace_id, doc, client, user_id) select $1, $2, unnest($3::bigint[]), $4
     on conflict (workspace_id, doc, client) do nothing`,
    [workspaceId, doc, newClients, userId],
  );
}

/** Folds the rows there are into the snapshot and deletes exactly those; returns the bytes that gave back. */
async function compact(client: PoolClient, workspaceId: string, doc: string): Promise<number> {
  // One at a time for each document; the second finds nothing left to do.
  await client.query("select pg_advisory_xact_lock(hashtext($1), hashtext($2))", [workspaceId, doc]);
  const { rows } = await client.query<Row>(
    "select seq, bytes, time, user_id from update_log where workspace_id = $1 and doc = $2 order by seq",
    [workspaceId, doc],
  );
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const snapshot = await client.query<{ state: Buffer }>(
    "select state from snapshot where workspace_id = $1 and doc = $2 for update",
    [workspaceId, doc],
  );
  const before = [...snapshot.rows.map((row) => row.state), ...rows.map(({ bytes }) => bytes)];
  const state = foldUpdates(before);
  // Revisions name their authors from the log: remember who wrote in the rows that go.
  await client.query(
    `insert into contribution (workspace_id, doc, user_id, last_seq)
     select workspace_id, doc, user_id, max(seq) from update_log
     where workspace_id = $1 and doc = $2 and seq <= $3 and user_id is not null group by workspace_id, doc, user_id
     on conflict (workspace_id, doc, user_id) do update set last_seq = excluded.last_seq`,
    [workspaceId, doc, last.seq],
  );
  await client.query(
    `insert into snapshot (workspace_id, doc, seq, state, time, user_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, doc) do update
     set seq = excluded.seq, state = excluded.state, time = excluded.time, user_id = excluded.user_id`,
    [workspaceId, doc, last.seq, Buffer.from(state), last.time, last.user_id],
  );
  const gone = await client.query(
    "delete from update_log where workspace_id = $1 and doc = $2 and seq between $3 and $4",
    [workspaceId, doc, rows[0]?.seq, last.seq],
  );
  if (gone.rowCount !== rows.length) throw new Error("Another process folded the same rows");
  return before.reduce((sum, bytes) => sum + bytes.length, -state.length);
}
