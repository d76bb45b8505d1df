import type { AuthorityField, Description, TextField } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { fieldOf } from "../words/heading-words.ts";
import {
  beforeSuperior,
  genericRole,
  subordinateSentences,
  subordinateSentencesEnglish,
  superiorSentences,
  superiorSentencesEnglish,
} from "../words/relation-words.ts";
import { roleWeight } from "../words/role-weight.ts";
import { englishRole, roleEnd } from "../words/title-words.ts";
import { firstCell, type Place, textField } from "./place.ts";
import { trimmedSpan } from "./sentences.ts";
import type { FieldValue, Parts } from "./structure.ts";
import { titleOf } from "./title.ts";

/** What a description says about who the role is, whom it serves under and whom it leads. */
export type Relations = Pick<Description, "title" | "department" | "superior" | "subordinates" | "authority">;

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
  const subordinates = subordinatesOf(place, fields).map(({ counted, ...role }): TextField => role);
  const others = [superior, department, ...subordinates].flatMap((role) => role?.text ?? []);
  const title = titleOf(place, parts, others, name);
  return {
    ...(title ? { title } : {}),
    ...(department ? { department } : {}),
    ...(superior ? { superior } : {}),
    subordinates,
    authority: mannersOf(place, fields),
  };
}

/** The field, unless only punctuation stands there. */
function said(field: TextField): TextField | undefined {
  return field.text === "" ? undefined : field;
}

function superiorOf(place: Place, labelled: Span | undefined): TextField | undefined {
  if (labelled) {
    const span = firstRole(place.text.chars, firstCell(place.text.chars, labelled));
    const found = said(textField(place, span, 0.97));
    return found && genericRole.test(found.text) ? undefined : found;
  }
  const role = superiorSaid(place);
  return role && said(textField(place, role, 0.85));
}

/** Where a role's name ends: Chief, Budget Division is one name, Class Teacher, Headteacher are two. */
const roleStop =
  /[\t。;|]|\.\s(?=[A-Z][\w ]{1,20}:)|(?<!^\s*(?:(?:Deputy|Assistant|Associate|Executive|Senior) )*(?:Chief|Director|Head|Dean|Superintendent|Vice President|VP|SVP|EVP)),\s*(?!and\b)|\s(?=\p{Script=Han}{2,8}[::])/u;

