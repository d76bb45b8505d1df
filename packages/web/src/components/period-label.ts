import { current, t } from "../app/language.ts";

/** A period instance as people say it: 2026 年 11 月, 第 47 周, 11-23. */
export function periodLabel(period: string): string {
  const [year = "", rest = ""] = period.split(/-(.*)/s);
  if (rest.startsWith("W")) return t("web.period.week", { year, week: Number(rest.slice(1)) });
  if (rest.startsWith("Q")) return t("web.period.quarter", { year, quarter: rest.slice(1) });
  if (rest.startsWith("H")) return t("web.period.half", { year, half: rest.slice(1) });
  if (rest.length === 5) return current().date(period, { month: "numeric", day: "numeric", weekday: "short" });
  return rest === "" ? t("web.period.year", { year }) : t("web.period.month", { year, month: Number(rest) });
}
