import type { AuthorityField, Description, TextField, TitleField } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import {
  genericRole,
  subordinateSentences,
  subordinateSentencesEnglish,
  superiorSentences,
  superiorSentencesEnglish,
  titleSentences,
  titleSentencesEnglish,
} from "../words/relation-words.ts";
import { englishAgent, englishRole, noRoleEnd, noTitle, roleEnd } from "../words/title-words.ts";
import { firstLinesIn, type LinedText } from "./lines.ts";
import { trimmedSpan } from "./sentences.ts";
import type { FieldValue, Parts } from "./structure.ts";
import { sourceWords, stretchOf } from "./words-of.ts";

/** What a description says about who the role is, whom it serves under and whom it leads. */
export type Relations = Pick<Description, "title" | "department" | "superior" | "subordinates" | "authority">;

/** Where to look: the text, its source, and the stretch of the description in the normalised text. */
export interface Place {
  readonly source: string;
  readonly text: LinedText;
  readonly within: Span;
}

/**
 * Reads title and reporting lines: from labels first, then from headings, then from sentences; the title at last from
 * the name of the file.
 *
 * @param name The file's name where the description is the only one of the file.
 */
export function relationsOf(place: Place, parts: Parts, name: string | undefined): Relations {
  const { fields } = parts;
  const field = (kind: FieldValue["field"]) =>
    fields.find((each) => each.field === kind && each.values.length > 0)?.values[0];
  const named = field("department");
  const department = named && said(textField(place, named, 0.95));
  const superior = superiorOf(place, field("superior"));
  const title = titleOf(place, parts, name);
  return {
    ...(title ? { title } : {}),
    ...(department ? { department } : {}),
    ...(superior ? { superior } : {}),
    subordinates: subordinatesOf(place, fields),
    authority: mannersOf(place, fields),
  };
}

function textField({ source, text }: Place, span: Span, confidence: number): TextField {
  return { ...sourceWords(source, text, stretchOf(text, [span])), confidence };
}

/** The field, unless only punctuation stands there. */
function said(field: TextField): TextField | undefined {
  return field.text === "" ? undefined : field;
}

/** The brackets and the remarks around a title are no part of it. */
function titleOf(place: Place, { titles, fields, parts }: Parts, name: string | undefined): TitleField | undefined {
  const { chars } = place.text;
  const labelled = [
    ...fields.flatMap(({ label, values }) => [label, ...values]),
    ...parts.flatMap(({ heading }) => heading ?? []),
  ];
  // A label says it outright; a line above may say it otherwise.
  const ranked = [...titles].sort((left, right) => Number(right.from === "label") - Number(left.from === "label"));
  for (const { span, from } of ranked) {
    const found = textField(place, titleSpan(chars, span), from === "label" ? 0.97 : 0.92);
    if (found.text.length >= 2) return { ...found, from };
  }
  return (
    titleInFirstLines(place, labelled) ??
    titleInSentences(place) ??
    titleBetweenBars(place) ??
    titleByPlace(place, labelled) ??
    titleFromName(name)
  );
}

/** 招聘 | 密室场控 | 上海 | 8K: the first piece behind the call. */
function titleBetweenBars(place: Place): TitleField | undefined {
  const { text, within } = place;
  const line = firstLinesIn(text, within, 1)[0]?.span;
  const words = line ? text.chars.slice(line.start, line.end) : "";
  const role = /招聘?\s*[|·:]\s*(?<role>\p{Script=Han}[^|·,;\d]{1,12}?)\s*(?:[|·]|$)/du.exec(words)?.indices?.groups
    ?.role;
  if (!line || !role) return undefined;
  return { ...textField(place, { start: line.start + role[0], end: line.start + role[1] }, 0.7), from: "heading" };
}

