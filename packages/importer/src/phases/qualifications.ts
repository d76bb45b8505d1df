import type { Qualification } from "../generated/import-result.ts";
import { chineseQuantities, englishQuantities } from "../measures/quantities.ts";
import type { Span } from "../source.ts";
import { remembered } from "../text/remembered.ts";
import {
  educationLevels,
  hardKinds,
  preferredWords,
  type QualificationKind,
  qualificationKinds,
  qualificationKindsEnglish,
} from "../words/qualification-words.ts";

export type QualificationFacts = Pick<Qualification, "kind" | "need" | "years" | "yearsTo" | "level">;

/** A part of an entry that asks for one kind of thing. */
export interface QualificationPart extends QualificationFacts {
  /** Inside the entry. */
  readonly span: Span;
  /** What is conceded or said beside it, inside the entry: 特别优秀者可放宽至38周岁. */
  readonly asides: readonly Span[];
}

/** Words that ask for nothing: who is exempt, and what the house does for those who lack it. */
const concedes =
  /放宽|的话|无(?:相关)?经验(?:者)?(?:也|亦|可)|(?:也|亦)可(?:以)?(?:考虑|谈|来|投|培养|报名|接受)?|(?:无|没有?)[^,。;]{0,4}者|没有的|公司(?:可|将|会)?(?:组织|报销|承担|负责|安排|协助|统一)|入职(?:前|后)[^,。;]{0,4}(?:办|考|取|补)|(?:可|能)(?:入职后|上岗后|后补)|\b(?:training|support) (?:is|will be|can be) (?:given|provided)|\bwe(?:'ll| will| can) (?:train|help|pay|provide)/iu;
/** The last words of a part in brackets, or behind a comma. */
const lastWords = /\s?[(][^()]*[)][.。;,、]?\s*$|[,;](?:[^,;()]+)[,;]?\s*$/u;

/** 专业不限, 有无经验均可: asks for nothing. */
const asksNothing =
  /^(?:男女|性别|专业|学历|年龄|经验|户籍|地域|民族|婚否|语言|证书|国籍|工作)*(?:经验|经历|要求)?(?:均|皆|都)?(?:不限|无要求|不作要求|不做要求|无限制|均可|无)[,;、。]?\s*$|^有无(?:相关|工作)*(?:经验|经历|证书)(?:均|皆|都)可[,;、。]?\s*$/u;
/** Why it is asked for, or how firmly: 因为经常要往港区跑, 这个是底线. */
const comments =
  /^(?:因为|因此|所以|毕竟|否则|不然|这(?:个|条|点|是|样)|也就是|就行|即可|以便|方便)|^(?:and|or|以及|及|和)[,;.]?\s*$/iu;

/** The end of a part that only concedes something; several where one follows the other. */
function asidesIn(words: string, { start, end }: Span): Span[] {
  const match = lastWords.exec(words.slice(start, end));
  if (!match || match.index === 0 || !concedes.test(match[0])) return [];
  const aside = { start: start + match.index, end };
  return [...asidesIn(words, { start, end: aside.start }), aside];
}

/**
 * Reads the words of one entry. Facts of different kinds (大专以上学历，3年以上经验) come out one by one; abilities and
 * traits that stand together stay together.
 *
 * @param given The kind that a label or a heading announces.
 * @param firm Whether it holds against what the words tell; a heading of competencies has languages and traits below it.
 * @param running Whether the words are running text and no item of a list: clauses of one kind are then parted too.
 */
export function qualificationsIn(
  words: string,
  preferred: boolean,
  given?: QualificationKind,
  firm = true,
  running = false,
): QualificationPart[] {
  const parts = partsOf(words, running);
  return parts.map(({ start, end: last, kind, beside, preferred: welcome }) => {
    const asides = [...asidesIn(words, { start, end: last }), ...beside];
    const end = Math.max(start, asides[0]?.start ?? last);
    const said = words.slice(start, Math.min(end, last));
    const free = given === "other" || parts.length > 1;
    const able = kind === "skill" && given === "trait" && /能力|\bskills?\b/iu.test(said);
    const told = kind !== undefined && (!firm || (free && (given === "other" || able || hardKinds.has(kind))));
    const own = given && !told ? given : (kind ?? remaining(said) ?? "other");
    return { span: { start, end: Math.min(end, last) }, asides, ...factsOf(said, own, preferred || welcome) };
  });
}

/** A clause, with what its own words tell. */
interface Clause extends Span {
  readonly kind: QualificationKind | undefined;
  readonly preferred: boolean;
}

/** What is read as one item, before its facts. */
interface Draft extends Span {
  end: number;
  kind: QualificationKind | undefined;
  readonly preferred: boolean;
  /** What is said beside it. */
  readonly beside: Span[];
}

function partsOf(words: string, running: boolean): Draft[] {
  const parts: Draft[] = [];
  for (const told of clausesIn(words)) {
    const said = words.slice(told.start, told.end);
    const last = parts.at(-1);
    const clause = last && narrows.test(said) && told.kind !== last.kind ? { ...told, kind: last.kind } : told;
    if (asksNothing.test(said) || (last && comments.test(said))) beside(parts, clause);
    else if (
      !last ||
      last.beside.length > 0 ||
      separate(words, last, clause) ||
      (running && standsAlone(words, last, clause))
    )
      parts.push({ ...clause, beside: [] });
    else join(words, last, clause);
  }
  return parts;
}

/** 最好是电商行业, ideally in retail: says more of what stands before it. */
const narrows =
  /^(?:最好是?在|最好是(?!\d)|尤其|特别是)|^(?:ideally|preferably)(?:,)? (?:in|with|within|from|at|gained|some of)\b/iu;

/** Words that ask for nothing stand beside the part before them, or make an empty one. */
function beside(parts: Draft[], { start, end }: Span): void {
  const last = parts.at(-1);
  if (last) last.beside.push({ start, end });
  else parts.push({ start, end: start, kind: undefined, preferred: false, beside: [{ start, end }] });
}

function join(words: string, last: Draft, { start, end, kind }: Clause): void {
  // 身体健康,吃苦耐劳 asks for a character first of all.
  const plain = last.kind === "other" && kind === "trait" && fitness.test(words.slice(last.start, start));
  last.kind = last.kind === undefined || plain ? kind : last.kind;
  last.end = end;
}

const listedWith = /(?:、|\sand\s)$/u;
/** What is asked for by itself, whatever stands before it. */
const ownStart =
  /^(?:solid|strong|good|great|excellent|outstanding|proven|sound|an?|abilit\w+|able|willing\w*|ready|happy|knowledge|understanding|familiar\w*|awareness|experience\w*|basic|advanced|confident|comfortable|competent|proficien\w*|skilled|own|clear|clean|enhanced|physically|must|have|has|hold|be|working|fluent|[a-z]+ing [a-z]+ skills?)\s/iu;

/** The clauses; one that says nothing by itself is part of the one it is listed with: 有前台、客服经验. */
function clausesIn(words: string): Clause[] {
  const clauses: Clause[] = [];
  let from: number | undefined;
  for (const { start, end } of clausesOf(words, ledIn.exec(words)?.[0].length ?? 0)) {
    const said = words.slice(from ?? start, end);
    const kind = kindOf(said.replace(/[,;。、.\s]+$/u, ""));
    const listed =
      kind === undefined && listedWith.test(said) && end < words.length && !ownStart.test(words.slice(end));
    if (!listed) clauses.push({ start: from ?? start, end, kind, preferred: preferredWords.test(said) });
    from = listed ? (from ?? start) : undefined;
  }
  return welcomeAlike(words, clauses);
}

/** 自备电动车、有驾照优先: both are welcome; of 持保安员证、有电工证者优先 only the second is. */
function welcomeAlike(words: string, clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause, index) => {
    const said = words.slice(clause.start, clause.end);
    const short = said.endsWith("、") && said.length <= 9 && !/^[持具须应]/u.test(said);
    return short && clauses[index + 1]?.preferred ? { ...clause, preferred: true } : clause;
  });
}

