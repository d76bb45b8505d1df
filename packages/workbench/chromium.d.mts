/** A Chromium to drive, with the environment and flags its process needs. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: string[];
  readonly origin: "stated" | "installed" | "bundled";
}

/** Finds a browser; throws a sentence to act on when there is none. See chromium.mjs. */
export function findChromium(): Promise<ChromiumLaunch>;