/** A short first line that is nothing else: 无人机飞手, Arranger. */
function titleByPlace(place: Place, labelled: readonly Span[]): TitleField | undefined {
  const { text, within } = place;
  const line = firstLinesIn(text, within, 1)[0]?.span;
  if (!line || labelled.some(({ start, end }) => start < line.end && line.start < end)) return undefined;
  const lead = /^[【[《#*\s]*/u.exec(text.chars.slice(line.start, line.end))?.[0].length ?? 0;
  const trail = /[】\]》#*\s]*$/u.exec(text.chars.slice(line.start + lead, line.end))?.[0].length ?? 0;
  const span = { start: line.start + lead, end: line.end - trail };
  const words = text.chars.slice(span.start, span.end);
  const fits = /^\p{Script=Han}{2,8}$/u.test(words)
    ? !noTitle.test(words) && !noRoleEnd.test(words)
    : words.length <= 40 && englishAgent.test(words);
  return fits ? { ...textField(place, span, 0.6), from: "heading" } : undefined;
}

/** A city in brackets behind a title is where the work is. */
const cities =
  "(?:北京|上海|天津|重庆|广州|深圳|东莞|佛山|珠海|中山|惠州|杭州|宁波|温州|嘉兴|南京|苏州|无锡|常州|南通|成都|武汉|西安|长沙|郑州|济南|青岛|烟台|厦门|福州|泉州|合肥|南昌|昆明|贵阳|南宁|海口|三亚|大连|沈阳|长春|哈尔滨|石家庄|太原|呼和浩特|兰州|西宁|银川|乌鲁木齐|拉萨)";
/** What a title's line says beside it; Vice President, Operations is all title. */
const remarkBehind = new RegExp(
  String.raw`\s*(?:[(](?:[^()]*(?:名|人|兼|急|双休|岗|编号|[A-Z]{2,}\d)[^()]*|[^()]{1,8}(?:区|省|市|片区|分公司|门店|校区|总部)|(?:驻|base|坐标)[^()]*|${cities}[^()]{0,6})[)]|[,。;].*|\t.*|\s+\d+人?)$`,
  "u",
);
const remarkBehindEnglish =
  /\s*(?:[;|].*|\b(?:needed|wanted|required|sought|vacancy)\b.*|,(?=\s*(?:\d|full|part|remote|salary|reports|\$)).*|\.|\t.*)$/iu;

function titleSpan(chars: string, whole: Span): Span {
  const span = trimmedSpan(chars, whole);
  const words = chars.slice(span.start, span.end);
  const company =
    /^.{2,24}?(?:有限公司|公司|集团|旗舰店|专卖店|专营店|大酒店|酒店|医院|大学|学院|中学|小学|幼儿园)(?=.{2,}$)/u.exec(
      words,
    )?.[0].length ?? 0;
  const own = roleEnd.test(words) ? company : 0;
  const english = /\p{Script=Han}/u.test(words) ? undefined : /^(.{3,60}?)\s+[-–—|]\s+/u.exec(words)?.[1];
  if (english !== undefined && englishRole.test(english))
    return { start: span.start, end: span.start + english.length };
  const han = /\p{Script=Han}/u.test(words);
  const remark = (han ? remarkBehind : remarkBehindEnglish).exec(words)?.[0].length ?? 0;
  return trimmedSpan(chars, { start: span.start + own, end: Math.max(span.start + own, span.end - remark) });
}

/** A first line that names a role: 店长, or 急聘 | 高级测试工程师 | 双休. */
function titleInFirstLines(place: Place, labelled: readonly Span[]): TitleField | undefined {
  const { text, within } = place;
  const lines = firstLinesIn(text, within, 8);
  const patterns = [...titleSentences.slice(0, 1), ...titleSentencesEnglish.slice(0, 3)];
  for (const { span } of lines) {
    if (labelled.some(({ start, end }) => start < span.end && span.start < end)) continue;
    const words = text.chars.slice(span.start, span.end);
    if (/[。;]/u.test(words) && words.length > 40) break;
    const said = roleIn(patterns, words);
    if (said)
      return {
        ...textField(place, { start: span.start + said.start, end: span.start + said.end }, 0.85),
        from: "heading",
      };
    for (const piece of words.matchAll(/[^|│·\t,;。:!()【】[\]—–»>*#]+?(?=\s-\s|[|│·\t,;。:!()【】[\]—–»>*#]|$)/gu)) {
      const number = /^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]/u.exec(piece[0])?.[0].length ?? 0;
      const part = trimmedSpan(text.chars, {
        start: span.start + piece.index + number,
        end: span.start + piece.index + piece[0].length,
      });
      const role = roleSpan(text.chars, part);
      if (role)
        return { ...textField(place, titleSpan(text.chars, withBrackets(text.chars, role)), 0.8), from: "heading" };
    }
  }
  return undefined;
}

/** The role that a piece of a line names: all of it, its last word before a head count, or what stands before 岗位. */
function roleSpan(chars: string, { start, end }: Span): Span | undefined {
  const words = chars.slice(start, end);
  const counted = /\s*\d{1,2}\s*[人名位]$/u.exec(words)?.index ?? words.length;
  const last = /\S+$/u.exec(words.slice(0, counted))?.index ?? 0;
  const lead =
    /^(\p{Script=Han}{2,10}?)(?:岗位|职位|工作)\p{Script=Han}{2,4}$/u.exec(words)?.[1]?.length ?? words.length;
  const pieces = [
    ...(/\p{Script=Han}/u.test(words) ? [{ start: start + last, end: start + counted }] : []),
    { start, end },
    { start, end: start + lead },
  ];
  return pieces.find((piece) => namesRole(chars.slice(piece.start, piece.end).replace(/^-\s*/u, "")));
}

/** CNC Machinist (2nd Shift): what stands in brackets behind a name is part of it, unless it is a remark. */
function withBrackets(chars: string, span: Span): Span {
  const behind = /^\s?[(][^()\n]{1,24}[)]/u.exec(chars.slice(span.end, span.end + 30))?.[0];
  if (behind === undefined || remarkInBrackets.test(behind)) return span;
  return { start: span.start, end: span.end + behind.length };
}

/** Head counts, codes and calls in brackets. */
const remarkInBrackets =
  /[(](?:[^()]{1,8}(?:区|省|市|片区|分公司|门店|校区|总部)|(?:驻|base|坐标)[^()]*|[^()]*(?:名|人|兼|急|双休|岗|编号|[A-Z]{2,}\d|薪|[kK]\b|remote|m\/f|f\/m|full[- ]time|part[- ]time|\$|£)[^()]*)[)]/iu;

/** Whether the words are a role's name and nothing else. */
function namesRole(words: string): boolean {
  if (/\p{Script=Han}/u.test(words)) {
    const bare = words.replace(/\s/gu, "");
    return (
      bare.length >= 2 &&
      bare.length <= 14 &&
      roleEnd.test(bare) &&
      !noTitle.test(bare) &&
      !/招聘$|^(?:急|诚)?聘$|^我们|、/u.test(bare)
    );
  }
  return (
    words.length <= 60 &&
    words.split(/\s+/u).length <= 7 &&
    /^[A-Z]/u.test(words) &&
    englishRole.test(words) &&
    !/[.:]|^(?:The|We|You|Our|About|Join)\b/u.test(words)
  );
}

function titleInSentences(place: Place): TitleField | undefined {
  const { text, within } = place;
  const words = text.chars.slice(within.start, Math.min(within.end, within.start + 1500));
  const said = roleIn(/\p{Script=Han}/u.test(words) ? titleSentences : titleSentencesEnglish, words);
  return (
    said && {
      ...textField(place, { start: within.start + said.start, end: within.start + said.end }, 0.7),
      from: "sentence",
    }
  );
}

/** What a sentence says of a role; no title has such a verb. */
const says =
  /^(?:you|we|they)\b|\b(?:reports?|is|are|will|leads|manages|keeps|provides|ensures|oversees|needed|wanted|required|sought)\b/iu;

function roleIn(patterns: readonly RegExp[], words: string): Span | undefined {
  for (const pattern of patterns) {
    for (const match of words.matchAll(pattern)) {
      const role = match.groups?.role?.trim() ?? "";
      const fits = /\p{Script=Han}/u.test(role)
        ? roleEnd.test(role) && !genericRole.test(role) && !noTitle.test(role)
        : englishRole.test(role) && !says.test(role);
      if (!fits) continue;
      const start = match.index + match[0].indexOf(role);
      return { start, end: start + role.length };
    }
  }
  return undefined;
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
  const fits = /\p{Script=Han}/u.test(bare) ? bare.length <= 16 && roleEnd.test(bare) : englishRole.test(bare);
  return fits ? { text: bare, spans: [], confidence: 0.5, from: "file-name" } : undefined;
}

function superiorOf(place: Place, labelled: Span | undefined): TextField | undefined {
  if (labelled) {
    const span = firstRole(place.text.chars, labelled);
    const found = said(textField(place, span, 0.97));
    return found && genericRole.test(found.text) ? undefined : found;
  }
  const role = roleSaid(place, superiorSentences, superiorSentencesEnglish, "role");
  return role && said(textField(place, role, 0.85));
}

/** Where a role's name ends: Chief, Budget Division is one name, Class Teacher, Headteacher are two. */
const roleStop =
  /[\t。;]|\.\s(?=[A-Z][\w ]{1,20}:)|(?<!^\s*(?:(?:Deputy|Assistant|Associate|Executive|Senior) )*(?:Chief|Director|Head|Dean|Superintendent|Vice President|VP|SVP|EVP)),\s*(?!and\b)|\s(?=\p{Script=Han}{2,8}[::])/u;

/** Manager, Operations Control is one name too: what stands behind the comma is no role. */
function stopIn(words: string): number {
  const stop = words.search(roleStop);
  const behind = /^,\s*([A-Z][\w&' -]*)$/u.exec(words.slice(Math.max(stop, 0)))?.[1];
  return behind === undefined || englishRole.test(behind) ? stop : -1;
}

/** A label's value without what follows it on the line, and without the words that say once more what the label says. */
function firstRole(chars: string, span: Span): Span {
  const words = chars.slice(span.start, span.end);
  const stop = stopIn(words);
  const end = stop > 0 ? span.start + stop : span.end;
  const sentence = /^\s*(?:直接)?(?:向|对)(?<role>.{2,20}?)(?:直接)?(?:汇报|负责|报告)(?:工作)?\s*$/du.exec(
    chars.slice(span.start, end),
  );
  const [from, to] = sentence?.indices?.groups?.role ?? [0, end - span.start];
  return trimmedSpan(chars, { start: span.start + from, end: span.start + to });
}

function roleSaid(
  place: Place,
  chinese: readonly RegExp[],
  english: readonly RegExp[],
  group: string,
): Span | undefined {
  const { text, within } = place;
  const words = text.chars.slice(within.start, within.end);
  for (const pattern of /\p{Script=Han}/u.test(words) ? [...chinese, ...english] : english) {
    for (const match of words.matchAll(pattern)) {
      const role = match.groups?.[group] ?? "";
      const fits = group === "roles" || (/\p{Script=Han}/u.test(role) ? isSuperior(role) : role.length > 3);
      if (!fits || genericRole.test(role)) continue;
      const start = within.start + match.index + match[0].indexOf(role);
      return trimmedSpan(text.chars, { start, end: start + role.length });
    }
  }
  return undefined;
}

function isSuperior(role: string): boolean {
  return (
    (roleEnd.test(role) || /(?:董事会|总经办|委员会|支部|总监办|负责人|领导班子|部)$/u.test(role)) &&
    !/(?:各|所有|全体|客户|业主|员工|下属)/u.test(role)
  );
}

function subordinatesOf(place: Place, fields: readonly FieldValue[]): TextField[] {
  const labelled = fields.filter(({ field }) => field === "subordinates").flatMap(({ values }) => values);
  if (labelled.length > 0) return labelled.flatMap((span) => listed(place, span, 0.95));
  const said = roleSaid(place, subordinateSentences, subordinateSentencesEnglish, "roles");
  const roles = said ? listed(place, said, 0.8) : [];
  // 分管患者的护理 names no role.
  return roles.filter(
    ({ text }) => !/\p{Script=Han}/u.test(text) || /(?:部|组|科|队|团队|岗位|人员)$/u.test(text) || roleEnd.test(text),
  );
}

/** The roles of a list: 前台、管家、保洁领班/专员; a slash joins forms of one role. */
function listed(place: Place, span: Span, confidence: number): TextField[] {
  const words = place.text.chars.slice(span.start, span.end);
  const han = /\p{Script=Han}/u.test(words);
  const parts = words.matchAll(
    han
      ? /[^、,;。\s和及与·•\n]+(?:[和及与][^、,;。\s]{1,3}(?=[、,;]|$))?/gu
      : /(?<=^|[,;&.]|\band\b)(?:(?!,|;|\band\b|&|\.(?:\s|$)).)+/giu,
  );
  return [...parts].flatMap(({ 0: role, index }) => {
    // 12 pickers: how many there are is no part of the role.
    const count = /^\s*(?:about |up to |around )?\d+\s+(?=[A-Za-z])/u.exec(role)?.[0].length ?? 0;
    const start = span.start + index;
    const found = trimmedSpan(place.text.chars, { start: start + count, end: start + role.length });
    const field = textField(place, found, confidence);
    return field.text.length >= 2 && !genericRole.test(field.text) && !/^(?:等|共?\d+人?|the)$|^\d/u.test(field.text)
      ? [field]
      : [];
  });
}

/** How the role deals with its superior and its subordinates: the label stands behind the one it is about. */
function mannersOf(place: Place, fields: readonly FieldValue[]): AuthorityField[] {
  let towards: AuthorityField["towards"];
  return fields.flatMap(({ field, values }) => {
    if (field === "superior") towards = "superior";
    if (field === "subordinates") towards = "subordinates";
    if (field !== "manner") return [];
    return values
      .flatMap((span) => listed(place, span, 0.9))
      .map((each) => ({ ...each, ...(towards ? { towards } : {}) }));
  });
}
