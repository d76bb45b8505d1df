import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { ImportWorker } from "@rolewright/importer";

/*
 * Reads one file as the command line and the server do, in a process that does nothing else, and prints what it took:
 * `{ seconds, megabytes }`, the most memory that the whole process had.
 */

const [path = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const worker = new ImportWorker();
const start = performance.now();
await worker.read({ name: basename(path), bytes });
const seconds = (performance.now() - start) / 1000;
await worker.close();
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
