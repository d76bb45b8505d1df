import { outsideOf } from "../item-plan.ts";
import type { LintRule } from "./rule.ts";

/**
 * Every duty is measured by some standard, and every standard measures a duty: what nobody measures is not managed, and
 * a figure without a duty judges people by what is not their task. Advice, once a role links any of them (`supports`).
 * Bonuses and vetoes reach beyond single duties (an accident, a letter of thanks) and need none.
 */
export const dutyStandard: LintRule = {
  id: "duty/no-standard",
  check({ itemsOf, report }) {
    const duties = itemsOf("duties");
    const standards = itemsOf("standards");
    const supported = new Set(standards.flatMap(({ supports }) => supports));
    if (duties.length === 0 || supported.size === 0) return [];
    const unmeasured = duties.filter(({ key, need }) => !supported.has(key) && need !== "marginal");
    const unfounded = standards.filter(({ supports, score }) => supports.length === 0 && !outsideOf(score?.kind));
    return [
      ...unmeasured.map((duty) =>
        report("duty/no-standard", "info", [...duty.source.path, "title"], { title: duty.title }),
      ),
      ...unfounded.map((item) =>
        report("standard/no-duty", "info", [...item.source.path, "title"], { title: item.title }),
      ),
    ];
  },
};
