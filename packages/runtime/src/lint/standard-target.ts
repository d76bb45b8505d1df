import { outsideOf } from "../item-plan.ts";
import type { Item } from "../model.ts";
import { infoPath, type LintRule } from "./rule.ts";

/** A work standard says what is good enough; without a target it is a wish (工作标准须有目标值). */
export const standardTarget: LintRule = {
  id: "standard/no-target",
  scope: "item",
  check: ({ itemsOf, report }) =>
    itemsOf("standards")
      .filter((item) => item.target === undefined && !isMetByItself(item))
      .map((item) => report("standard/no-target", "warning", infoPath(item, "target"), { title: item.title })),
};

/** A tick is met when it is set, a date is held to its due day; bonuses and vetoes are not met at all. */
function isMetByItself({ observation, due, score }: Item): boolean {
  if (outsideOf(score?.kind)) return true;
  return observation.kind === "tick" || (observation.kind === "date" && due !== undefined);
}
