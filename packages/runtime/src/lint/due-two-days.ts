import { infoPath, type LintRule } from "./rule.ts";

/** A due rule names one day: the 10th, or the 5th working day, not both. */
export const dueTwoDays: LintRule = {
  id: "due/two-days",
  scope: "item",
  check: (context) =>
    context.items.flatMap((item) => {
      const { day, workingDay } = item.due ?? {};
      if (day === undefined || workingDay === undefined) return [];
      const keeping = (field: "day" | "workingDay", other: "day" | "workingDay") =>
        context.fix("due/two-days", { field }, { path: infoPath(item, "due", other), value: undefined });
      const fixes = [...keeping("workingDay", "day"), ...keeping("day", "workingDay")];
      return [context.report("due/two-days", "error", infoPath(item, "due"), { title: item.title, workingDay }, fixes)];
    }),
};
