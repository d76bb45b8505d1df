/** Stands in for the kit's usage statistics at build time (see vite.config.ts): nothing is gathered, nothing sent. */
export function usageStatistics(): void {}
