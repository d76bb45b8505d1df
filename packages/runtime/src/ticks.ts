import type { Calendar } from "./calendar.ts";
import { exemptionOf } from "./exemption.ts";
import type { Facts } from "./facts.ts";
import type { Observation } from "./generated/records.ts";
import type { JsonValue } from "./json.ts";
import type { Item, RoleModel } from "./model.ts";
import { dateText, instancesWithin, type Period, parsePeriod } from "./period.ts";

interface Tick {
  readonly duty: string;
  /** Undefined while nobody said whether it was done. */
  readonly observation: Observation | undefined;
  readonly period: Period;
}

/**
 * What the ticks of duties say of the standard that supports them (检查表的勾选计入标准), for an item with `fromTicks` and
 * one of its instances; null while none of them was ticked or unticked.
 *
 * Every duty it `supports` that is a tick gives its occurrences of the instance, over working days for daily ones, without those it is exempt from:
 * - a ratio gets the number done and the number due, as `of` and `to`;
 * - a list of dates gets the days of those done, a figure their number;
 * - a date gets the day of the last one, once all are done;
 * - a tick is set once all are done.
 *
 * The day of a tick is the one it was recorded on (`at`), for a daily duty its own day, without either the last day of
 * its occurrence. What is recorded for the standard itself always comes before its ticks.
 */
export function dataFromTicks(
  role: RoleModel,
  item: Item,
  instance: Period,
  facts: Facts,
  calendar: Calendar,
): JsonValue {
  const duties = role.sections
    .flatMap(({ items }) => items)
    .filter(({ key, observation }) => observation.kind === "tick" && item.supports.includes(key));
  const ticks = duties.flatMap((duty) => ticksOf(duty, instance, facts, calendar));
  if (ticks.every(({ observation }) => observation === undefined)) return null;
  return asData(item, ticks);
}

function asData(item: Item, ticks: readonly Tick[]): JsonValue {
  const done = ticks.filter(({ observation }) => observation?.data === true);
  const all = done.length === ticks.length;
  const days = done.map(dayOf).sort();
  switch (item.observation.kind) {
    case "inputs":
      return { [String(item.measure?.params.of)]: done.length, [String(item.measure?.params.to)]: ticks.length };
    case "events":
      return days;
    case "figure":
      return done.length;
    case "date":
      return all ? (days.at(-1) ?? null) : null;
    default:
      return all;
  }
}

function ticksOf(duty: Item, instance: Period, facts: Facts, calendar: Calendar): readonly Tick[] {
  const { key, every } = duty;
  if (every === undefined || every === "once" || every === "event") return looseTicks(key, instance, facts);
  const due = instancesWithin(every, instance).filter(
    ({ kind, first }) => kind !== "day" || calendar.isWorkingDay(first),
  );
  const judged = due.filter(({ name }) => exemptionOf(key, [name, instance.name], facts) === undefined);
  return judged.map((period) => ({ duty: key, period, observation: facts.of(key, period.name) }));
}

/** What happens when it happens is due as often as it was recorded, without what it is exempt from. */
function looseTicks(duty: string, instance: Period, facts: Facts): readonly Tick[] {
  const ticks: Tick[] = [];
  for (const observation of facts.all(duty)) {
    const period = parsePeriod(observation.period);
    const within = period && instance.first <= period.first && period.last <= instance.last;
    if (within && observation.data !== null && exemptionOf(duty, [period.name, instance.name], facts) === undefined)
      ticks.push({ duty, observation, period });
  }
  return ticks;
}

function dayOf({ observation, period }: Tick): string {
  if (period.kind === "day") return period.name;
  return observation?.at?.slice(0, 10) ?? dateText(period.last);
}
