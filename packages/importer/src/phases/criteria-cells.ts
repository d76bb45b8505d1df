import type { Span } from "../source.ts";
import { announced } from "../words/announced-kinds.ts";
import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import { preferredHeading } from "../words/headings.ts";
import type { QualificationKind } from "../words/qualification-words.ts";

/** What a row of a person specification asks for; spans inside the row. */
export interface CriteriaRow {
  readonly asked: readonly { readonly span: Span; readonly preferred: boolean }[];
  /** Numbers, codes of need and of how it is tested, names of groups and columns. */
  readonly aside: readonly Span[];
  readonly kind: QualificationKind | undefined;
}

interface Cell extends Span {
  readonly words: string;
}

const column =
  /^(?:no\.?|#|(?:selection )?(?:requirements?|criteri(?:a|on)|attributes?|factors?)|essential|desirable|required|preferred|e\s?\/\s?d|d\s?\/\s?e|category|area|how (?:tested|assessed|identified|measured)|(?:method|means)s? of (?:assessment|testing|identification)|assess(?:ed|ment)(?: by| method)?|evidence|weight(?:ing)?|序号|类别|项目|维度|要求|内容|条件|必备(?:条件|要求)?|优先(?:条件|要求)?|最低要求|期望(?:条件|要求)?|(?:评价|考察|考核|核验)方式)$/iu;
const need =
  /^(?:[edmrp]|essential|desirable|required|preferred|mandatory|must(?: have)?|nice to have|必备|必须|必要|优先|加分|期望|可选)$/iu;
const welcome = /^(?:[dp]|desirable|preferred|nice to have|优先|加分|期望|可选)$/iu;
const way =
  "(?:[A-Z]{1,4}|cert(?:ificate)?s?|tests?|application(?: form)?|interview|references?|assessment(?: cent(?:re|er))?|presentation|portfolio|面试|笔试|证书|简历|实操)";
const tested = new RegExp(`^${way}(?:\\s*(?:[,/&+;、]|and)\\s*${way})*$`, "iu");

/** Essential and Desirable above two columns that white space sets apart. */
const twoColumns =
  /(?:^|\n)(?:[^\n\t]{0,24}\t+)?(?:essential|required|minimum|必备|必须|基本)[^\n\t]{0,10}\t+(?:desirable|preferred|优先|加分|期望)[^\n\t]{0,10}(?=\n|$)/iu;

/** Where the names of two such columns end; undefined where there are none. */
export function columnsOfNeed(chars: string): number | undefined {
  const names = twoColumns.exec(chars);
  return names ? names.index + names[0].length : undefined;
}

/** What stands in the two columns of a row below such names; all of it where it is no row of two. */
export function cellsOfNeed(words: string): { readonly span: Span; readonly preferred: boolean }[] {
  const [essential = "", desirable, ...more] = words.split(/\t+/u);
  const whole = [{ span: { start: 0, end: words.length }, preferred: false }];
  if (desirable === undefined || more.length > 0) return whole;
  return [
    { span: { start: 0, end: essential.length }, preferred: false },
    { span: { start: words.length - desirable.length, end: words.length }, preferred: true },
  ];
}

/** Whether the words name a column and ask for nothing. */
export function namesColumn(words: string): boolean {
  return column.test(words.trim());
}

/** Reads the rows of one part, one after the other: columns and groups hold for the rows below them. */
export class CriteriaReader {
  private preferredColumns: readonly boolean[] = [];
  private kind: QualificationKind | undefined;

  /** The row's meaning; undefined where the words are no row of cells. */
  read(words: string): CriteriaRow | undefined {
    if (!/^\s*\|.*\|\s*$/u.test(words)) return undefined;
    const cells = cellsOf(words);
    const full = cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.words));
    if (areColumns(full)) {
      this.preferredColumns = cells.map((cell) => preferredHeading.test(cell.words));
      return { asked: [], aside: full, kind: undefined };
    }
    const told = full.filter((cell) => !/^\d{1,2}(?:\.\d{1,2})*\.?$/u.test(cell.words));
    const group = told[0] && this.groupOf(told[0], told.length === 1);
    const rest = group ? told.slice(1) : told;
    const codes = rest.filter((cell, at) => need.test(cell.words) || (at > 0 && tested.test(cell.words)));
    const preferred = codes.some((cell) => welcome.test(cell.words));
    const asked = rest
      .filter((cell) => !codes.includes(cell))
      .map((cell) => ({ span: cell, preferred: preferred || (this.preferredColumns[cells.indexOf(cell)] ?? false) }));
    const aside = full.filter((cell) => !asked.some(({ span }) => span === cell));
    return { asked, aside, kind: this.kind };
  }

  /** Whether the cell names the group of what is asked beside or below it. */
  private groupOf({ words }: Cell, alone: boolean): boolean {
    const field = announced(fieldOf(words));
    const heads = field !== undefined || headingMeaning(words)?.kind === "qualifications";
    if (!heads || (!alone && words.split(" ").length > 5)) return false;
    this.kind = field;
    return true;
  }
}

function areColumns(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every(({ words }) => column.test(words));
}

/** The cells between the bars, blank ones too, without the white space around them. */
function cellsOf(words: string): Cell[] {
  return [...words.matchAll(/(?<=\|)[^|]*(?=\|)/gu)].map(({ 0: cell, index }) => {
    const start = index + (cell.length - cell.trimStart().length);
    return { start, end: start + cell.trim().length, words: cell.trim() };
  });
}