/** Manager, Operations Control is one name too: what stands behind the comma is no role. */
function stopIn(words: string): number {
  const stop = secondRole(words) ?? words.search(roleStop);
  const behind = /^,\s*([A-Z][\w&' -]*)$/u.exec(words.slice(Math.max(stop, 0)))?.[1];
  return behind === undefined || englishRole.test(behind) ? stop : -1;
}

/** 护理部主任(行政)、科主任(业务): the first of two, each with what it is for. */
function secondRole(words: string): number | undefined {
  const at = words.indexOf("、");
  const stands = at > 0 && roleWeight(words.slice(0, at)) >= 3 && roleWeight(words.slice(at + 1)) >= 3;
  return stands ? at : undefined;
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
  return withoutBrackets(chars, trimmedSpan(chars, { start: span.start + from, end: span.start + to }));
}

/** Transport Manager (CPC holder): what stands in brackets says more of the role that is named. */
function withoutBrackets(chars: string, { start, end }: Span): Span {
  const article = /^the\s+(?=[A-Z])/iu.exec(chars.slice(start, end))?.[0].length ?? 0;
  const brackets = /(?<=.{2})\s?[(][^()]*[)]$/u.exec(chars.slice(start, end))?.[0].length ?? 0;
  return { start: start + article, end: end - brackets };
}

/** What the sentences name, in order, the surer patterns first. */
function* sentencesIn(place: Place, chinese: readonly RegExp[], english: readonly RegExp[], group: "role" | "roles") {
  const { text, within } = place;
  const words = text.chars.slice(within.start, within.end);
  for (const pattern of /\p{Script=Han}/u.test(words) ? [...chinese, ...english] : english)
    for (const match of words.matchAll(pattern)) {
      const role = match.groups?.[group] ?? "";
      const start = within.start + match.index + match[0].indexOf(role);
      yield { role, span: trimmedSpan(text.chars, { start, end: start + role.length }) };
    }
}

function superiorSaid(place: Place): Span | undefined {
  for (const { role, span } of sentencesIn(place, superiorSentences, superiorSentencesEnglish, "role")) {
    if (!isSuperior(role) || genericRole.test(role)) continue;
    return { start: span.start + (beforeSuperior.exec(role)?.[0].length ?? 0), end: span.end };
  }
  return undefined;
}

function isSuperior(role: string): boolean {
  if (!/\p{Script=Han}/u.test(role)) return role.length > 3;
  return (
    (roleEnd.test(role) || /(?:董事会|总经办|委员会|支部|书记|总监办|负责人|领导班子|部)$/u.test(role)) &&
    !/(?:各|所有|全体|客户|业主|员工|下属)/u.test(role)
  );
}

function subordinatesOf(place: Place, fields: readonly FieldValue[]): Listed[] {
  const labelled = fields.filter(({ field }) => field === "subordinates").flatMap(({ values }) => values);
  if (labelled.length > 0) return labelled.flatMap((span) => listed(place, firstCell(place.text.chars, span), 0.95));
  for (const { role, span } of sentencesIn(place, subordinateSentences, subordinateSentencesEnglish, "roles")) {
    if (genericRole.test(role)) continue;
    const named = listed(place, span, 0.8);
    const roles = named.filter(isSubordinate);
    // 厨师、切配、洗碗工: among roles stands one that is formed like none.
    if (roles.length > 0)
      return roles.length >= 2 ? named.filter((each) => isSubordinate(each) || isShort(each)) : roles;
  }
  return [];
}

function isShort({ text }: Listed): boolean {
  return (
    /^\p{Script=Han}{2,4}$/u.test(text) &&
    !/工作|管理|维护|事务/u.test(text) &&
    fieldOf(text) === undefined &&
    !/周期|时间|日期|目标|标准|内容/u.test(text)
  );
}

/** 分管患者的护理 names no role; 切配4个 does, whatever it is called. */
function isSubordinate({ text, counted }: Listed): boolean {
  const bare = text.replace(/^(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several) /iu, "");
  return (
    counted ||
    /(?:部|组|科|队|团队|岗位|人员)$|\w\s(?:staff|team|crew|personnel)$/u.test(text) ||
    roleEnd.test(text) ||
    roleWeight(bare) >= 2
  );
}

/** 12 pickers, 3名销售代表, 驾驶员58名: how many there are, and whose they are. */
const countBefore =
  /^[\s|]*(?:(?:our|the|about|up to|around|a team of)\s+)*(?:(?:\d+(?:\s?[-–~]\s?\d+)?(?:\s?x(?=\s))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\s+)?(?=[A-Za-z])|^(?:本(?:病区|班组|部门|科室|公司|区域|车间|店|组|班|部|科|队|站)的?|(?:[约共]?\d{1,3}|[一二两三四五六七八九十几])(?:[-~—至到](?:\d{1,3}|[一二两三四五六七八九十]))?[名个位])(?=\p{Script=Han}{2})/iu;
const countBehind =
  /\s*[(]?[约共各等]*(?:\d{1,3}|若干|[一二两三四五六七八九十几]{1,3})[-~\d]*(?:[名位个]人?|人)(?:左右|以上)?[)]?$|等$|\s+x\s?\d+$|\s*[(]\d+(?: |\))[^()]*[)]?$|\s+(?:during|throughout|while|when|who|on|in|at)\s[a-z ]+$/u;

interface Listed extends TextField {
  /** How many there are was said behind it. */
  readonly counted: boolean;
}

/** The roles of a list: 前台、管家、保洁领班/专员; a slash joins forms of one role. */
function listed(place: Place, span: Span, confidence: number): Listed[] {
  const words = place.text.chars.slice(span.start, span.end);
  const han = /\p{Script=Han}/u.test(words);
  const parts = words.matchAll(
    han
      ? /[^、,;。\s和及与·•\n]+(?:[和及与][^、,;。\s]{1,3}(?=[、,;]|$))?/gu
      : /(?<=^|[,;&]|\s\/\s|(?<!\b(?:jr|sr|asst|dy|nos?))\.|\band\b)(?:(?!,(?![^()]*\))|;|\band\b|\s\/\s|(?<=s|\))\s?&|(?<!\b(?:jr|sr|asst|dy|nos?))\.(?:\s|$)).)+/giu,
  );
  return [...parts].flatMap(({ 0: role, index }) => {
    const count = countBefore.exec(role)?.[0].length ?? 0;
    const behind = countBehind.exec(role.slice(count))?.[0].length ?? 0;
    const start = span.start + index;
    const found = trimmedSpan(place.text.chars, { start: start + count, end: start + role.length - behind });
    const field = { ...textField(place, found, confidence), counted: behind > 0 && han };
    return field.text.length >= 2 &&
      !genericRole.test(field.text) &&
      !/^(?:等|共?\d+人?|the)$|^\d|^(?:no|none|nil)\b|^(?:associates|staff|employees|people|colleagues|team members)$/iu.test(
        field.text,
      )
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
      .flatMap((span) => listed(place, span, 0.9).map(({ counted, ...field }) => field))
      .map((each) => ({ ...each, ...(towards ? { towards } : {}) }));
  });
}
