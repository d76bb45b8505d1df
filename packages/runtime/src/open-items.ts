import type { Adjustment, Scorecard, ScorecardLine } from "./generated/records.ts";
import type { RoleModel } from "./model.ts";

/** A line, bonus or veto that still waits for something. */
export type OpenItem = Pick<ScorecardLine | Adjustment, "item" | "number" | "title">;

/**
 * What keeps a scorecard from being complete, in its order: lines that leave the total provisional (`noData: block`
 * without data, items that cannot be judged) and vetoes without their reason. Where nothing was measured at all, every line
 * without data is open, whatever its item says: there is nothing yet to stand by.
 */
export function openItems(role: RoleModel, { lines, adjustments, total }: Scorecard): readonly OpenItem[] {
  const items = new Map(role.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
  const isOpen = ({ item, state, reason, instances }: ScorecardLine): boolean => {
    if (state !== "no-data") return false;
    const broken = reason === "invalid" && instances.length === 0;
    return broken || total === null || items.get(item)?.noData === "block";
  };
  const unreasoned = adjustments.filter(({ reason }) => reason === "no-reason");
  return [...lines.filter(isOpen), ...unreasoned];
}
