import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Rooms } from "../../packages/server/src/collaboration/rooms.ts";
import { openSqliteStorage } from "../../packages/server/src/storage/sqlite/sqlite-storage.ts";

/** Writes into so many documents, each opened and closed again, and says the memory after the first 1,000 and at last. */
const documents = Number(process.argv[2]);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const folder = mkdtempSync(join(tmpdir(), "rolewright-open-"));
const storage = await openSqliteStorage(folder, "main");
const rooms = new Rooms({
  log: storage.log,
  clock: () => new Date(),
  access: () => Promise.resolve("write"),
  report: () => undefined,
});
const text = "岗位职责与考核标准。\n".repeat(200);
let beforeMb = 0;
for (let doc = 1; doc <= documents; doc++) {
  await rooms.write("main", `doc-${doc}`, `${doc} ${text}`, null);
  if (doc === 1_000) beforeMb = memoryMb();
}
const afterMb = memoryMb();
await rooms.close();
await storage.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ beforeMb, afterMb, open: rooms.hocuspocus.getDocumentsCount() })}\n`);

function memoryMb(): number {
  collect();
  collect();
  return process.memoryUsage().rss / 1024 / 1024;
}
