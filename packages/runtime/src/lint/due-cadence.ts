import type { DueRule, Item } from "../model.ts";
import { infoPath, type LintRule } from "./rule.ts";

type DueField = "day" | "workingDay" | "weekday" | "month" | "monthsAfter";

/** Which fields of `due` have no meaning for a cadence: a weekly item is not due on the 25th. */
const meaningless: Readonly<Record<NonNullable<Item["every"]>, readonly DueField[]>> = {
  day: ["day", "workingDay", "weekday", "month", "monthsAfter"],
  week: ["day", "month", "monthsAfter"],
  month: ["weekday", "month"],
  quarter: ["weekday"],
  "half-year": ["weekday"],
  year: ["weekday"],
  once: ["weekday"],
  event: [],
};

/** When an item is due fits how often it is: a field of `due` that the cadence has no use for is a contradiction. */
export const dueCadence: LintRule = {
  id: "due/cadence",
  scope: "item",
  check: (context) =>
    context.items.flatMap((item) => {
      const { every, due } = item;
      if (!every || !due) return [];
      return contradicting(every, due).map((field) => {
        const path = infoPath(item, "due", field);
        const fixes = [
          ...otherCadence(field, item).flatMap((value) =>
            context.fix("due/cadence-every", { every: value }, { path: infoPath(item, "every"), value }),
          ),
          ...context.fix("due/cadence-remove", { field }, removal(item, field)),
        ];
        return context.report("due/cadence", "warning", path, { title: item.title, every, field }, fixes);
      });
    }),
};

function contradicting(every: NonNullable<Item["every"]>, due: DueRule): DueField[] {
  return meaningless[every].filter((field) =>
    field === "monthsAfter" ? due.monthsAfter > 0 : due[field] !== undefined,
  );
}

/** The cadence that the field speaks of, when the rest of the rule fits it too. */
function otherCadence(field: DueField, { due }: Item): NonNullable<Item["every"]>[] {
  const fitting = field === "weekday" ? "week" : field === "month" || due?.month !== undefined ? "year" : "month";
  return due && contradicting(fitting, due).length === 0 ? [fitting] : [];
}

/** The field alone, or the whole rule when it says nothing else. */
function removal(item: Item, field: DueField) {
  const { due } = item;
  const rest = (["day", "workingDay", "weekday", "month"] as const).filter(
    (key) => key !== field && due?.[key] !== undefined,
  );
  const path = rest.length === 0 ? infoPath(item, "due") : infoPath(item, "due", field);
  return { path, value: undefined };
}
