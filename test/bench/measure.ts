/** One line of the results: ours and a named peer, measured in the same process and run. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly unit: string;
  /** ours ÷ peer: below 1 is faster than the peer where `unit` is a time, slower where it is a rate. */
  readonly ratio: number;
}

/**
 * Times two functions in turns, so that a slow moment of the machine hits both, and compares the fastest round of each:
 * whatever else the machine does only ever makes a round slower.
 */
export async function compare(
  name: string,
  peerName: string,
  ours: () => unknown,
  peer: () => unknown,
  rounds: number,
): Promise<Row> {
  for (let round = 0; round < Math.ceil(rounds / 4); round += 1) await Promise.all([ours(), peer()]);
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await milliseconds(ours));
    times.peer.push(await milliseconds(peer));
  }
  const [oursMs, peerMs] = [Math.min(...times.ours), Math.min(...times.peer)];
  return { name, ours: oursMs, peer: peerMs, peerName, unit: "ms", ratio: oursMs / peerMs };
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
