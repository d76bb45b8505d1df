import type { Say } from "./phrases.ts";

/** What the sentence of a finding, or the label of its mend, is made of; the runtime's diagnostics and fixes fit. */
export interface FindingWords {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong in a template's text, as a sentence. */
export function findingInWords({ code, params }: FindingWords, t: Say): string {
  return t(`diagnostics.${code}`, params);
}

/** What a quick fix does, as its label. */
export function fixInWords({ code, params }: FindingWords, t: Say): string {
  return t(`fixes.${code}`, params);
}
