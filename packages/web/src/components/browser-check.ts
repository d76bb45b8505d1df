/** The little a component test needs beside the runner's mocha, whose globals it types. */
declare const it: (name: string, run: () => Promise<void> | void) => void;

/** One sentence of behaviour. */
export function test(name: string, run: () => Promise<void> | void): void {
  it(name, run);
}

/** Deep equality of plain data. */
export function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`Expected ${wanted}, got ${got}`);
}

export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected “${part}” in “${text.slice(0, 400)}”`);
}
