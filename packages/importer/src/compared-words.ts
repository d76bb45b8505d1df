import type { Description } from "./generated/import-result.ts";

/** The words by which a description is compared with others: see `findDuplicates` of the runtime. */
export function comparedWords({ qualifications, duties, standards }: Description): string {
  return [...qualifications, ...duties, ...standards].map(({ text }) => text).join("\n");
}
