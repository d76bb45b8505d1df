import type { TitleField } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { bulletStart } from "../words/entry-start.ts";
import {
  mentionedRoles,
  mentionedRolesEnglish,
  namingSentences,
  titleSentences,
  titleSentencesEnglish,
} from "../words/relation-words.ts";
import { noRole, roleWeight } from "../words/role-weight.ts";
import { firstLinesIn } from "./lines.ts";
import { firstCell, type Place, textField } from "./place.ts";
import { trimmedSpan } from "./sentences.ts";
import type { Part, Parts } from "./structure.ts";
import { titleSpan, withBrackets } from "./title-span.ts";

/** Words that may be the title, with what speaks for them. */
interface Candidate {
  readonly span: Span;
  readonly from: TitleField["from"];
  /** How much speaks for them; the greatest sum is the title. */
  readonly score: number;
  /** How sure the kind of evidence is, 0–1. */
  readonly sure: number;
}

/** The least that must speak for a title. */
const least = 4.5;
/** What is named for the title and has as much needs no comparison: nothing else comes near. */
const outright = 16;
/** How far titles that come again are counted. */
const repeatedWithin = 4000;
/** Another candidate that is nearer than this leaves doubt. */
const near = 1.5;

/**
 * The title of a description: of all words that may be it, those for which most speaks. Labels and headings say it
 * outright; else count the form of a role's name, its place among the first lines, whether it stands alone, how often it
 * comes again, and what sentences call the role. Who the role serves under or leads is not the title.
 *
 * @param others Names of other roles and of departments.
 * @param name The file's name where the description is the only one of the file.
 */
export function titleOf(
  place: Place,
  parts: Parts,
  others: readonly string[],
  name: string | undefined,
): TitleField | undefined {
  const { chars } = place.text;
  const told = chars.slice(place.within.start, Math.min(place.within.end, place.within.start + repeatedWithin));
  const weigh = (each: Candidate) => weighed(each, chars.slice(each.span.start, each.span.end), told, others);
  const named = namedTitles(place, parts).map(weigh);
  const sure = named.some(({ score }) => score >= outright);
  const further = sure ? [] : [...lineTitles(place, parts), ...spokenTitles(place), ...mentions(place)].map(weigh);
  const ranked = [...named, ...further]
    .filter(({ score }) => score >= least)
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (!best) return titleFromName(name);
  const words = chars.slice(best.span.start, best.span.end);
  const rival = ranked.find(({ span }) => !words.includes(chars.slice(span.start, span.end)));
  const doubt = rival && best.score - rival.score < near ? 0.1 : 0;
  return { ...textField(place, best.span, Math.round((best.sure - doubt) * 100) / 100), from: best.from };
}

/** With what the words themselves tell: their form, and how often they come again. */
function weighed(each: Candidate, words: string, told: string, others: readonly string[]): Candidate {
  const again = words.length < 2 ? 0 : Math.min(2, told.split(words).length - 2);
  const other = others.some((role) => role === words) ? 6 : 0;
  const blank = words.length < 2 ? 20 : 0;
  return { ...each, score: each.score + roleWeight(words) + Math.max(0, again) * 0.75 - other - blank };
}

/** What labels and the heading of the description say. */
function namedTitles({ text }: Place, { titles }: Parts): Candidate[] {
  return titles.map(({ span, from }, index) => ({
    span:
      from === "heading"
        ? lastName(text.chars, titleSpan(text.chars, span))
        : titleSpan(text.chars, firstCell(text.chars, span), true),
    from,
    score: (from === "label" ? 20 : 13) - index * 0.5,
    sure: from === "label" ? 0.97 : 0.92,
  }));
}

const call =
  /^(?:.*(?:公开|内部|面向|拟|决定|现).{0,6}(?:招聘|竞聘|选聘|招录|招考|招募)|(?:现|高薪|急|诚|公开|社会|直|面向社会)+(?:招聘|聘|招|征))(?:编外|合同制|劳务派遣)?(?=\p{Script=Han}{2})/u;
const numberOrHouse =
  /^(?:[一二三四五六七八九十]{1,3}(?:[(][一二三四五六七八九十\d]{1,2}[)]|[、.]))|^\p{Script=Han}{1,3}[处部科室局](?=\p{Script=Han}{5,}$)/u;

/** 诚征 内湖店 外场副店长: of words set apart the last, where it is a role's name. */
function lastName(chars: string, { start, end }: Span): Span {
  const words = chars.slice(start, end);
  const last = /\s(\p{Script=Han}{2,}\S*)$/u.exec(words)?.[1] ?? "";
  if (roleWeight(last) >= 3) return { start: end - last.length, end };
  // 教务处考务管理员岗位职责: the house and the part of it that the role belongs to; 四(二) numbers the heading.
  const before = (call.exec(words) ?? numberOrHouse.exec(words))?.[0].length ?? 0;
  return roleWeight(words.slice(before)) >= 3 ? { start: start + before, end } : { start, end };
}

