import fc from "fast-check";
import { assertHarmless, hostileCase } from "../support/hostile-texts.ts";
import type { Row } from "./measure.ts";

/** Some ten minutes on the machine the first results came from; in batches, since all at once would fill the memory. */
const batches = 270;
const batchSize = 1000;
/** A text of a few thousand signs that takes this long is a hang to whoever waits for it. */
const hangMs = 5_000;

/** Hostile texts put to the runtime: how many crash it, hang it or change what everything inherits from. Must be none. */
export async function run(): Promise<Row[]> {
  const findings: string[] = [];
  let slowest = 0;
  // fast-check makes the cases; none ends the run, so that all findings are seen.
  for (const one of hostileCases()) {
    const start = performance.now();
    try {
      assertHarmless(one);
    } catch (problem) {
      findings.push(`${problem}\n${one.text.slice(0, 2000)}`);
      console.error(findings.at(-1));
    }
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (took > hangMs) {
      findings.push(`took ${Math.round(took)} ms\n${one.text.slice(0, 2000)}`);
      console.error(findings.at(-1));
    }
  }
  const cases = batches * batchSize;
  const name = `crashes, hangs and prototype changes (slowest: ${Math.round(slowest)} ms)`;
  return [
    { name, ours: findings.length, peer: cases, peerName: "hostile texts", unit: "", ratio: findings.length / cases },
  ];
}

function* hostileCases() {
  for (let batch = 0; batch < batches; batch += 1) {
    if (batch % 10 === 0) console.error(`${batch * batchSize} of ${batches * batchSize} texts`);
    yield* fc.sample(hostileCase, { numRuns: batchSize, seed: 20261123 + batch });
  }
}
