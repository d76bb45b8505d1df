import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "../../packages/server/src/test-support/embedded-postgres.ts";
import {
  type Killable,
  type KillResult,
  killRounds,
  startProgram,
  typeThroughKills,
} from "../../packages/server/src/test-support/kill-rounds.ts";
import { killableServer } from "../../packages/server/src/test-support/killable-server.ts";
import { heldFile, lineTo, type Outage, typeThroughOutage } from "../../packages/server/src/test-support/outages.ts";
import { seededRandom } from "../../packages/server/src/test-support/seeded-random.ts";
import type { Row } from "./measure.ts";

/** Kills of each server; `KILLS` overrides. */
const kills = Number(process.env.KILLS ?? 200);
const killsPerText = 20;
/** Seconds each database is away; `OUTAGE` overrides. */
const outageSeconds = Number(process.env.OUTAGE ?? 60);
const peerName = "stock Hocuspocus + SQLite";

/**
 * Servers killed (SIGKILL) at random moments while two people type: how many edits they had acknowledged are gone after
 * the restart. Ours folds its log every 40 edits here, so that many kills fall into a compaction. Then databases that are
 * away for a minute, at whose end the server is killed.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-kills-"));
  const seed = Number(process.env.SEED ?? 20_261_123);
  try {
    const ours = () => killableServer({ dataFolder: mkdtempSync(join(folder, "ours-")), templatesFolder: folder });
    const rounds = await killOften(ours, seededRandom(seed));
    const stockAnew = () => Promise.resolve(stock(join(mkdtempSync(join(folder, "stock-")), "stock.sqlite")));
    const peer = await killOften(stockAnew, seededRandom(seed));
    const through = await typeThroughKills(await ours(), 20, seededRandom(seed));
    const peerThrough = await typeThroughKills(stock(join(folder, "through.sqlite")), 20, seededRandom(seed));
    const outages = await sitOutOutages(folder);
    return [
      row(
        `acknowledged edits lost in ${kills} kills, of ${rounds.acknowledged} (peer: of ${peer.acknowledged})`,
        rounds.lost,
        peer.lost,
      ),
      row(
        `edits missing or doubled after typing through 20 kills, of ${through.acknowledged} (peer: of ${peerThrough.acknowledged})`,
        through.lost + through.twice,
        peerThrough.lost + peerThrough.twice,
      ),
      ...outages,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each text is written in for so many kills only: it grows with each, and is read whole after each. */
async function killOften(server: () => Promise<Killable>, random: () => number): Promise<KillResult> {
  const total = { acknowledged: 0, lost: 0, twice: 0 };
  for (let done = 0; done < kills; done += killsPerText) {
    const { acknowledged, lost, twice } = await killRounds(
      await server(),
      Math.min(killsPerText, kills - done),
      random,
    );
    total.acknowledged += acknowledged;
    total.lost += lost;
    total.twice += twice;
  }
  return total;
}

/** Ours on either database; stock Hocuspocus stores in a file, which can only be held. */
async function sitOutOutages(folder: string): Promise<Row[]> {
  const dataFolder = mkdtempSync(join(folder, "held-"));
  const held = await sitOut({ dataFolder }, heldFile(join(dataFolder, "rolewright.sqlite")), folder);
  const postgres = await startPostgres();
  const line = await lineTo(await postgres.database());
  const cut = await sitOut({ dataFolder: mkdtempSync(join(folder, "cut-")), databaseUrl: line.url }, line.cut, folder);
  line.close();
  await postgres.stop();
  const file = join(folder, "held.sqlite");
  const peer = await typeThroughOutage(stock(file), heldFile(file), outageSeconds * 1000);
  return Object.entries({ "the database file held": held, "the line to PostgreSQL cut": cut }).flatMap(
    ([what, { typed, wrong, acknowledged, lost }]) => [
      row(
        `${what} for ${outageSeconds} s, then a kill: acknowledged edits lost, of ${acknowledged} (peer, its file held: of ${peer.acknowledged})`,
        lost,
        peer.lost,
      ),
      row(
        `${what}: edits missing or doubled of one who types on, of ${typed} (peer: of ${peer.typed})`,
        wrong,
        peer.wrong,
      ),
    ],
  );
}

async function sitOut(
  storage: { readonly dataFolder: string; readonly databaseUrl?: string },
  outage: Outage,
  templatesFolder: string,
) {
  return typeThroughOutage(await killableServer({ ...storage, templatesFolder }), outage, outageSeconds * 1000);
}

function stock(database: string): Killable {
  const program = fileURLToPath(new URL("./stock-hocuspocus.ts", import.meta.url));
  let port = 0;
  return {
    async start() {
      const { child, line } = await startProgram(program, JSON.stringify({ database, port }));
      const { url } = line as { readonly url: string };
      port = Number(new URL(url).port);
      return { child, address: url.replace("http", "ws"), socketClass: WebSocket, doc: "stress" };
    },
  };
}

function row(name: string, ours: number, peer: number): Row {
  return { name, ours, peer, peerName, unit: "edits", ratio: ours === peer ? 1 : ours / peer };
}
