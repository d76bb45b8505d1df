import pg, { type Client } from "pg";
import { StorageBusyError } from "../storage.ts";

/** First of the two numbers of our advisory locks: "role" in ASCII. */
const lockSpace = 0x726f6c65;

/** A connection that holds the workspace, and the epoch it holds it under. */
export interface Lease {
  readonly client: Client;
  readonly epoch: number;
}

/**
 * Takes hold of a workspace: an advisory lock that PostgreSQL drops with the connection, so no stale one is ever left,
 * and a new epoch, which every append is checked against. A process that was cut off and believes to hold it still
 * can write nothing any more.
 *
 * With `previous` the hold is only taken again, and refused when somebody else had it in between. Throws
 * `StorageBusyError` when another process holds the workspace.
 */
export async function takeLease(url: string, workspaceId: string, previous?: number): Promise<Lease> {
  const client = await connect(url);
  try {
    const locked = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as locked", [
      lockSpace,
      workspaceId,
    ]);
    if (locked.rows[0]?.locked !== true) throw new StorageBusyError("The database");
    return { client, epoch: await nextEpoch(client, workspaceId, previous) };
  } catch (problem) {
    await client.end();
    throw problem;
  }
}

/** A connection whose commits survive a loss of power, whatever the server's default is. */
export async function connect(url: string): Promise<Client> {
  const client = new pg.Client(connectionTo(url));
  endWhenSilent(client);
  // Told of by the query that fails; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("set synchronous_commit = on");
  return client;
}

/** A database that gives no answer for so long is taken for one that is away: appends fail, and their writers are told. */
const patienceMs = 10_000;

/** How every connection to the database is made. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "rolewright",
    types,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  };
}

/**
 * Ends a connection with the first query that got no answer in time. node-postgres 8.23 gives up on the query alone: all
 * later ones would wait behind it, on a line that may be dead.
 */
export function endWhenSilent(client: pg.ClientBase & { end(): Promise<void> }): void {
  const ask = client.query.bind(client) as (...question: unknown[]) => unknown;
  client.query = ((...question: unknown[]) => {
    const answer = ask(...question);
    if (answer instanceof Promise) answer.catch((problem: Error) => isTimeout(problem) && void client.end());
    return answer;
  }) as typeof client.query;
}

function isTimeout(problem: Error): boolean {
  return problem.message === "Query read timeout";
}

const bigintType = 20;

/** Positions and counts fit into a double; node-postgres gives them as texts otherwise. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    return id === bigintType ? Number : pg.types.getTypeParser(id, format as "text");
  },
};

async function nextEpoch(client: Client, workspaceId: string, previous: number | undefined): Promise<number> {
  const { rows } = await client.query<{ epoch: number }>(
    `insert into workspace (workspace_id, name, language, epoch, created_at) values ($1, '', 'zh-CN', 1, $2)
     on conflict (workspace_id) do update set epoch = workspace.epoch + 1
     where $3::bigint is null or workspace.epoch = $3::bigint returning epoch`,
    [workspaceId, new Date().toISOString(), previous ?? null],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Epoch ${previous} is over: another process wrote here`);
  return row.epoch;
}