const calls = titleSentences.slice(0, 2);
const callsEnglish = titleSentencesEnglish.slice(0, 5);

/** The first lines and their pieces: 店长, or 急聘 | 高级测试工程师 | 双休. */
function lineTitles(place: Place, { fields, parts }: Parts): Candidate[] {
  const { text, within } = place;
  const named = fields.flatMap(({ label, values }) => [label, ...values]);
  const headings = parts.flatMap(({ heading }) => heading ?? []);
  // Entries of a list name no title.
  const lists = parts.flatMap((part) => (isList(part) ? (part.heading ?? []) : []));
  const found: Candidate[] = [];
  for (const [index, { span, block }] of firstLinesIn(text, within, 8).entries()) {
    const words = text.chars.slice(span.start, span.end);
    if (index === 0) found.push(...barTitle(place, span));
    if ([...named, ...headings].some(({ start, end }) => start < span.end && span.start < end)) continue;
    if ((/[。;]/u.test(words) && words.length > 40) || lists.some(({ start }) => start < span.start)) break;
    if (index > 0 && bulletStart(words)) continue;
    const early = Math.max(0, 2 - index * 0.5) + (block.kind === "heading" ? 1 : 0);
    const called = rolesIn([...calls, ...callsEnglish], words).map((role) => ({
      span: { start: span.start + role.start, end: span.start + role.end },
      from: "heading" as const,
      score: 4.5 + early,
      sure: 0.85,
    }));
    found.push(...called, ...piecesOf(place, span).map((piece) => pieceTitle(place, piece, span, index, early)));
  }
  return found;
}

function isList({ mixed, titled, units }: Part): boolean {
  return !mixed && !titled && units.filter((unit) => unit.type === "text" && unit.marker).length >= 2;
}

/** 管理仓管员和叉车司机 is what the role does. */
const tellsWork = /^(?:管理|带领|领导|下辖|下设|分管|指导|监督)\p{Script=Han}{2,}[和、及与]\p{Script=Han}{2,}/u;

function pieceTitle({ text }: Place, piece: Span, line: Span, index: number, early: number): Candidate {
  const span = titleSpan(text.chars, withBrackets(text.chars, piece));
  const words = text.chars.slice(span.start, span.end);
  const weight = roleWeight(words);
  const several = /\p{Script=Han}\s/u.test(words);
  const whole = line.end - line.start - (span.end - span.start) <= 4 && !several;
  // A short first line that is nothing else may name a role that is formed like none.
  const unlike =
    tellsWork.test(words) || (weight < 2 && !(index === 0 && whole && /^\p{Script=Han}{2,8}$/u.test(words)));
  return {
    span,
    from: "heading",
    score: unlike ? noRole : 2.5 + early + (whole ? 1 : 0) - (several ? 1 : 0),
    sure: weight >= 3 ? 0.8 : 0.6,
  };
}

/** The line, its pieces between signs, and what of them is the name of a role. */
function piecesOf({ text: { chars } }: Place, line: Span): Span[] {
  const words = chars.slice(line.start, line.end);
  return [
    ...words.matchAll(
      /[^|│·\t,;。:!()【】[\]—–»>*#@\p{Extended_Pictographic}]+?(?=\s-\s|[|│·\t,;。:!()【】[\]—–»>*#@\p{Extended_Pictographic}]|$)/gu,
    ),
  ].flatMap(({ 0: said, index }) => {
    const number = /^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]|^\s*-\s/u.exec(said)?.[0].length ?? 0;
    return rolesOf(
      chars,
      trimmedSpan(chars, { start: line.start + index + number, end: line.start + index + said.length }),
    );
  });
}

/** Behind these words a document is named after the role: 城管协管员考核细则. */
const document =
  /^(\p{Script=Han}{2,14}?)(?:岗位|职位|工作|考核|绩效|招聘|聘用|竞聘|管理|上岗|操作)\p{Script=Han}{2,5}$/u;

/** What of a piece may name the role: all of it, a word of it before a head count, or what stands before 岗位职责. */
function rolesOf(chars: string, { start, end }: Span): Span[] {
  const words = chars.slice(start, end);
  if (!/\p{Script=Han}/u.test(words)) return words === "" ? [] : [{ start, end }];
  const counted = /\s*\d{1,2}\s*[人名位]$/u.exec(words)?.index ?? words.length;
  const single = [...words.slice(0, counted).matchAll(/\S+/gu)];
  const told = single.map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }));
  const lead = document.exec(words)?.[1]?.length;
  const bare = [...told, ...(single.length > 1 ? [{ start, end }] : [])].flatMap((span) => behindLead(chars, span));
  return [...bare, ...(lead ? behindLead(chars, { start, end: start + lead }) : [])];
}

