import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Killable,
  killRounds,
  startProgram,
  typeThroughKills,
} from "../../packages/server/src/test-support/kill-rounds.ts";
import { killableServer } from "../../packages/server/src/test-support/killable-server.ts";
import { seededRandom } from "../../packages/server/src/test-support/seeded-random.ts";
import type { Row } from "./measure.ts";

/** Kills of each server; `KILLS` overrides. */
const kills = Number(process.env.KILLS ?? 200);
const peerName = "stock Hocuspocus + SQLite";

/**
 * Servers killed (SIGKILL) at random moments while two people type: how many edits they had acknowledged are gone after
 * the restart. Ours folds its log every 40 edits here, so that many kills fall into a compaction.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-kills-"));
  const seed = Number(process.env.SEED ?? 20_261_123);
  try {
    const ours = () => killableServer({ dataFolder: mkdtempSync(join(folder, "ours-")), templatesFolder: folder });
    const rounds = await killRounds(await ours(), kills, seededRandom(seed));
    const peer = await killRounds(stock(join(folder, "stock.sqlite")), kills, seededRandom(seed));
    const through = await typeThroughKills(await ours(), 20, seededRandom(seed));
    const peerThrough = await typeThroughKills(stock(join(folder, "through.sqlite")), 20, seededRandom(seed));
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
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
