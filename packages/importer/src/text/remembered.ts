/** Texts that one function remembers at most; above it, it begins anew. */
const most = 4_000;
/** Longer texts hardly ever come twice. */
const longest = 160;
const memories: Map<string, unknown>[] = [];

/**
 * The same pure function, which remembers what it said of each text: within one document headings, labels and whole
 * sentences come again and again, and the phases ask several times about the same words. What it gives must not be
 * changed by who asks. The memory lasts until {@link forgetAll}, so that no words of a document stay behind.
 */
export function remembered<Answer>(ask: (words: string) => Answer): (words: string) => Answer {
  const known = new Map<string, Answer>();
  memories.push(known);
  return (words) => {
    if (words.length > longest) return ask(words);
    const before = known.get(words);
    if (before !== undefined || known.has(words)) return before as Answer;
    if (known.size >= most) known.clear();
    const answer = ask(words);
    known.set(words, answer);
    return answer;
  };
}

/** Empties every memory: at the end of a reading. */
export function forgetAll(): void {
  for (const known of memories) known.clear();
}