/** Health and a clean record, which are asked of nearly everyone. */
const fitness = /身体|健康|体健|犯罪|不良|征信/u;

/** Whether a clause is an item of its own behind the part before it. */
function separate(words: string, before: Draft, clause: Clause): boolean {
  const [left, right] = [words.slice(before.start, before.end), words.slice(clause.start, clause.end)];
  // 持证的,同等条件下优先: the words behind it say only that it is welcome.
  if (/^(?:在)?(?:同等)?条件(?:相同|同等)?下?,?(?:可)?(?:适当)?(?:优先|加分)/u.test(right)) return false;
  if (/[;。]\s*$|\.\s+$/u.test(left)) return true;
  const needs = before.preferred === clause.preferred ? undefined : apartByNeed(left, right, before, clause);
  return needs ?? (joinsOn(left, right, clause) ? false : apartByKind(left, right, before, clause));
}

/** 大专以上学历,物业专业优先: what is asked and what is welcome are two things. Undefined where that tells nothing. */
function apartByNeed(left: string, right: string, before: Draft, clause: Clause): boolean | undefined {
  const [first, second] = [before.kind, clause.kind];
  // 退役军人、有驾照者优先: either is welcome.
  const either = left.endsWith("、") && !before.preferred && !predicateStart.test(left);
  if (either && (first === second || first === undefined)) return false;
  if (first === undefined) return second === undefined ? false : undefined;
  const own = predicateStart.test(right);
  // Preferably in farming, building or other trades: the words go on.
  if (second === undefined && before.preferred && !own && !ownStart.test(right)) return false;
  return (hardKinds.has(first) || own) && right.length > 4 ? true : undefined;
}

