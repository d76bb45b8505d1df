import { targetInWords } from "@rolewright/locale";
import type { Item } from "@rolewright/runtime";
import { current, t } from "../app/language.ts";

/** The target as people write it: `≥ 90 %`, `25 日（含）前`; choices by their names; `—` when there is none. */
export function targetText(item: Item): string {
  const { target, observation } = item;
  if (!target?.accepted || observation.kind === "tick") return targetInWords(item, t) || "—";
  return current().list(target.accepted.map((value) => observation.labels?.[String(value)] ?? String(value)));
}
