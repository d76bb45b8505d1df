/** Between two attempts to fetch code. */
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/**
 * A part of the page's code that something cannot do without: what could not be fetched is fetched again, ever more
 * slowly, until it is there.
 */
export async function loaded<Module>(load: () => Promise<Module>): Promise<Module> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
