import type { Migration } from "../migration.ts";

/**
 * Every step, oldest first. A new one is a file beside this one, a line here, and a folder `fixtures/<from>-to-<to>` with
 * a template before and after it. Version 1 is the first, so there are none yet.
 */
export const migrations: readonly Migration[] = [];
