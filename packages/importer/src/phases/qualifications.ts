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
  /放宽|(?:无|没有?)[^,。;]{0,4}者|没有的|公司(?:可|将|会)?(?:组织|报销|承担|负责|安排|协助|统一)|入职(?:前|后)[^,。;]{0,4}(?:办|考|取|补)|(?:可|能)(?:入职后|上岗后|后补)|\b(?:training|support) (?:is|will be|can be) (?:given|provided)|\bwe(?:'ll| will| can) (?:train|help|pay|provide)/iu;
/** The last words of a part in brackets, or behind a comma. */
const lastWords = /\s?[(][^()]*[)][.。;]?$|[,;](?:[^,;()]+)$/u;

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
 */
export function qualificationsIn(
  words: string,
  preferred: boolean,
  given?: QualificationKind,
  firm = true,
): QualificationPart[] {
  const clauses = clausesOf(words, ledIn.exec(words)?.[0].length ?? 0);
  const kinds = clauses.map(({ start, end }) => kindOf(words.slice(start, end)));
  const parts: { start: number; end: number; kind: QualificationKind | undefined }[] = [];
  for (const [index, clause] of clauses.entries()) {
    const last = parts.at(-1);
    const kind = kinds[index];
    if (last && !parts.some((part) => part === last && separate(words, part, clause, last.kind, kind))) {
      // 身体健康,吃苦耐劳 asks for a character first of all.
      const before = words.slice(last.start, clause.start);
      const plain = last.kind === "other" && kind === "trait" && fitness.test(before);
      last.kind = last.kind === undefined || plain || asksNothing.test(before) ? kind : last.kind;
      last.end = clause.end;
    } else parts.push({ ...clause, kind });
  }
  return parts.map(({ start, end: last, kind }) => {
    const asides = asidesIn(words, { start, end: last });
    const end = asides[0]?.start ?? last;
    const said = words.slice(start, end);
    const free = given === "other" || parts.length > 1;
    const told = kind !== undefined && (!firm || (free && (given === "other" || hardKinds.has(kind))));
    const own = given && !told ? given : (kind ?? "other");
    return { span: { start, end }, asides, ...factsOf(said, own, preferred) };
  });
}

/** Health and a clean record, which are asked of nearly everyone. */
const fitness = /身体|健康|体健|犯罪|不良|征信/u;
/** 男女不限 asks for nothing by itself. */
const asksNothing = /^(?:男女|性别|专业|学历|经验|户籍|地域)?不限[,;、]?$/u;

function separate(
  words: string,
  before: Span,
  clause: Span,
  first: QualificationKind | undefined,
  second: QualificationKind | undefined,
): boolean {
  const [left, right] = [words.slice(before.start, before.end), words.slice(clause.start, clause.end)];
  // 大专以上学历,物业专业优先: what is asked and what is welcome are two things.
  const welcome = preferredWords.test(left) !== preferredWords.test(right);
  // 持证的,同等条件下优先: the words behind it say only that it is welcome.
  if (/^(?:在)?(?:同等)?条件(?:相同|同等)?下?,?(?:可)?(?:适当)?(?:优先|加分)/u.test(right)) return false;
  // 退役军人、有驾照者优先: either is welcome.
  if (welcome && words.charAt(clause.start - 1) === "、" && !preferredWords.test(left)) return false;
  if (first !== undefined && hardKinds.has(first) && welcome && right.length > 4) return true;
  if (asksNothing.test(left)) return false;
  if (first === undefined || second === undefined || /^(?:or\b|and\/or\b|或)/iu.test(right)) return false;
  if (welcome) return true;
  if (first === second)
    return (
      hardKinds.has(first) && first === "experience" && yearsIn(left) !== undefined && yearsIn(right) !== undefined
    );
  return hardKinds.has(first) || hardKinds.has(second);
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
  return facts[0]?.kind ?? rows.find(([, pattern]) => pattern.test(words))?.[0] ?? remaining(words);
}

/**
 * Words without a sign of what they ask for: what is had by its initials or in levels is a certificate (a Transport
 * Manager CPC, Cytech Level 2), what would be a bonus mostly a skill.
 */
function remaining(words: string): QualificationKind | undefined {
  if (/(?:\ban? (?:[A-Z][\w-]+ )?|\b(?:[A-Z][\w-]+ ){2,3})[A-Z]{3,5}\b|^[A-Z]{4,6}[.;]?$|\b[Ll]evel \d/u.test(words))
    return "certificate";
  return preferredWords.test(words) ? "skill" : undefined;
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

/** @param from Where the first clause begins. */
function clausesOf(words: string, from: number): Span[] {
  const han = /\p{Script=Han}/u.test(words);
  const cuts = [
    ...words.matchAll(
      han
        ? /[,;。]\s*|、(?=[^、,;。]{0,12}(?:以上|学历|经验|证))|\s+(?=\p{Script=Han}{2,})/gu
        : /[;.](?=\s)\s*|,\s+(?!including (?!at least|a minimum|\d|one|two|three|four|five)|such as\b|e\.g|for example\b|of which\b|with\b|and (?:[A-Z]|[a-z]+$))|\s+(?:and|plus)\s+|\s+with\s+(?=(?:at least|a minimum|minimum|more than|over)\b|\d|(?:an? )?(?:valid|current|degree|diploma)\b|(?:one|two|three|four|five|six|seven|eight|ten)\b)/giu,
    ),
  ];
  const ends = [...cuts.map(({ 0: sign, index }) => index + sign.length), words.length];
  const clauses: Span[] = [];
  let start = from;
  for (const end of ends) {
    if (end <= start) continue;
    clauses.push({ start, end });
    start = end;
  }
  return clauses;
}
