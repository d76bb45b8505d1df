import type { Cadence, Deadline } from "../generated/import-result.ts";
import type { SayWord } from "./draft-words.ts";

/** What the words say about when. */
export interface When {
  readonly cadence?: Cadence;
  readonly interval?: number;
  readonly deadline?: Deadline;
}

const unsayable: ReadonlySet<Cadence> = new Set<Cadence>(["hour", "shift", "term", "half-month"]);

/** The rhythm as `every`; undefined where the language cannot say it: every second hour or week, each shift, each term. */
export function rhythm({ cadence, interval }: When): Cadence | undefined {
  return cadence !== undefined && !unsayable.has(cadence) && interval === undefined ? cadence : undefined;
}

/** The members `every` and `due` of an item. */
export function timing(when: When): object {
  const every = rhythm(when);
  const due = when.deadline && dueOf(when.deadline, every);
  return { ...(every ? { every } : {}), ...(due ? { due } : {}) };
}

/** What a person has to know or to decide about when: a rhythm that stays words, a day that may count or not. */
export function timingComment(when: When, words: SayWord): string | undefined {
  const unsaid = when.cadence !== undefined && rhythm(when) === undefined ? [words("rhythmUnsaid")] : [];
  const { deadline } = when;
  const undecided = deadline && dueOf(deadline) && deadline.inclusive === null ? [words("dayUndecided")] : [];
  const notes = [...unsaid, ...undecided];
  return notes.length > 0 ? notes.join(" ") : undefined;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** 每季度第 10 个工作日 is counted from the quarter's first month; the language would count in its last. */
function monthOf({ month, workingDay, next }: Deadline, every: Cadence | undefined): number | undefined {
  const isLong = every === "quarter" || every === "half-year" || every === "year";
  return workingDay !== undefined && isLong && !next ? (month ?? 1) : month;
}

function dueOf(deadline: Deadline, every?: Cadence): object | undefined {
  const { day, workingDay, weekday, next, inclusive } = deadline;
  if (day === undefined && workingDay === undefined && weekday === undefined) return undefined;
  const month = monthOf(deadline, every);
  return {
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(workingDay === undefined ? {} : { workingDay }),
    ...(weekday === undefined ? {} : { weekday: weekdays[weekday - 1] }),
    ...(next ? { monthsAfter: 1 } : {}),
    ...(inclusive === null ? {} : { inclusive }),
  };
}

/** Whether it recurs and has a day by which it is due. */
export function isDue(when: When): boolean {
  return rhythm(when) !== undefined && when.deadline !== undefined && dueOf(when.deadline) !== undefined;
}

/**
 * The deadline as a day of its period, as the measure `dayOfPeriod` counts it; undefined where periods differ in length
 * before it. Months count 31 days, weeks begin on Monday.
 */
export function dayOfPeriod(when: When): number | undefined {
  const { month, day, weekday, next } = when.deadline ?? {};
  const every = rhythm(when);
  if (every === "week") return next ? undefined : weekday;
  if (every === "month" && month === undefined && day !== undefined)
    return (day === "last" ? 31 : day) + (next ? 31 : 0);
  return undefined;
}
