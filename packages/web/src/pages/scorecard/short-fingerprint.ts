/** The beginning of a hash as people compare it, here and on paper: sixteen digits in groups of four. */
export function shortFingerprint(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");
}
