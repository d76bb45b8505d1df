import type { Cadence, Deadline } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { remembered } from "../text/remembered.ts";
import { chineseNumber } from "../words/figures.ts";

export interface FoundDeadline {
  readonly deadline: Deadline;
  readonly span: Span;
  /** How often it recurs, where the words of the deadline itself say so. */
  readonly cadence?: Cadence;
}

const before = "(?<before>之前|以前|前|之内|内)";
const included = "(?:\\((?<inside>不?含)[^)]{0,6}\\))?";
const next = "(?<next>次|下个?|翌|隔)";
const chinese: readonly RegExp[] = [
  // 次月第5个工作日前, 每月前三个工作日内
  new RegExp(
    `(?:${next}|每|当|本)?(?<nextUnit>月|季度?|周)?(?:度)?(?:的|开始后)?(?:第|(?<first>前))(?<workingDay>\\d{1,2}|[一二两三四五六七八九十])个?工作日(?:\\((?<inside>不?含)[^)]{0,6}\\))?(?<before>之前|以前|前|之内|以内|内)?`,
    "u",
  ),
  // 每年3月31日前, 12月20日前
  new RegExp(`(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]${included}${before}?`, "u"),
  // 每年11月底前
  new RegExp(`(?<month>\\d{1,2})月份?(?<last>底|末)${included}${before}?`, "u"),
  // 次月5日前, 每月25日(含)前
  new RegExp(
    `(?:${next}(?<nextUnit>月|季度?|周期)(?:度)?(?:首月|第一个?月)?的?)?(?<day>\\d{1,2})[日号]${included}${before}(?!后)`,
    "u",
  ),
  // 截至每月25日, 不迟于25日
  /(?:截至|截止|截止到|不迟于|不晚于|最迟)(?:每|当|本)?(?<nextUnit>月|季度?)?(?<day>\d{1,2})[日号](?<through>)/u,
  /(?:不迟于|不晚于|截至|截止到?)(?:每[日天]|当[日天])?(?<time>\d{1,2}(?::\d{2}|[点时](?!间|段)))(?<through>)/u,
  // 每月最后一天
  /(?:每|当|本)?(?<nextUnit>月|季度?|年)度?(?:的)?最后(?:一|1)个?(?<last>工作日|天|日)(?<through>)?/u,
  // 年底前, 月末前
  new RegExp(`(?<unit>年|月|季度?|学期|周)(?:度)?(?<last>底|末|终)${included}${before}`, "u"),
  // 每月底, 每季末 (上报)
  /每(?<unit>年|月|季度?|学期|周)(?:度)?(?<last>底|末)(?<through>)/u,
  // 每周五17:00前
  new RegExp(
    `(?:周|星期)(?<weekday>[一二三四五六日天])(?:的)?(?:(?<time>\\d{1,2}(?::\\d{2}|[点时]))|下班|中午)?${included}${before}`,
    "u",
  ),
  /每(?:周|星期)(?<weekday>[一二三四五六日天])(?<through>)(?![、至到次个份场遍回篇])/u,
  // 每日18:00前, 次日10点前
  new RegExp(
    `(?:${next}日|每[日天]|当[日天]|上午|下午|早上|晚上)?(?<time>\\d{1,2}(?::\\d{2}|[点时](?!间|段)))(?:整|分)?${included}${before}`,
    "u",
  ),
];

