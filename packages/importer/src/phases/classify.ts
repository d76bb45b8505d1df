import { remembered } from "../text/remembered.ts";
import { type Cue, chineseCues, type EntryKind, englishCues } from "../words/cues.ts";

/** How much speaks for each kind. */
export type Scores = Readonly<Record<EntryKind, number>>;

/** What the words of an entry alone say about its kind. */
export const scoresOf: (words: string) => Scores = remembered(readScores);

/** The role or the reader as who does what the sentence says. */
const subject =
  /^(?:(?:(?:each|every) (?:day|shift|week|month|quarter|year),? )?(?:you|the (?:post ?holder|job ?holder|role holder|successful (?:candidate|applicant)|incumbent)|they)(?:'ll| will| would| shall| must| are (?:expected|required) to)(?: also| then| regularly)? |(?:they|he|she|you)(?: also| then| regularly)? (?=[a-z]+ )|the (?:[a-z-]+ )?(?:manager|officer|supervisor|leader|clerk|assistant|technician|operator|auditor|agent|driver|nurse|coordinator|inspector|engineer|analyst|administrator|planner|cook|baker|buyer) (?:also |then )?(?=[a-z]+s )|(?:(?:本|该|此)(?:岗位|职位|岗|职)(?:人员|员工)?(?:需要|需|要|应|须|将)?)?(?:主要|还要?|同时|另外|并)?)/iu;

function readScores(words: string): Scores {
  const cues = /\p{Script=Han}/u.test(words) ? chineseCues : englishCues;
  const head = words.length > 400 ? words.slice(0, 400) : words;
  return {
    // 该岗位负责…, Each week you will…: whose duty it is says nothing about which it is.
    duty: sum(cues.duty, head.replace(subject, "")),
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
