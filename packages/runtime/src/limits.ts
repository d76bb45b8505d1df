/**
 * What a template may at most be. Templates are untrusted text: these caps are checked by a linear scan before
 * anything recursive runs. A role with 2,000 items takes about 0.8 MB and 140,000 tokens.
 */
export const limits = {
  /** UTF-16 code units of text. */
  size: 1_000_000,
  /** Objects and lists inside one another. */
  depth: 64,
  tokens: 300_000,
  /** Findings handed out about one text; what goes beyond is counted, not listed. */
  findings: 200,
  /** Schemas one `$ref` may stand for, all told, when every reference is written out. */
  references: 10_000,
  /** Templates inherited one from the other. */
  ancestors: 8,
  /** Values that `x-extends` brings into one template, all told: a large part may be taken in many places. */
  inherited: 200_000,
} as const;
