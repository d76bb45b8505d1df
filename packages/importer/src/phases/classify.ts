import { remembered } from "../text/remembered.ts";
import { type Cue, chineseCues, type EntryKind, englishCues } from "../words/cues.ts";

/** How much speaks for each kind. */
export type Scores = Readonly<Record<EntryKind, number>>;

/** What the words of an entry alone say about its kind. */
export const scoresOf: (words: string) => Scores = remembered(readScores);

function readScores(words: string): Scores {
  const cues = /\p{Script=Han}/u.test(words) ? chineseCues : englishCues;
  const head = words.length > 400 ? words.slice(0, 400) : words;
  return {
    duty: sum(cues.duty, head),
    qualification: sum(cues.qualification, head),
    standard: sum(cues.standard, head),
    pay: sum(cues.pay, head),
    condition: sum(cues.condition, head),
    chatter: sum(cues.chatter, head),
  };
}

function sum(cues: readonly Cue[], words: string): number {
  let total = 0;
  for (const [weight, pattern] of cues) if (pattern.test(words)) total += weight;
  return total;
}
