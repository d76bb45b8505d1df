import type { Database } from "better-sqlite3";
import { checkKnown, migrations } from "../migrations.ts";

/** Brings the database to the newest schema; throws when it was written by a newer Rolewright. */
export function migrate(database: Database): void {
  const done = Number(database.pragma("user_version", { simple: true }));
  checkKnown(done);
  migrations.slice(done).forEach((statements, index) => {
    database.transaction(() => {
      database.exec(statements);
      database.pragma(`user_version = ${done + index + 1}`);
    })();
  });
}
