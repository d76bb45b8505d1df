import { type Calendar, type WorkingDaysOptions, workingDays } from "@rolewright/runtime";
import { readDays } from "./api.ts";

/** Until the organisation's days are known, and where they cannot be had: Monday to Friday. */
export const plainCalendar: Calendar = workingDays();

/** The organisation's free and worked days around a period, as the server counts them; none where they cannot be had. */
export function workDays(period: string): Promise<WorkingDaysOptions> {
  return readDays(period).catch(() => ({}));
}

/** The same as a calendar. */
export async function workCalendar(period: string): Promise<Calendar> {
  return workingDays(await workDays(period));
}
