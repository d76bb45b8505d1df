import type { AuthorityField, Description, TextField } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
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
import { type Place, textField } from "./place.ts";
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
  const subordinates = subordinatesOf(place, fields);
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
      if ((group === "role" && !isSuperior(role)) || genericRole.test(role)) continue;
      const lead = group === "role" ? (beforeSuperior.exec(role)?.[0].length ?? 0) : 0;
      const start = within.start + match.index + match[0].indexOf(role);
      return trimmedSpan(text.chars, { start: start + lead, end: start + role.length });
    }
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

function subordinatesOf(place: Place, fields: readonly FieldValue[]): TextField[] {
  const labelled = fields.filter(({ field }) => field === "subordinates").flatMap(({ values }) => values);
  if (labelled.length > 0) return labelled.flatMap((span) => listed(place, span, 0.95));
  const said = roleSaid(place, subordinateSentences, subordinateSentencesEnglish, "roles");
  const roles = said ? listed(place, said, 0.8) : [];
  // 分管患者的护理 names no role.
  return roles.filter(
    ({ text }) =>
      /(?:部|组|科|队|团队|岗位|人员)$|\w\s(?:staff|team|crew|personnel)$/u.test(text) ||
      roleEnd.test(text) ||
      roleWeight(text.replace(/^(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several) /iu, "")) >=
        2,
  );
}

/** 12 pickers, 3名销售代表, 驾驶员58名: how many there are, and whose they are. */
const countBefore =
  /^\s*(?:(?:our|the|about|up to|around|a team of)\s+)*(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\s+)?(?=[A-Za-z])|^(?:[约共]?\d{1,3}|[一二两三四五六七八九十几])[名个位](?=\p{Script=Han}{2})/iu;
const countBehind =
  /\s*[(]?[约共]?(?:\d{1,3}|若干|[一二两三四五六七八九十几]{1,3})[-~\d]*[名人位个](?:左右|以上)?[)]?$/u;

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
    const count = countBefore.exec(role)?.[0].length ?? 0;
    const behind = countBehind.exec(role.slice(count))?.[0].length ?? 0;
    const start = span.start + index;
    const found = trimmedSpan(place.text.chars, { start: start + count, end: start + role.length - behind });
    const field = textField(place, found, confidence);
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
      .flatMap((span) => listed(place, span, 0.9))
      .map((each) => ({ ...each, ...(towards ? { towards } : {}) }));
  });
}
