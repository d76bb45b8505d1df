import fc from "fast-check";
import { encounters, problemAfter } from "../../packages/web/src/pages/workspace/merging/two-people.ts";
import type { Row } from "./measure.ts";

const cases = Number(process.env.CASES ?? 60_000);

/**
 * Two people who move, remove, paste and type in the same duties at once: in how many encounters the merged text cannot
 * be read, or words are lost, doubled or come to stand in another duty. Must be none; beside it what Yjs alone makes
 * of the same encounters. The seed is drawn anew for each run and printed.
 */
export async function run(): Promise<Row[]> {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  console.error(`seed ${seed}`);
  const count = { ours: 0, peer: 0 };
  for (const encounter of fc.sample(encounters({ mine: 3, theirs: 3 }), { numRuns: cases, seed })) {
    const problem = await problemAfter(encounter);
    if (problem !== undefined) {
      count.ours += 1;
      console.error(`${JSON.stringify(encounter)}: ${problem}`);
    }
    if ((await problemAfter(encounter, false)) !== undefined) count.peer += 1;
  }
  const name = `damage in ${cases.toLocaleString("en")} random encounters (seed ${seed})`;
  return [{ name, ...count, peerName: "Yjs alone", unit: "", ratio: count.ours / count.peer }];
}
