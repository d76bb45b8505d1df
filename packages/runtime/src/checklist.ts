import { type Calendar, workingDays } from "./calendar.ts";
import { toDecimal } from "./decimal.ts";
import { type DueDays, dueDays } from "./due.ts";
import { exemptionOf } from "./exemption.ts";
import { Facts } from "./facts.ts";
import type { Checklist, HolderReference, Observation, Occurrence } from "./generated/records.ts";
import { itemPlan, outsideOf } from "./item-plan.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Cadence, Item, RoleModel } from "./model.ts";
import { observedData, type Recorded } from "./observation.ts";
import { dateText, instanceAround, instancesWithin, type Period, parseDate, periodOf, shiftMonth } from "./period.ts";
import { type ScheduledInstance, scheduledIn } from "./schedule.ts";
import { compareWithBounds } from "./verdict.ts";

export interface ChecklistOptions {
  /** Published version the role model comes from; null, the default, for a draft. */
  readonly version?: number | null;
  /** Whose checklist it is: observations that name another holder are left out. */
  readonly holder?: HolderReference;
  /** What was recorded; decides which occurrences are done. */
  readonly observations?: readonly Observation[];
  /** ISO date; without it nothing is overdue. */
  readonly today?: string;
}

/**
 * What a role has to do in one period: the occurrences of its duties and standards, by due date, then in the order of
 * the template. Throws a RangeError when `period` names none.
 *
 * Weekly occurrences are those of the period's weeks (ISO 8601, by their Thursday), daily ones its working days, all
 * others those whose last day in time falls in the period: a report on October, due by 5 November, is on November's
 * list. Items of `event` and `once` have no day of their own and are on none, nor are bonuses and vetoes, which nobody
 * has to do.
 */
export function checklist(
  role: RoleModel,
  period: string,
  calendar: Calendar = workingDays(),
  options: ChecklistOptions = {},
): Checklist {
  const list = periodOf(period);
  const recorded = { facts: new Facts(options.observations ?? [], options.holder?.id), calendar };
  const today = options.today === undefined ? undefined : parseDate(options.today);
  const found = itemsToDo(role).flatMap(({ item, every }) =>
    instancesDue(item, every, list, calendar).map(({ instance, days }) => {
      const scheduled = scheduledIn(instance, list);
      const exempt = exemptionOf(item.key, [instance.name, ...scheduled.covering], recorded.facts) !== undefined;
      const state = exempt ? "exempt" : stateOf(isDone(role, item, scheduled, recorded), days.due, today);
      return { due: days.due, occurrence: occurrenceOf(item, every, instance, days, state) };
    }),
  );
  return {
    template: { id: role.id, version: options.version ?? null, title: role.title },
    ...(options.holder ? { holder: { ...options.holder } } : {}),
    period,
    occurrences: found.sort((a, b) => a.due - b.due).map(({ occurrence }) => occurrence),
  };
}

interface ToDo {
  readonly item: Item;
  readonly every: Cadence;
}

function itemsToDo(role: RoleModel): ToDo[] {
  const sections = role.sections.filter(({ kind }) => kind !== "qualifications");
  return sections.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.every === undefined || item.every === "event" || item.every === "once" || outsideOf(item.score?.kind)
        ? []
        : [{ item, every: item.every }],
    ),
  );
}

interface DueInstance {
  readonly instance: Period;
  readonly days: DueDays;
}

function instancesDue(item: Item, every: Cadence, list: Period, calendar: Calendar): DueInstance[] {
  const withDays = (instance: Period) => ({ instance, days: dueDays(instance, item.due, calendar) });
  if (every === "day") {
    return instancesWithin("day", list)
      .filter(({ first }) => calendar.isWorkingDay(first))
      .map(withDays);
  }
  if (every === "week" && list.kind !== "day") return instancesWithin("week", list).map(withDays);
  return candidates(item, every, list)
    .map(withDays)
    .filter(({ days }) => list.first <= days.inTime && days.inTime <= list.last);
}

/** Every instance that could fall due in the list: from the one that far back to the one around its end. */
function candidates(item: Item, every: Cadence, list: Period): readonly Period[] {
  if (every === "once" || every === "event") return [];
  if (every === "day" || every === "week") return [instanceAround(every, list)];
  const back = shiftMonth(list, -(item.due?.monthsAfter ?? 0) - 1);
  const instances: Period[] = [];
  let instance = instanceAround(every, back);
  while (instance.first <= list.last + 1) {
    instances.push(instance);
    instance = instanceAround(every, dayAfter(instance));
  }
  return instances;
}

function dayAfter({ last }: Period): Period {
  return { kind: "day", name: "", first: last + 1, last: last + 1 };
}

function stateOf(done: boolean, due: number, today: number | undefined): Occurrence["state"] {
  if (done) return "done";
  return today !== undefined && due < today ? "overdue" : "open";
}

function occurrenceOf(
  item: Item,
  every: Cadence,
  instance: Period,
  days: DueDays,
  state: Occurrence["state"],
): Occurrence {
  return {
    id: `${item.key}@${instance.name}`,
    item: item.key,
    number: item.number,
    title: item.title,
    section: item.section,
    every,
    period: instance.name,
    due: dateText(days.due),
    statedDue: dateText(days.stated),
    scored: item.weight !== undefined,
    state,
    supports: [...item.supports],
  };
}

/**
 * Done means recorded in full, met or not: a tick that is set, all inputs filled in, as many events as the target asks
 * for (one without a target).
 */
function isDone(role: RoleModel, item: Item, instance: ScheduledInstance, recorded: Recorded): boolean {
  const { data, valid } = observedData(role, item, instance, recorded);
  if (!valid || data === null || data === false || data === "") return false;
  if (item.observation.kind === "inputs") return isFilled(item, data);
  return !Array.isArray(data) || hasEnough(item, data.length);
}

function isFilled(item: Item, data: JsonValue): boolean {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const inputs = data as JsonObject;
  return item.observation.fields.every(({ key, required }) => !required || (inputs[key] ?? null) !== null);
}

function hasEnough(item: Item, events: number): boolean {
  if (events === 0) return false;
  const plan = itemPlan(item);
  const count = toDecimal(events);
  if (!plan || !count || plan.measure.kind.id !== "count") return true;
  return compareWithBounds(
    count,
    plan.bounds.filter(({ keyword }) => keyword.toLowerCase().includes("minimum")),
  ).met;
}
