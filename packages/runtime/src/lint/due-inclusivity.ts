import { infoPath, type LintRule } from "./rule.ts";

/** A day says whether it still counts: "25日前" and "第 5 个工作日前" are read both ways (含 or 不含). */
export const dueInclusivity: LintRule = {
  id: "due/inclusivity",
  scope: "item",
  check: (context) =>
    context.items
      .filter(({ due }) => due && !due.inclusiveStated && (due.workingDay ?? typeof due.day === "number"))
      .map((item) => {
        const path = infoPath(item, "due", "inclusive");
        const { day = "", workingDay } = item.due ?? {};
        const said = { day: workingDay ?? day, working: workingDay !== undefined };
        const fixes = [true, false].flatMap((inclusive) =>
          context.fix("due/inclusivity", { ...said, inclusive }, { path, value: inclusive }),
        );
        return context.report(
          "due/inclusivity",
          "warning",
          infoPath(item, "due"),
          { title: item.title, ...said },
          fixes,
        );
      }),
};
