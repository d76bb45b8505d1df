import { type Calendar, workingDays } from "./calendar.ts";
import type { DueRule } from "./model.ts";
import { dateOf, daysInMonth, monthPeriodOf, type Period, shiftMonth } from "./period.ts";

/** The due days of one period instance, as day numbers. */
export interface DueDays {
  /** The day the rule states. */
  readonly stated: number;
  /** The last day in time by the rule: the day before the stated one where it is exclusive (不含). */
  readonly inTime: number;
  /** The same, moved to a working day where the rule says so. */
  readonly due: number;
}

const weekdaysWorked = workingDays();

/**
 * When an instance is due. Without a rule, on its last day. Without a calendar, no day is moved, and Monday to Friday
 * are worked.
 */
export function dueDays(instance: Period, rule: DueRule | undefined, calendar?: Calendar): DueDays {
  const stated = rule ? statedDay(instance, rule, calendar ?? weekdaysWorked) : instance.last;
  const inTime = rule && !rule.inclusive ? stated - 1 : stated;
  return { stated, inTime, due: rolled(inTime, rule, calendar) };
}

/** The month that a stated `month` names inside an instance: of the year, or counted within a quarter or half-year. */
export function dueMonth(instance: Period, rule: DueRule | undefined): Period {
  if (rule?.month === undefined || instance.kind === "week" || instance.kind === "day") return monthPeriodOf(instance);
  const length = dateOf(instance.last).month - dateOf(instance.first).month + 1;
  return shiftMonth(instance, Math.min(rule.month, length) - 1);
}

function statedDay(instance: Period, rule: DueRule, calendar: Calendar): number {
  if (instance.kind === "day") return instance.last;
  if (instance.kind === "week") {
    return rule.workingDay
      ? workingDayOf(instance, rule.workingDay, calendar)
      : instance.first + (rule.weekday ?? 7) - 1;
  }
  const month = shiftMonth(dueMonth(instance, rule), rule.monthsAfter);
  if (rule.workingDay) return workingDayOf(month, rule.workingDay, calendar);
  if (rule.day === undefined || rule.day === "last") return month.last;
  const { year, month: number } = dateOf(month.first);
  return month.first + Math.min(rule.day, daysInMonth(year, number)) - 1;
}

/** The so many-th working day of a period, or its last one; the last day where nobody works at all. */
function workingDayOf({ first, last }: Period, count: number, calendar: Calendar): number {
  let [day, seen] = [last, 0];
  for (let each = first; each <= last && seen < count; each += 1) {
    if (calendar.isWorkingDay(each)) [day, seen] = [each, seen + 1];
  }
  return day;
}

function rolled(day: number, rule: DueRule | undefined, calendar: Calendar | undefined): number {
  if (!calendar || !rule || rule.roll === "none") return day;
  return rule.roll === "next" ? calendar.next(day) : calendar.previous(day);
}