/** 责任心强,能吃苦耐劳 in a sentence of requirements: of one kind, but each with words of its own that ask. */
function standsAlone(words: string, { start, kind }: Draft, clause: Clause): boolean {
  const right = words.slice(clause.start, clause.end);
  const comma = /,\s*$/u.test(words.slice(start, clause.start));
  return comma && kind === clause.kind && kind !== undefined && (predicateStart.test(right) || ownStart.test(right));
}

/** Experience with Python and SQL asks for one thing; behind "and" stands another only where its words begin it. */
function joinsOn(left: string, right: string, { kind }: Clause): boolean {
  if (/^(?:or\b|and\/or\b|或)/iu.test(right)) return true;
  const fact = kind !== undefined && hardKinds.has(kind);
  return /\s(?:and|plus)\s$/u.test(left) && !fact && !ownStart.test(right);
}

function apartByKind(left: string, right: string, before: Draft, clause: Clause): boolean {
  const [first, second] = [before.kind, clause.kind];
  if (first === undefined || second === undefined) return false;
  if (before.preferred !== clause.preferred || first !== second) return true;
  return first === "experience" && yearsIn(left) !== undefined && yearsIn(right) !== undefined;
}

function factsOf(words: string, kind: QualificationKind, preferred: boolean): QualificationFacts {
  const need = preferred || preferredWords.test(words) ? "preferred" : "required";
  const level = kind === "education" ? educationLevels.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
  const years = kind === "age" ? agesIn(words) : yearsIn(words);
  return {
    kind,
    need,
    ...(level ? { level } : {}),
    ...(kind === "age" || kind === "experience" || years ? years : {}),
  };
}

/** What kind of qualification the words ask for; undefined where no word tells. */
export const kindOf: (words: string) => QualificationKind | undefined = remembered(readKind);

function readKind(words: string): QualificationKind | undefined {
  if (/\p{Script=Han}/u.test(words)) return qualificationKinds.find(([, pattern]) => pattern.test(words))?.[0];
  return englishKindOf(words);
}

