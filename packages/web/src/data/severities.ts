import type { Severities } from "@rolewright/runtime";

/** As the session told it; texts are looked into with these, in the page as on the server. */
let decided: Severities = {};

/** How severe the organisation takes findings. */
export function severities(): Severities {
  return decided;
}

/** Takes over what the server said; texts that are open follow with their next change. */
export function setSeverities(next: Severities | undefined): void {
  decided = next ?? {};
}
