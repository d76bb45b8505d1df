/**
 * Whether the sign at a place of a text fits a pattern for one sign. The pattern is asked about each sign once: what is
 * asked of every character of a text must cost no more than a look.
 */
export function signTest(pattern: { test(sign: string): boolean }): (chars: string, at: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (chars, at) => {
    const code = chars.charCodeAt(at);
    if (Number.isNaN(code)) return false;
    known[code] ||= pattern.test(String.fromCharCode(code)) ? 2 : 1;
    return known[code] === 2;
  };
}
