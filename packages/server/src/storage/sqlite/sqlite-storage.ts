import type { Database } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import type { Storage } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { GroupCommitLog } from "./group-commit-log.ts";
import { migrate } from "./migrate.ts";
import { claimFolder, databaseFile, flushFolder, openDatabase, prepareFolder } from "./open-database.ts";

/**
 * Opens the embedded database in a data folder, making both where they are missing.
 *
 * Throws `StorageBusyError` when another process has the folder open.
 */
export async function openSqliteStorage(dataFolder: string, workspaceId: string): Promise<Storage> {
  prepareFolder(dataFolder);
  const claim = claimFolder(dataFolder);
  try {
    return await openClaimed(dataFolder, workspaceId, claim);
  } catch (problem) {
    claim.close();
    throw problem;
  }
}

async function openClaimed(dataFolder: string, workspaceId: string, claim: Database): Promise<Storage> {
  const connection = openDatabase(databaseFile(dataFolder));
  migrate(connection);
  const epoch = nextEpoch(connection, workspaceId);
  const log = await GroupCommitLog.open(databaseFile(dataFolder), epoch);
  // Database and write-ahead log are there by now: their names too must outlive loss of power.
  flushFolder(dataFolder);
  const database = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: connection }) });
  return {
    database,
    log,
    broken: log.broken,
    async close() {
      await log.close();
      await database.destroy();
      claim.close();
    },
  };
}

function nextEpoch(connection: Database, workspaceId: string): number {
  const row = connection
    .prepare(
      `insert into workspace (workspace_id, name, language, epoch, created_at)
       values (?, '', 'zh-CN', 1, strftime('%Y-%m-%dT%H:%M:%fZ'))
       on conflict (workspace_id) do update set epoch = epoch + 1 returning epoch`,
    )
    .get(workspaceId) as { epoch: number };
  return row.epoch;
}

/**
 * Transactions take the write lock when they begin. One that reads first and writes later would fail with
 * SQLITE_BUSY_SNAPSHOT, which no timeout waits for, whenever the log's thread commits in between.
 */
class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config);
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}
