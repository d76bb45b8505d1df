import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./node.mjs";

/**
 * Runs `test/bench/*.bench.ts`, one after the other; arguments narrow to files that contain one of them. Each exports
 * `run(): Promise<Row[]>`, a row being `{ name, ours, peer, peerName, unit, ratio }`: ours and a named peer measured in
 * the same run. Prints each table and keeps it in `test/bench/results.md`, one section a bench with its own date, so
 * that a long bench need not run for the others to be brought up to date.
 */
const results = join(root, "test/bench/results.md");
const heading =
  "# Benchmark results\n\nWritten by `npm run bench`. Peers run in the same process and run; compare ratios, not times.";
const filters = process.argv.slice(2);
const files = globSync("test/bench/*.bench.ts", { cwd: root }).sort();
const chosen = files.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));

for (const file of chosen) {
  console.error(`Running ${file}…`);
  const { run } = await import(pathToFileURL(join(root, file)));
  const table = tableOf(await run());
  console.log(`${table}\n`);
  keep(basename(file, ".bench.ts"), table);
}

function tableOf(rows) {
  const lines = rows.map(
    ({ name, ours, peer, peerName, unit, ratio }) =>
      `| ${name} | ${figure(ours)} ${unit} | ${peerName}: ${figure(peer)} ${unit} | ${figure(ratio)} |`,
  );
  return ["| what | ours | peer | ratio (ours ÷ peer) |", "|---|---:|---:|---:|", ...lines].join("\n");
}

/** Puts a bench's section in place of its earlier one; sections of benches that are gone go too. */
function keep(bench, table) {
  const sections = existsSync(results) ? sectionsOf(readFileSync(results, "utf8")) : new Map();
  sections.set(bench, `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}.\n\n${table}`);
  const names = files.map((file) => basename(file, ".bench.ts")).filter((name) => sections.has(name));
  const text = names.map((name) => `## ${name}\n\n${sections.get(name)}\n`).join("\n");
  writeFileSync(results, `${heading}\n\n${text}`);
}

function sectionsOf(text) {
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n")).trim()]));
}

function machine() {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version}`;
}

/** Three significant digits, with grouped thousands. */
function figure(value) {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}
