import type { TestContext } from "node:test";

/**
 * Makes subtests of a journey whose steps build on each other: after one has failed the others are skipped, since
 * they could only fail for the same reason, and slowly.
 */
export function journey(t: TestContext): (name: string, step: () => Promise<void>) => Promise<void> {
  let failed = false;
  return (name, step) =>
    t.test(name, { skip: failed && "an earlier step failed" }, async () => {
      try {
        await step();
      } catch (error) {
        failed = true;
        throw error;
      }
    });
}
