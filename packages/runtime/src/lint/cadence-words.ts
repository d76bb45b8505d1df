import type { Cadence, DueRule } from "../model.ts";

/*
 * How often and until when, in the words of a job description: the vocabulary that rules read in a role's text and
 * write into it. It is the language of templates, not of the program, whose own sentences are in the locale.
 */

interface CadenceWords {
  readonly every: Cadence;
  readonly zh: string;
  readonly en: string;
  /** The cadence at the start of a clause: elsewhere 每日 may be part of a figure's definition (每日平均库存). */
  readonly pattern: RegExp;
}

const start = "(?:^|[，。；：、（(,;:]\\s*)";

export const cadences: readonly CadenceWords[] = [
  {
    every: "day",
    zh: "每日",
    en: "every day",
    pattern: cadence("每(?:个)?(?:天|日|工作日)", "(?:every|each) (?:working )?day|daily"),
  },
  {
    every: "week",
    zh: "每周",
    en: "every week",
    pattern: cadence("每(?:个)?(?:周|星期)", "(?:every|each|once a) week|weekly"),
  },
  {
    every: "month",
    zh: "每月",
    en: "every month",
    pattern: cadence("每(?:个)?月", "(?:every|each|once a) month|monthly"),
  },
  {
    every: "quarter",
    zh: "每季度",
    en: "every quarter",
    pattern: cadence("每(?:个)?季度?", "(?:every|each|once a) quarter|quarterly"),
  },
  {
    every: "half-year",
    zh: "每半年",
    en: "every half-year",
    pattern: cadence("每半年", "(?:every|each) half[- ]year|half-yearly"),
  },
  {
    every: "year",
    zh: "每年",
    en: "every year",
    pattern: cadence("每(?:一)?年", "(?:every|each|once a) year|yearly|annually"),
  },
];

function cadence(zh: string, en: string): RegExp {
  return new RegExp(`${start}(?<zh>${zh})|${start}(?<en>${en})\\b`, "gi");
}

/** A cadence as a job description writes it. Undefined for what has no rhythm. */
export function cadenceInText(every: Cadence | undefined, language: "zh" | "en"): string | undefined {
  return cadences.find((words) => words.every === every)?.[language];
}

/** A due day of the month as a Chinese job description writes it: 次月 5 日（含）前, 每月第 5 个工作日（含）前. */
export function dueInText(due: DueRule | undefined, every: Cadence | undefined): string | undefined {
  const day = due?.workingDay ? `第 ${due.workingDay} 个工作日` : typeof due?.day === "number" && ` ${due.day} 日`;
  if (!day || !due?.inclusiveStated || every !== "month" || due.monthsAfter > 1) return undefined;
  return `${due.monthsAfter === 1 ? "次月" : "每月"}${day}（${due.inclusive ? "" : "不"}含）前`;
}
