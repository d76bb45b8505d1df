import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

/**
 * Hocuspocus as its documentation sets it up, in a process of its own: `node stock-hocuspocus.ts <options as JSON>`.
 * With a `database` it stores by its SQLite extension, without one it keeps everything in memory.
 */
const { database, port = 0 } = JSON.parse(process.argv[2] ?? "{}") as { database?: string; port?: number };
const extensions = database === undefined ? [] : [new SQLite({ database })];
const server = new Server({ port, address: "127.0.0.1", quiet: true, extensions });
await server.listen();
process.stdout.write(`${JSON.stringify({ url: server.httpURL })}\n`);
