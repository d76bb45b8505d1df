import { current, language, t } from "../app/language.ts";

const minuteMs = 60_000;

/** When something happened, as short as can be: 刚刚, 5 分钟前, 3 小时前, 昨天, 11-19, 2025-11-19. `now` is for tests. */
export function ago(instant: string, now: Date = new Date()): string {
  const then = new Date(instant);
  const minutes = Math.floor((now.getTime() - then.getTime()) / minuteMs);
  if (minutes < 1) return t("web.ago.now");
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  if (minutes < 60) return relative.format(-minutes, "minute");
  const days = daysBetween(then, now);
  if (days === 0) return relative.format(-Math.floor(minutes / 60), "hour");
  if (days === 1) return relative.format(-1, "day");
  const [year, month, day] = [then.getFullYear(), pad(then.getMonth() + 1), pad(then.getDate())];
  return year === now.getFullYear() ? `${month}-${day}` : `${year}-${month}-${day}`;
}

/** Date and time in full, for a tooltip. */
export function exactTime(instant: string): string {
  return current().date(new Date(instant), { dateStyle: "long", timeStyle: "short" });
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / (24 * 60 * minuteMs));
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
