import type { Span } from "../source.ts";
import { englishRole, roleEnd } from "../words/title-words.ts";
import { scoresOf } from "./classify.ts";
import { trimmedSpan } from "./sentences.ts";

/** A city in brackets behind a title is where the work is. */
const cities =
  "(?:北京|上海|天津|重庆|广州|深圳|东莞|佛山|珠海|中山|惠州|杭州|宁波|温州|嘉兴|南京|苏州|无锡|常州|南通|成都|武汉|西安|长沙|郑州|济南|青岛|烟台|厦门|福州|泉州|合肥|南昌|昆明|贵阳|南宁|海口|三亚|大连|沈阳|长春|哈尔滨|石家庄|太原|呼和浩特|兰州|西宁|银川|乌鲁木齐|拉萨)";
/** What a title's line says beside it; Vice President, Operations is all title. */
const remarkBehind = new RegExp(
  String.raw`\s*(?:[(](?:[^()]*(?:名|人|兼|急|双休|岗|编号|[A-Z]{2,}\d)[^()]*|[^()]{1,8}(?:区|省|市|片区|分公司|门店|校区|总部)|(?:驻|base|坐标)[^()]*|${cities}[^()]{0,6})[)]|一职|[,。;].*|\t.*|\s*[|].*|(?<=\p{Script=Han}[)]?)\s+[A-Z][a-z]+(?:\s[A-Za-z][a-z]+)*|\s+\d+人?)$`,
  "u",
);
const remarkBehindEnglish =
  /\s*(?:[;|].*|\s@\s.*|\b(?:needed|wanted|required|sought|vacancy)\b.*|,(?=\s*(?:\d|full|part|remote|salary|reports|\$)).*|\.|\t.*)$/iu;

/**
 * The title without the company before it and the remarks behind it.
 *
 * @param labelled It is the value of a label: what stands behind a dash is part of the name.
 */
export function titleSpan(chars: string, whole: Span, labelled = false): Span {
  const span = beforeRemark(chars, behindName(chars, trimmedSpan(chars, whole)));
  const words = chars.slice(span.start, span.end);
  const company =
    /^.{2,24}?(?:有限公司|公司|集团|旗舰店|专卖店|专营店|大酒店|酒店|医院|大学|学院|中学|小学|幼儿园)(?=.{2,}$)/u.exec(
      words,
    )?.[0].length ?? 0;
  const own = roleEnd.test(words) ? company : 0;
  const english = /\p{Script=Han}/u.test(words) || labelled ? undefined : /^(.{3,60}?)\s+[-–—|]\s+/u.exec(words)?.[1];
  if (english !== undefined && englishRole.test(english))
    return { start: span.start, end: span.start + english.length };
  const han = /\p{Script=Han}/u.test(words);
  const remark = (han ? remarkBehind : remarkBehindEnglish).exec(words)?.[0].length ?? 0;
  return trimmedSpan(chars, { start: span.start + own, end: Math.max(span.start + own, span.end - remark) });
}

/** Without the name of the document in front: JD – Procurement Officer. */
function behindName(chars: string, { start, end }: Span): Span {
  const name =
    /^(?:JD|job (?:description|ad|posting|profile)|vacancy|job advert(?:isement)?|job spec(?:ification)?|opening|opportunity|role|position|post|hiring|now hiring|岗位JD|职位JD|岗位说明书?|职位说明书?)\s*[-–—:|]\s*(?=\S{3})/iu.exec(
      chars.slice(start, end),
    );
  return { start: start + (name?.[0].length ?? 0), end };
}

/** Without a last remark in brackets: Night Auditor (full time, 5 nights). */
export function beforeRemark(chars: string, { start, end }: Span): Span {
  const last = /\s?[(][^()]*[)]$/u.exec(chars.slice(start, end));
  return { start, end: last && last.index > 1 && isRemark(last[0]) ? start + last.index : end };
}

/** Whether brackets hold head counts, codes, calls, hours or pay, and nothing of the title. */
function isRemark(brackets: string): boolean {
  const { pay, condition } = scoresOf(brackets);
  return pay + condition > 0 || remarkInBrackets.test(brackets);
}

/** CNC Machinist (2nd Shift): what stands in brackets behind a name is part of it, unless it is a remark. */
export function withBrackets(chars: string, span: Span): Span {
  const behind = /^\s?[(][^()\n]{1,24}[)]/u.exec(chars.slice(span.end, span.end + 30))?.[0];
  if (behind === undefined || isRemark(behind)) return span;
  return { start: span.start, end: span.end + behind.length };
}

/** Head counts, codes and calls in brackets. */
const remarkInBrackets =
  /[(](?:[^()]{1,8}(?:区|省|市|片区|分公司|门店|校区|总部)|(?:驻|base|坐标)[^()]*|[^()]*(?:名|人|兼|急|双休|正职|全职|兼职|长期|试行|岗|编号|grade|band|\bref\b|[A-Z]{2,}\d|薪|[kK]\b|remote|m\/[fwdx]|f\/m|w\/m|permanent|temporary|maternity|full[- ]time|part[- ]time|\bfte\b|casual|term[- ]time|seasonal|fixed[- ]term|job share|\b(?:nights|days)[)]|\$|£)[^()]*)[)]/iu;
