import { current, hasText, t } from "../../app/language.ts";
import type { Standard } from "./import-result.ts";

const signs: Readonly<Record<string, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", between: "" };

/** The measure of a standard in a few signs: `每月 ≥ 90 %`; empty where there is none. */
export function measureWords(standard: Standard): string {
  return [cadenceWords(standard), targetWords(standard), deadlineWords(standard)].filter((word) => word).join(" ");
}

/** `每月`, `每 2 周`; empty where none is stated. */
export function cadenceWords({ cadence, interval }: Pick<Standard, "cadence" | "interval">): string {
  if (!cadence) return "";
  return interval
    ? t("importing.measure.interval", { interval, cadence: t(`importing.measure.unit.${cadence}`) })
    : t(`importing.measure.cadence.${cadence}`);
}

/** `≥ 90 %`; empty where there is no figure. */
export function targetWords({ operator, target, unit }: Standard): string {
  if (target === undefined) return "";
  const number = (value: number) => current().number(value);
  const figure = typeof target === "number" ? number(target) : `${number(target.from)}–${number(target.to)}`;
  return [signs[operator ?? "="], figure, unit].filter((word) => word).join(" ");
}

/** `25 日（含）前`; empty where there is none. */
export function deadlineWords({ deadline }: Pick<Standard, "deadline">): string {
  if (!deadline) return "";
  const { month, day, workingDay, weekday, time, next, inclusive } = deadline;
  const date = t("importing.measure.day", {
    next: next ? "yes" : "no",
    month: month ?? 0,
    day: day === "last" ? "last" : String(day ?? 0),
    weekday: weekday ?? 0,
    workingDay: workingDay ?? 0,
  }).trim();
  const bound = inclusive === null ? "open" : inclusive ? "in" : "out";
  const key = `importing.measure.by.${bound}`;
  return hasText(key) ? t(key, { date: [date, time].filter((word) => word).join(" ") }) : date;
}
