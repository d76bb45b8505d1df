import { type Translator, targetInWords } from "@rolewright/locale";
import type { Item } from "@rolewright/runtime";

/** The target in words, choices by their names in the reader's language; empty without a target. */
export function targetWords(item: Item, { t, list }: Translator): string {
  const { target, observation } = item;
  if (!target?.accepted || observation.kind === "tick") return targetInWords(item, t);
  return list(target.accepted.map((value) => observation.labels?.[String(value)] ?? String(value)));
}
