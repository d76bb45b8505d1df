import { hasText, t } from "../app/language.ts";

/** Who enters an item's figures: one of the known owners in words, else the unit as the template names it. */
export function ownerName(owner: string): string {
  const key = `web.scorecard.owners.${owner}`;
  return hasText(key) ? t(key) : owner;
}
