import { type Cue, chineseCues, type EntryKind, englishCues } from "../words/cues.ts";

/** How much speaks for each kind. */
export type Scores = Readonly<Record<EntryKind, number>>;

const kinds: readonly EntryKind[] = ["duty", "qualification", "standard", "pay", "condition", "chatter"];

/** What the words of an entry alone say about its kind. */
export function scoresOf(words: string): Scores {
  const cues = /\p{Script=Han}/u.test(words) ? chineseCues : englishCues;
  const head = words.length > 400 ? words.slice(0, 400) : words;
  const entries = kinds.map((kind) => [kind, sum(cues[kind], head)] as const);
  return Object.fromEntries(entries) as Record<EntryKind, number>;
}

function sum(cues: readonly Cue[], words: string): number {
  return cues.reduce((total, [weight, pattern]) => total + (pattern.test(words) ? weight : 0), 0);
}

/** The kind that the words speak for, and by how much it leads; undefined when nothing leads. */
export function likeliest(scores: Scores): { readonly kind: EntryKind; readonly lead: number } | undefined {
  const ranked = [...kinds].sort((left, right) => scores[right] - scores[left]);
  const [best, next] = ranked;
  if (best === undefined || next === undefined || scores[best] <= 0) return undefined;
  return { kind: best, lead: scores[best] - scores[next] };
}
