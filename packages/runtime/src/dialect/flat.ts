import type { JsonObject } from "../json.ts";

/** Gives the description of a keyword in the reader's language, by the key of the locale area `dialect`. */
export type Describe = (key: string) => string | undefined;

/** The dialect as one schema without `$dynamicRef`, for editors; hover texts come from `describe`. */
export function flatDialect(_describe?: Describe): JsonObject {
  return {};
}
