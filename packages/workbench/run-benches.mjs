import { globSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./node.mjs";

/**
 * Runs `test/bench/*.bench.ts`, one after the other. Each exports `run(): Promise<Row[]>`, a row being
 * `{ name, ours, peer, peerName, unit, ratio }`: ours and a named peer measured in the same run. Prints the table and,
 * unless narrowed by an argument, writes it to `test/bench/results.md`.
 */
const filters = process.argv.slice(2);
const files = globSync("test/bench/*.bench.ts", { cwd: root }).sort();
const chosen = files.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));

const rows = [];
for (const file of chosen) {
  console.error(`Running ${file}…`);
  const { run } = await import(pathToFileURL(join(root, file)));
  rows.push(...(await run()));
}

const table = [
  "| what | ours | peer | ratio (ours ÷ peer) |",
  "|---|---:|---:|---:|",
  ...rows.map(
    (row) =>
      `| ${row.name} | ${figure(row.ours)} ${row.unit} | ${row.peerName}: ${figure(row.peer)} ${row.unit} | ${figure(row.ratio)} |`,
  ),
].join("\n");
console.log(table);
if (filters.length === 0) writeFileSync(join(root, "test/bench/results.md"), `${heading()}\n\n${table}\n`);

function heading() {
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version}`;
  return `# Benchmark results\n\nWritten by \`npm run bench\` on ${date}, ${machine}. Peers run in the same process and run; compare ratios, not times.`;
}

/** Three significant digits, with grouped thousands. */
function figure(value) {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}
