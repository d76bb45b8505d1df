import { dueDays, dueMonth } from "./due.ts";
import type { Span } from "./gather.ts";
import type { Item } from "./model.ts";
import { instanceAround, instancesWithin, monthPeriodOf, type Period } from "./period.ts";

/** The period instances of an item that one scorecard judges, or the month in which it will be judged. */
export type Schedule =
  | { readonly instances: readonly ScheduledInstance[]; readonly dueIn?: undefined }
  | { readonly instances?: undefined; readonly dueIn: string };

export interface ScheduledInstance {
  readonly period: Period;
  /** Names of longer periods whose list of dates covers the whole instance, e.g. the month of a week. */
  readonly covering: readonly string[];
  /** Names of longer periods whose list may hold some of its dates, e.g. the other month of a week across two. */
  readonly touching: readonly string[];
  /** Where all that was recorded within a span counts as one: cumulative items, and what happens when it happens. */
  readonly gathered?: Span;
  /** For cumulative items, in the scorecard that ends their period: the name of a period whose own record says it all. */
  readonly whole?: string;
}

/**
 * Which instances of an item a scorecard of this period judges.
 *
 * An item of a shorter or equal cadence is judged by every instance inside; one of a longer cadence only in the period
 * that ends its own, or that holds the month its due rule names; a cumulative one in every scorecard, on what was
 * recorded since its period began. Items without a cadence, and those of `once` and `event`, are judged in every
 * scorecard, on what was observed for its very period, else within it.
 */
export function scheduleOf(item: Item, card: Period): Schedule {
  const { every } = item;
  if (every === undefined || every === "once" || every === "event") {
    return { instances: [{ ...alone(card), gathered: card }] };
  }
  const within = instancesWithin(every, card);
  if (within.length > 0) {
    const scheduled = within.map((period) => scheduledIn(period, card));
    return { instances: item.cumulative ? scheduled.map(asWhole) : scheduled };
  }
  const instance = instanceAround(every, card);
  if (item.cumulative) return { instances: [toDate(instance, card)] };
  return isJudgedIn(card, instance, item)
    ? { instances: [alone(instance)] }
    : { dueIn: dueMonth(instance, item.due).name };
}

function isJudgedIn(card: Period, instance: Period, item: Item): boolean {
  if (instance.kind === "week") return dueDays(instance, item.due).stated === card.last;
  const month = dueMonth(instance, item.due);
  if (card.kind === "week" || card.kind === "day") return instancesWithin(card.kind, month).at(-1)?.name === card.name;
  return card.first <= month.first && month.last <= card.last;
}

/** It is recorded period by period of the scorecard, and judged on the sum since its own period began. */
function toDate(instance: Period, card: Period): ScheduledInstance {
  const span = { first: instance.first, last: card.last };
  return { ...alone(card), gathered: span, ...(card.last >= instance.last ? { whole: instance.name } : {}) };
}

/** A whole period of a cumulative item: its own record says it all, else what was recorded within it adds up. */
function asWhole(instance: ScheduledInstance): ScheduledInstance {
  return { ...instance, gathered: instance.period, whole: instance.period.name };
}

function alone(period: Period): ScheduledInstance {
  return { period, covering: [], touching: [] };
}

/** An instance with the longer periods whose lists of dates speak about it, as seen from a scorecard or checklist. */
export function scheduledIn(period: Period, card: Period): ScheduledInstance {
  const short = period.kind === "week" || period.kind === "day";
  const owners = new Set(short ? [monthPeriodOf(period).name, card.name] : [card.name]);
  owners.delete(period.name);
  const ends = short ? [period.first, period.last] : [];
  const months = new Set(ends.map((day) => instanceAround("month", dayPeriod(day)).name));
  return { period, covering: [...owners], touching: [...months].filter((month) => !owners.has(month)) };
}

function dayPeriod(day: number): Period {
  return { kind: "day", name: "", first: day, last: day };
}
