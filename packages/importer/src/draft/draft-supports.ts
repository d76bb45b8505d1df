import { fieldOf } from "./draft-keys.ts";

const common = new Set(
  (
    "工作 完成 公司 部门 专业 本专 管理 负责 进行 组织 相关 每月 每周 每年 每日 每天 月度 年度 季度 及时 计划 实施 检查 制定 执行 " +
    "要求 有关 做好 保证 确保 人员 服务 客户 各项 各类 以上 不低 低于 达到 以内 岗位 项目 员工 标准 制度 日常 情况 问题 处理 " +
    "with from that this each every least most within more less than work monthly weekly daily yearly annual month week year " +
    "days team staff their other least below above rate time times maintain ensure keep complete completed completion " +
    "manage management service services customer customers report reports " +
    "guest guests patient patients resident residents team teams"
  ).split(" "),
);

/** How much an English word and a pair of Chinese signs tell of a subject. */
const telling = { word: 2, pair: 1 };
const enough = 2;
const certain = 4;

/** Signs that only join words. */
const joining = /[的各本和及等与并做好对其为在]/u;

/** What a text is about. */
export interface Subject {
  readonly words: ReadonlySet<string>;
  readonly field: string | undefined;
}

/** What a text is about, for `supportedDuty`. */
export function subjectOf(text: string): Subject {
  return { words: subjectWords(text), field: fieldOf(text) };
}

/**
 * The duty whose subject the standard plainly shares: an index, or undefined. Only words count that stand in one duty
 * alone, and no second duty may be nearly as close; else the field must be that of one duty alone. A doubtful tie is left
 * to the author.
 */
export function supportedDuty(standard: Subject, duties: readonly Subject[]): number | undefined {
  const closeness = duties.map(() => 0);
  for (const word of standard.words) {
    const [only, second] = duties.flatMap(({ words }, index) => (words.has(word) ? [index] : []));
    if (only === undefined || second !== undefined) continue;
    closeness[only] = (closeness[only] ?? 0) + (/^[a-z]/u.test(word) ? telling.word : telling.pair);
  }
  const [best = 0, next = 0] = [...closeness].sort((left, right) => right - left);
  const clear = best >= enough && next < enough && (next === 0 || best >= certain);
  return clear ? closeness.indexOf(best) : sameField(standard, duties);
}

function sameField({ field }: Subject, duties: readonly Subject[]): number | undefined {
  const [only, second] = duties.flatMap((duty, index) => (field !== undefined && duty.field === field ? [index] : []));
  return second === undefined ? only : undefined;
}

/** The words of a text that can tell its subject: pairs of Chinese signs and English words, without those of any job. */
function subjectWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}{2,}|[a-z]{4,}/gu)) {
    if (/^[a-z]/u.test(run)) words.add(run);
    else for (let at = 0; at + 2 <= run.length; at++) words.add(run.slice(at, at + 2));
  }
  return new Set([...words].filter((word) => !common.has(word) && !joining.test(word)));
}