const months = "january|february|march|april|may|june|july|august|september|october|november|december";
const by = "(?<by>no later than|not later than|on or before|by|before|prior to)";
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  tenth: 10,
  fifteenth: 15,
};
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const english: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${by} )?(?:the )?(?<workingDay>\\d{1,2}(?:st|nd|rd|th)|${Object.keys(ordinals).join("|")}) (?:working|business) day(?: (?:of|in) (?:the |each |every )?(?<next>following |next )?(?<unit3>month|quarter|week))?`,
    "iu",
  ),
  new RegExp(`\\b${by} (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<monthName>${months})\\b`, "iu"),
  new RegExp(`\\b${by} (?<monthName>${months}) (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`, "iu"),
  new RegExp(`\\b${by} (?:the )?end of (?<monthName>${months})\\b(?<last>)`, "iu"),
  new RegExp(
    `\\b${by} (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:working|business))(?: (?:day )?of (?:the )?(?<next>following|next) month)?`,
    "iu",
  ),
  new RegExp(
    `\\b${by} (?:the )?(?<dayName>first|second|third|fourth|fifth|tenth|fifteenth)(?: day)? of (?:the |each |every )?(?<next>following |next )?month`,
    "iu",
  ),
  new RegExp(
    `\\b${by} (?:the )?(?:(?:end of|last (?:business |working )?day of)(?: the| each| every)? ?(?<unit>month|quarter|year|week)|(?<unit2>month|quarter|year)[- ]end)\\b(?<last>)`,
    "iu",
  ),
  new RegExp(
    `\\b${by} (?:close of business |noon |(?<time>\\d{1,2}(?::\\d{2})?\\s?(?:a\\.?m\\.?|p\\.?m\\.?)) )?(?:on )?(?:each |every )?(?<weekdayName>${weekdays.join("|")})\\b`,
    "iu",
  ),
  new RegExp(
    `\\b${by} (?<time>\\d{1,2}(?:[:.]\\d{2})?\\s?(?:a\\.?m\\.?|p\\.?m\\.?)|\\d{1,2}:\\d{2}|\\d{1,2}\\.\\d{2}(?=\\s+(?:each|every|daily|on)\\b|\\s*[,;]|\\.?$))`,
    "iu",
  ),
];

/** The day by which a clause wants something done; a stretch of time (24小时内, within 2 days) is no deadline. */
export const deadlineOf: (clause: string) => FoundDeadline | undefined = remembered(readDeadline);

/** Without any of these no words tell a day. */
const mayBeDue = /[日号底末终周期天点时:]/u;
const mayBeDueEnglish = /\b(?:by|before|prior|later)\b|\b(?:working|business) day/iu;

function readDeadline(clause: string): FoundDeadline | undefined {
  const han = /\p{Script=Han}/u.test(clause);
  if (!(han ? mayBeDue : mayBeDueEnglish).test(clause)) return undefined;
  for (const pattern of han ? chinese : english) {
    const match = pattern.exec(clause);
    const found = match ? read(match, clause) : undefined;
    if (match && found) return { ...found, span: { start: match.index, end: match.index + match[0].length } };
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function read(match: RegExpExecArray, clause: string): Omit<FoundDeadline, "span"> | undefined {
  const groups: Groups = match.groups ?? {};
  const day = dayOf(groups);
  const workingDay = workingDayOf(groups);
  const weekday = weekdayOf(groups);
  const time = timeOf(groups.time, clause.slice(Math.max(0, match.index - 1), match.index + match[0].length));
  const month = monthOf(groups);
  if (day === undefined && workingDay === undefined && weekday === undefined && time === undefined) return undefined;
  // 3日内 is a stretch of time, 每月3日内 hardly ever a day.
  if (groups.before?.endsWith("内") && month === undefined && workingDay === undefined) return undefined;
  if (typeof day === "number" && (day < 1 || day > 31)) return undefined;
  const deadline: Deadline = {
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(workingDay === undefined ? {} : { workingDay }),
    ...(weekday === undefined ? {} : { weekday }),
    ...(time === undefined ? {} : { time }),
    ...(groups.next ? { next: true as const } : {}),
    inclusive: inclusiveOf(groups, clause, match),
  };
  const cadence = cadenceOfDeadline(groups, deadline);
  return cadence ? { deadline, cadence } : { deadline };
}

function dayOf({ day, dayName, last }: Groups): number | "last" | undefined {
  if (day !== undefined) return Number(day);
  if (dayName !== undefined) return ordinals[dayName.toLowerCase()];
  return last === undefined ? undefined : "last";
}

function workingDayOf({ workingDay }: Groups): number | undefined {
  if (workingDay === undefined) return undefined;
  const value = /^\d/u.test(workingDay)
    ? Number.parseInt(workingDay, 10)
    : (ordinals[workingDay.toLowerCase()] ?? chineseNumber(workingDay));
  return value !== undefined && value >= 1 && value <= 23 ? value : undefined;
}

function weekdayOf({ weekday, weekdayName }: Groups): number | undefined {
  if (weekdayName) return weekdays.indexOf(weekdayName.toLowerCase()) + 1;
  if (!weekday) return undefined;
  return weekday === "天" || weekday === "日" ? 7 : "一二三四五六".indexOf(weekday) + 1;
}

function monthOf({ month, monthName, unit, unit2, last }: Groups): number | undefined {
  if (month !== undefined) return Number(month) <= 12 ? Number(month) : undefined;
  if (monthName) return months.split("|").indexOf(monthName.toLowerCase()) + 1;
  return last !== undefined && /^(?:年|year)$/iu.test(unit ?? unit2 ?? "") ? 12 : undefined;
}

function timeOf(words: string | undefined, around: string): string | undefined {
  if (!words) return undefined;
  const [hours = "", minutes] = words.replace(/[点时]|[ap]\.?m\.?|\s/giu, "").split(/[:.]/u);
  const late = /p\.?m|下午|晚上/iu.test(around + words) && Number(hours) < 12 ? 12 : 0;
  return `${String(Number(hours) + late).padStart(2, "0")}:${minutes ?? "00"}`;
}

/** Whether the day counts: said in brackets or by the words; "25日前" leaves it open. */
function inclusiveOf(groups: Groups, clause: string, match: RegExpExecArray): boolean | null {
  const behind = clause.slice(match.index + match[0].length, match.index + match[0].length + 8);
  const inside = groups.inside ?? /^\((不?含)/u.exec(behind)?.[1];
  if (inside) return inside === "含";
  // 前5个工作日内 counts the fifth.
  if (groups.first !== undefined) return true;
  if (groups.by) return /^(?:by|no later|not later|on or)/iu.test(groups.by) ? true : null;
  return groups.through !== undefined || groups.before === undefined ? true : null;
}

function cadenceOfDeadline(groups: Groups, deadline: Deadline): Cadence | undefined {
  const unit = groups.unit ?? groups.unit2 ?? groups.unit3 ?? groups.nextUnit ?? "";
  if (deadline.weekday !== undefined) return "week";
  if (deadline.month !== undefined) return "year";
  if (/季|quarter/iu.test(unit)) return "quarter";
  if (unit === "学期") return "term";
  if (/周|week/iu.test(unit)) return "week";
  if (deadline.day !== undefined || /月|month/iu.test(unit)) return "month";
  return groups.next || deadline.time ? "day" : undefined;
}
