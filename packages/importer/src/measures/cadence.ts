import type { Cadence } from "../generated/import-result.ts";
import { remembered } from "../text/remembered.ts";
import { cadenceWords, cadenceWordsEnglish } from "../words/measure-words.ts";

export interface FoundCadence {
  readonly cadence: Cadence;
  /** Every so many; absent for every one. */
  readonly interval?: number;
}

/** How often, as the words say; of several the one said first, explicit ones (每周) before hints (月度). */
export const cadenceOf: (clause: string) => FoundCadence | undefined = remembered(readCadence);

function readCadence(clause: string): FoundCadence | undefined {
  const han = /\p{Script=Han}/u.test(clause);
  const rows = han ? cadenceWords : cadenceWordsEnglish;
  const hits = rows.flatMap(({ cadence, interval, pattern }) => {
    const match = pattern.exec(clause);
    if (!match) return [];
    const explicit = !han || match[0].startsWith("每");
    return [{ cadence, interval, rank: match.index - (explicit ? 1000 : 0) - (interval === undefined ? 0 : 0.5) }];
  });
  // 每人每月 and 半年度 each hit twice: the longer interval words come first in the table and win at the same place.
  const [first] = hits.sort((left, right) => left.rank - right.rank);
  if (!first) return undefined;
  return first.interval === undefined
    ? { cadence: first.cadence }
    : { cadence: first.cadence, interval: first.interval };
}
