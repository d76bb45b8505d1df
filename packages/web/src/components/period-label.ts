import { periodInWords } from "@rolewright/locale";
import { t } from "../app/language.ts";

/** A period instance as people say it: 2026 年 11 月, 2026 年第 47 周. */
export function periodLabel(period: string): string {
  return periodInWords(period, t);
}
