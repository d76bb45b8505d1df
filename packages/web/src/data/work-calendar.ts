import { type Calendar, workingDays } from "@rolewright/runtime";
import { readDays } from "./api.ts";

/** Until the organisation's days are known, and where they cannot be had: Monday to Friday. */
export const plainCalendar: Calendar = workingDays();

/** The organisation's working days around a period, as the server counts them. */
export async function workCalendar(period: string): Promise<Calendar> {
  return readDays(period).then(workingDays, () => plainCalendar);
}
