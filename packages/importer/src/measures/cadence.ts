import type { Cadence } from "../generated/import-result.ts";
import { remembered } from "../text/remembered.ts";
import { chineseNumber, englishNumbers } from "../words/figures.ts";
import {
  cadenceWords,
  cadenceWordsEnglish,
  everyMany,
  everyManyEnglish,
  gapWords,
  gapWordsEnglish,
  sameCadence,
} from "../words/measure-words.ts";

export interface FoundCadence {
  readonly cadence: Cadence;
  /** Every so many; absent for every one. */
  readonly interval?: number;
}

/** How often, as the words say; of several the one said first, explicit ones (每周) before hints (月度). */
export const cadenceOf: (clause: string) => FoundCadence | undefined = remembered(readCadence);

/** Without any of these no words tell how often. */
const mayRecur = /[天日周月季年期拜班次单起批逢晚早时]/u;
const mayRecurEnglish =
  /day|dai|night|week|month|quarter|year|annu|shift|term|semester|hour|event|occurrence|occasion|fortnight|p\.\s?a\./iu;

function readCadence(clause: string): FoundCadence | undefined {
  const han = /\p{Script=Han}/u.test(clause);
  if (!(han ? mayRecur : mayRecurEnglish).test(clause)) return undefined;
  return everySeveral(clause, han) ?? readWord(clause, han);
}

const spans: Readonly<Record<string, Cadence>> = {
  小时: "hour",
  天: "day",
  日: "day",
  周: "week",
  星期: "week",
  月: "month",
  季度: "quarter",
  年: "year",
};

/** 每2小时, every ten days, every six months. */
function everySeveral(clause: string, han: boolean): FoundCadence | undefined {
  const { many = "", span = "" } = (han ? everyMany : everyManyEnglish).exec(clause)?.groups ?? {};
  const count = /\d/u.test(many) ? Number(many) : han ? chineseNumber(many) : englishNumbers[many.toLowerCase()];
  const cadence = han ? spans[span] : (span.toLowerCase() as Cadence);
  if (!count || !cadence) return undefined;
  if (count === 1) return { cadence };
  const same = sameCadence[`${count} ${cadence}`];
  return same ? { cadence: same, ...(count === 14 ? { interval: 2 } : {}) } : { cadence, interval: count };
}

/** 每隔4小时测温, checked every 30 minutes: how long it may be from one to the next, where no number of times is told. */
export function gapOf(clause: string): { readonly value: number; readonly unit: string } | undefined {
  const han = /\p{Script=Han}/u.test(clause);
  const { many = "", span = "" } = (han ? gapWords : gapWordsEnglish).exec(clause)?.groups ?? {};
  const value = /\d/u.test(many) ? Number(many) : han ? chineseNumber(many) : englishNumbers[many.toLowerCase()];
  return value ? { value, unit: han ? span : `${span.toLowerCase()}s` } : undefined;
}

function readWord(clause: string, han: boolean): FoundCadence | undefined {
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
