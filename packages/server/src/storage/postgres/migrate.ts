import type { Client } from "pg";
import { checkKnown, migrations } from "../migrations.ts";

/** Brings the database to the newest schema, all steps or none; throws when a newer Rolewright wrote it. */
export async function migrate(client: Client): Promise<void> {
  await client.query("begin");
  try {
    await client.query("create table if not exists schema_step (step bigint not null primary key)");
    const { rows } = await client.query<{ step: number | null }>("select max(step) as step from schema_step");
    const done = rows[0]?.step ?? 0;
    checkKnown(done);
    for (const [index, statements] of migrations.slice(done).entries()) {
      await client.query(inPostgres(statements));
      await client.query("insert into schema_step (step) values ($1)", [done + index + 1]);
    }
    await client.query("commit");
  } catch (problem) {
    await client.query("rollback");
    throw problem;
  }
}

/**
 * The same tables with PostgreSQL's types. Texts sort by their bytes, as in SQLite: an order that depends on the
 * server's locale would differ from one installation to the next.
 */
function inPostgres(statements: string): string {
  return statements
    .replace(/\) strict(?:, without rowid)?;/g, ");")
    .replace(/\binteger\b/g, "bigint")
    .replace(/\bblob\b/g, "bytea")
    .replace(/ text(?=(?: not null)?(?:,|\n| primary key| references))/g, ' text collate "C"');
}