/** In English what is asked for comes first: a degree or equivalent experience, three years' post-registration experience. */
function englishKindOf(words: string): QualificationKind | undefined {
  const [age, ...rows] = qualificationKindsEnglish;
  if (age?.[1].test(words)) return age[0];
  const facts = rows
    .filter(([kind]) => hardKinds.has(kind))
    .map(([kind, pattern]) => ({ kind, at: words.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at);
  return facts[0]?.kind ?? rows.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What is done, as a skill is called: ServiceNow administration, conflict handling. */
const craft =
  /^(?!.*\bor\b).*\b(?:management|administration|handling|solving|planning|analysis|reporting|coordination|configuration|modell?ing|design|testing|automation|scripting|programming|debugging|integration|drafting|editing|budgeting|forecasting|scheduling|selling|cooking|welding)[.;,]?$/iu;

/**
 * Words without a sign of what they ask for: what is had by its initials or in levels is a certificate (a Transport
 * Manager CPC, Cytech Level 2), what would be a bonus mostly a skill.
 */
function remaining(words: string): QualificationKind | undefined {
  if (/\p{Script=Han}/u.test(words)) return undefined;
  if (/(?:\ban? (?:[A-Z][\w-]+ )?|\b(?:[A-Z][\w-]+ ){2,3})[A-Z]{3,5}\b|^[A-Z]{4,6}[.;]?$|\b[Ll]evel \d/u.test(words))
    return "certificate";
  return preferredWords.test(words) || craft.test(words) ? "skill" : undefined;
}

type Years = Pick<Qualification, "years" | "yearsTo">;

function yearsIn(words: string): Years | undefined {
  const han = /\p{Script=Han}/u.test(words);
  const quantities = han ? chineseQuantities(words) : englishQuantities(plainYears(words));
  for (const { value, to, unit = "" } of quantities) {
    const months = /^(?:个?月|months?)$/iu.test(unit);
    if (!months && !/^(?:年|years?|yrs?)$/iu.test(unit)) continue;
    if (value > 60) continue;
    const scale = (count: number) => (months ? Math.round((count / 12) * 100) / 100 : count);
    return { years: scale(value), ...(to === undefined ? {} : { yearsTo: scale(to) }) };
  }
  return undefined;
}

/** `3+ years`, and `three (3) years` as lawyers write it. */
function plainYears(words: string): string {
  return words
    .replace(/\b(\d|one|two|three|four|five) of (?=which\b|them\b|those\b)/giu, "$1 years of ")
    .replace(/\ban? (?=(?:full )?year\b)/giu, "1 ")
    .replace(/\b[a-z-]+\s*\((\d{1,2})\)\+?/giu, "$1 ")
    .replace(/(\d)\+/gu, "$1 ");
}

function agesIn(words: string): Years {
  const range = /(\d{2})\s*(?:周?岁)?\s*(?:-|~|—|–|至|到|to)\s*(\d{2})/u.exec(words);
  if (range) return { years: Number(range[1]), yearsTo: Number(range[2]) };
  // 18周岁以上、35周岁以下
  const ends = /(\d{2})\s*周?岁(?:及|或)?(?:\(含\))?以上[^\d]{0,4}(\d{2})/u.exec(words);
  if (ends) return { years: Number(ends[1]), yearsTo: Number(ends[2]) };
  const age = /(\d{2})/u.exec(words)?.[1];
  if (age === undefined) return {};
  return /以下|以内|不超过|under|below|maximum/iu.test(words) ? { yearsTo: Number(age) } : { years: Number(age) };
}

/** Who is asked, in front of what is asked: 应聘者须具备, To apply you need. */
const ledIn =
  /^(?:(?:应聘|求职|任职|报考|报名)(?:者|人员)?|候选人|申请人|我们(?:希望|要求|需要)?(?:你|您)?|(?:你|您))(?:必须|须|需要?|应当?|要)?(?:具备|具有|拥有|满足|符合)(?:以下|下列)?(?:条件|要求)?[:,]?|^(?:to apply,? )?(?:you|candidates|applicants)(?:'ll| will| must| should)?(?: also)? (?:need|have|hold|possess|bring)(?: to have)? (?!to\b)/iu;

/** How a clause begins that can stand alone: 有…, 能…, 熟悉…; behind 、 or a joint only such a one does. */
const predicate =
  "(?:[具拥持享]有|有(?!限|关|效|无|序|色|机)|具备|取得|获得|持(?!续|久)|能(?!力|源|耗|效|量)|会(?!计|议|员|务|展|所|场)|可(?!视|靠|行)|熟[悉练知]|精通|掌握|了解|懂|善于|擅长|勇于|敢于?|乐于|愿意?|热爱|喜欢|适应|服从|接受|无(?!线|人)|不(?!锈|动)|性格|为人|责任[心感]|工作(?:认真|细[心致]|严谨|踏实)|身体|年龄|男性?|女性?|形象|普通话|自备|抗压|爱岗)";
const predicateStart = new RegExp(`^(?:并且?|且|及|同时)?${predicate}`, "u");
const cutsChinese = new RegExp(
  `[,;。]\\s*|、(?=[^、,;。]{0,12}(?:以上|学历|经验|证))|、(?=${predicate})|(?=(?<!以)(?:并且?|且|及|同时)${predicate})|(?<![A-Za-z\\d])\\s+(?=\\p{Script=Han}{2,})`,
  "gu",
);
const cutsEnglish =
  /(?<!\b(?:e\.g|i\.e|etc|min|max|approx|incl|jr|sr|nos?|dr|mrs?|st|vs|dept|yrs?|[A-Z]|[A-Z]\.[A-Za-z]{1,3}))[.](?=\s)\s*|;(?=\s)\s*|,\s+(?!including (?!at least|a minimum|\d|one|two|three|four|five)|such as\b|e\.g|for example\b|of which\b(?! (?:min|at least|\d|(?:one|two|three|four|five)\b))|with\b|and (?:[A-Z]|[a-z]+$))|\s+(?:and|plus|but(?! not))\s+|\s+with\s+(?=(?:at least|a minimum|minimum|more than|over)\b|\d|(?:an? )?(?:valid|current|degree|diploma)\b|(?:one|two|three|four|five|six|seven|eight|ten)\b)/giu;

/** @param from Where the first clause begins. */
function clausesOf(words: string, from: number): Span[] {
  const cuts = words.matchAll(/\p{Script=Han}/u.test(words) ? cutsChinese : cutsEnglish);
  const ends = [...cuts]
    .filter(({ index }) => !inBrackets(words, index))
    .map(({ 0: sign, index }) => index + sign.length);
  const clauses: Span[] = [];
  let start = from;
  for (const end of [...ends, words.length]) {
    if (end <= start) continue;
    clauses.push({ start, end });
    start = end;
  }
  return clauses;
}

function inBrackets(words: string, at: number): boolean {
  return words.lastIndexOf("(", at) > words.lastIndexOf(")", at) && words.includes(")", at);
}
