import type { DatePicker } from "@vaadin/date-picker";
import { current, t } from "../app/language.ts";

/** Texts and formats of the kit's date picker in the reader's language; dates are typed and shown as 2026-11-23. */
export function datePickerTexts(): DatePicker["i18n"] {
  const names = (count: number, make: (index: number) => Date, options: Intl.DateTimeFormatOptions) =>
    Array.from({ length: count }, (_, index) => current().date(make(index), { ...options, timeZone: "UTC" }));
  const month = (index: number) => new Date(Date.UTC(2026, index, 1));
  // 2026-02-01 is a Sunday.
  const weekday = (index: number) => new Date(Date.UTC(2026, 1, 1 + index));
  return {
    monthNames: names(12, month, { month: "long" }),
    weekdays: names(7, weekday, { weekday: "long" }),
    weekdaysShort: names(7, weekday, { weekday: "narrow" }),
    firstDayOfWeek: 1,
    today: t("web.kit.today"),
    cancel: t("web.kit.cancel"),
    formatDate: ({ year, month, day }) => `${year}-${pad((month ?? 0) + 1)}-${pad(day ?? 1)}`,
    parseDate: (text) => parse(text),
    formatTitle: (monthName, year) => t("web.kit.month", { month: monthName, year: String(year) }),
  } as DatePicker["i18n"];
}

/** Accepts 2026-11-23, 2026/11/23, 2026年11月23日 and 20261123. */
function parse(text: string) {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text.trim().normalize("NFKC"));
  if (!parts) return undefined;
  return { year: Number(parts[1]), month: Number(parts[2]) - 1, day: Number(parts[3]) };
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
