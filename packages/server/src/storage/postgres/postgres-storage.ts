import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from "kysely";
import pg from "pg";
import type { Storage } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { connect, connectionTo, endWhenSilent, takeLease } from "./lease.ts";
import { migrate } from "./migrate.ts";
import { PostgresLog } from "./postgres-log.ts";

/**
 * Opens a PostgreSQL database, making the tables where they are missing. One process at a time holds a workspace.
 *
 * Throws `StorageBusyError` when another process holds it.
 */
export async function openPostgresStorage(url: string, workspaceId: string): Promise<Storage> {
  const setup = await connect(url);
  try {
    // Two processes that start at once must not make the same tables twice.
    await setup.query("select pg_advisory_lock($1, 0)", [migrationLock]);
    await migrate(setup);
  } finally {
    await setup.end();
  }
  const lease = await takeLease(url, workspaceId);
  const pool = new pg.Pool({ ...connectionTo(url), max: 10 });
  pool.on("connect", endWhenSilent);
  // An idle connection that breaks is replaced; the query that needs it tells of the trouble.
  pool.on("error", () => undefined);
  const log = new PostgresLog({ url, workspaceId, pool, lease });
  const database = new Kysely<Tables>({ dialect: new OrderedDialect({ pool }) });
  return {
    database,
    log,
    // PostgreSQL ends itself when its disk fails, and finds out what is there when it starts.
    broken: new Promise(() => undefined),
    async close() {
      await log.close();
      await database.destroy();
    },
  };
}

const migrationLock = 0x726f6c66;
const writeLock = 0x726f6c67;

/**
 * Transactions follow one another, as they do on SQLite: several read first and write what they worked out from it
 * (the next version's number), and two of them at once would work out the same.
 */
class OrderedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): OrderedDriver {
    return new OrderedDriver(this.#config);
  }
}

class OrderedDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin"));
    await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${writeLock}, 0)`));
  }
}