const house =
  /^\p{Script=Han}{2,12}?(?:公司|集团|[馆院校局处所会队站厂园社]|中心|街道|小学|幼儿园)(?=\p{Script=Han}{2,8}$)/u;

/** A part of the house: 药剂科主管药师. */
const section = /^\p{Script=Han}{1,6}?[部科室处组队](?=\p{Script=Han}{3,8}$)/u;

/** Without a call before it (诚招民宿管家); also without the house whose role it is (市博物馆讲解员). */
function behindLead(chars: string, { start, end }: Span): Span[] {
  const from = start + (call.exec(chars.slice(start, end))?.[0].length ?? 0);
  const owner = house.exec(chars.slice(from, end))?.[0].length;
  if (!owner) return [{ start: from, end }];
  const part = section.exec(chars.slice(from + owner, end))?.[0].length;
  return [from, from + owner, ...(part ? [from + owner + part] : [])].map((start) => ({ start, end }));
}

/** What sentences call the role. */
function spokenTitles({ text, within }: Place): Candidate[] {
  const words = text.chars.slice(within.start, Math.min(within.end, within.start + 1500));
  const patterns = /\p{Script=Han}/u.test(words) ? titleSentences : titleSentencesEnglish;
  const at = (role: Span) => ({ start: within.start + role.start, end: within.start + role.end });
  const named = rolesIn(namingSentences, words).map((role) => ({
    span: at(role),
    from: "sentence" as const,
    score: 8,
    sure: 0.85,
  }));
  const called = rolesIn(patterns, words).map((role, index) => ({
    span: at(role),
    from: "sentence" as const,
    score: 3 - Math.min(1.5, index * 0.25),
    sure: 0.7,
  }));
  return [...named, ...called];
}

/** Roles that the first words mention, the earlier the likelier. */
function mentions({ text, within }: Place): Candidate[] {
  const words = text.chars.slice(within.start, Math.min(within.end, within.start + 600));
  const pattern = /\p{Script=Han}/u.test(words) ? mentionedRoles : mentionedRolesEnglish;
  return rolesIn([pattern], words)
    .slice(0, 12)
    .map((role, index) => ({
      span: { start: within.start + role.start, end: within.start + role.end },
      from: "sentence",
      score:
        1.5 -
        Math.min(1.5, index * 0.25) -
        (/(?:向|由|受|归|协助|配合|对|to the|under the|by the)\s*$/u.test(words.slice(0, role.start)) ? 3 : 0),
      sure: 0.6,
    }));
}

/** What a role is hired under is no part of its name. */
const hiredAs = /^(?:编外|合同制|劳务派遣|劳务|外包|政府购买服务)(?=\p{Script=Han}{3})/u;

/** The names of roles that the patterns find. */
function rolesIn(patterns: readonly RegExp[], words: string): Span[] {
  return patterns.flatMap((pattern) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const role = match.groups?.role?.trim().replace(hiredAs, "") ?? "";
      if (roleWeight(role) < 2) return [];
      const start = match.index + match[0].indexOf(role);
      return [{ start, end: start + role.length }];
    }),
  );
}

/** 招聘 | 密室场控 | 上海 | 8K: the first piece behind the call. */
function barTitle({ text: { chars } }: Place, line: Span): Candidate[] {
  const words = chars.slice(line.start, line.end);
  // A site's headline has the pay behind the name: 网约车司管 8-13K.
  const headline =
    /^(?:【[^】]*】\s?)?(?<role>[^\s【]\S{1,15})\s+(?:\d[\d.]*\s*(?:[-~—]\s*\d[\d.]*\s*)?(?:[kK]|千|万|元)|面议|薪资面议)/du.exec(
      words,
    )?.indices?.groups;
  const role =
    headline?.role ??
    /招聘?\s*[|·:]\s*(?<role>\p{Script=Han}[^|·,;\d]{1,12}?)\s*(?:[|·]|$)/du.exec(words)?.indices?.groups?.role;
  if (!role) return [];
  return [{ span: { start: line.start + role[0], end: line.start + role[1] }, from: "heading", score: 9, sure: 0.7 }];
}

function titleFromName(name: string | undefined): TitleField | undefined {
  const bare = (name ?? "")
    .replace(/\.[A-Za-z]{1,5}$/u, "")
    .replace(/^[\d\s._\-、]+|[\s._-]*(?:v\d.*|\d{4,}.*|[(（].*[)）]|副本|final|最新.*)$/giu, "")
    .replace(
      /(?:的)?(?:岗位|职位|职务|工作)?(?:说明书|职责|描述|说明|任职要求|要求|标准|JD)(?:及.*)?$|[\s_-]*(?:job|position|role)[\s_-]*(?:description|profile|spec).*$|[\s_-]*JD$/giu,
      "",
    )
    .replace(/[_]+/gu, " ")
    .trim();
  return roleWeight(bare) >= 2 ? { text: bare, spans: [], confidence: 0.5, from: "file-name" } : undefined;
}
