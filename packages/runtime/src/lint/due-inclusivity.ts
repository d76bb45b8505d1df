import { infoPath, type LintRule } from "./rule.ts";

/** A day of the month says whether it still counts: "25日前" is read both ways (含 or 不含). */
export const dueInclusivity: LintRule = {
  id: "due/inclusivity",
  scope: "item",
  check: (context) =>
    context.items
      .filter(({ due }) => typeof due?.day === "number" && !due.inclusiveStated)
      .map((item) => {
        const path = infoPath(item, "due", "inclusive");
        const day = item.due?.day ?? "";
        const fixes = [true, false].flatMap((inclusive) =>
          context.fix("due/inclusivity", { day, inclusive }, { path, value: inclusive }),
        );
        return context.report("due/inclusivity", "warning", infoPath(item, "due"), { title: item.title, day }, fixes);
      }),
};
