import type { NormalText } from "../text/normal-text.ts";
import { headingHint } from "../words/heading-hints.ts";
import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import { columnHeadings } from "../words/labels.ts";

/** A line as it is read, before lines that were torn apart are joined. */
export interface FormLine extends NormalText {
  /** A blank line, or another kind of block, stands before it. */
  readonly apart: boolean;
}

/** Finds what lines of one form are rewritten to; undefined for a line that is not of that form. */
type Rewriting = <L extends FormLine>(lines: readonly L[]) => readonly (readonly L[] | undefined)[];

/**
 * Lines as people write them, made of those that programs put out: a label with dots up to its value, a name and an
 * equals sign, quoted cells, numbers of fixed width, a label that counts the entries (职责1, 职责2). Every character
 * keeps its place in the source.
 */
export function plainForms<L extends FormLine>(lines: readonly L[]): L[] {
  return [quotedCells, barredCells, leaders, assignments, paddedNumbers, countedLabels].reduce<readonly L[]>(
    (all, rewrite: Rewriting) => {
      const rewritten = rewrite(all);
      return rewritten.some(Boolean) ? all.flatMap((line, index) => rewritten[index] ?? [line]) : all;
    },
    lines,
  ) as L[];
}

/** A form is a program's only where several lines have it. */
const fewest = 3;

/** Rewrites each line that a pattern fits, if enough of them do. */
function each<L extends FormLine>(
  lines: readonly L[],
  make: (line: L) => L | undefined,
  least = fewest,
): readonly (readonly L[] | undefined)[] {
  const made = lines.map(make);
  const enough = made.filter(Boolean).length >= least;
  return made.map((line) => (enough && line ? [line] : undefined));
}

/** "岗位名称","仓库主管" */
const quotedCells: Rewriting = (lines) =>
  each(lines, (line) => {
    if (!/^"[^"]*"(?:,"[^"]*")+$/u.test(line.chars)) return undefined;
    return rewritten(line, /^"|"$|","/gu, (sign) => (sign === '","' ? "\t" : ""));
  });

/** 序号|工作职责|工作标准, and rows of as many cells below. */
const barredCells: Rewriting = (lines) => {
  let columns = 0;
  return lines.map((line) => {
    const cells = line.chars.split("|").map((cell) => cell.trim());
    if (cells.length < 3 || cells.includes("")) columns = 0;
    else if (cells.every(isColumn)) columns = cells.length;
    else if (cells.length !== columns) columns = 0;
    return columns > 0 ? [rewritten(line, /\s?\|\s?/gu, () => "\t")] : undefined;
  });
};

function isColumn(cell: string): boolean {
  return columnHeadings.some(([, pattern]) => pattern.test(cell));
}

/** 岗位名称……仓库主管 */
const leaders: Rewriting = (lines) =>
  each(
    lines,
    (line) => {
      const found = /^([^.…·_:]{2,24}?)\s?(?:[.·_]{4,}|…{2,})\s?/u.exec(line.chars);
      return found && isLabel(found[1] ?? "") ? replaced(line, found[1]?.length ?? 0, found[0].length, ":") : undefined;
    },
    2,
  );

/** 岗位名称=仓库主管 */
const assignments: Rewriting = (lines) =>
  each(
    lines,
    (line) => {
      const found = /^([^=:,。]{2,24}?)\s?(?:=>?|->|→)\s?(?!=)/u.exec(line.chars);
      return found && isLabel(found[1] ?? "") ? replaced(line, found[1]?.length ?? 0, found[0].length, ":") : undefined;
    },
    2,
  );

/** 001 岗位名称, 002 …; 01 负责…, 02 … */
const paddedNumbers: Rewriting = (lines) => {
  const numbers = lines.map(({ chars }) => /^(0\d{1,2})(?:\s(?=\S)|(?=\p{Script=Han}))/u.exec(chars)?.[1]);
  const inTurn = (index: number) => {
    const number = numbers[index];
    const beside = [numbers[index - 1], numbers[index + 1]].map((other) => other && Number(other));
    return number !== undefined && (beside[0] === Number(number) - 1 || beside[1] === Number(number) + 1);
  };
  return lines.map((line, index) => {
    const number = numbers[index];
    if (!number || !inTurn(index)) return undefined;
    const to = number.length + (/\s/u.test(line.chars.charAt(number.length)) ? 1 : 0);
    // 006 任职资格:…: the number of the label says nothing of what stands behind it.
    const labelled = isLabel(/^[^:\t]{2,24}(?=[:\t])/u.exec(line.chars.slice(to))?.[0] ?? "");
    return [replaced(line, 0, to, labelled ? "" : `${Number(number)}、`)];
  });
};

/** 职责1:…, 职责2:…, 【标准一】…, DUTY-01 … */
const counted =
  /^[【[]?(\p{Script=Han}{2,8}|[A-Za-z][A-Za-z ]{2,24}?)\s?[-_.#(]?(\d{1,2}|[一二三四五六七八九十])[)\]】]{0,2}(?:\s?[-:、.|\t]\s?|\s|(?=\p{Script=Han}))(?=\S)/u;

/** One heading, and entries under the numbers of its labels. */
const countedLabels: Rewriting = (lines) => {
  const found = lines.map(({ chars }) => {
    const [head = "", label = "", number = ""] = counted.exec(chars) ?? [];
    if (head === "" || !listed.has(kindOf(label) ?? "")) return undefined;
    const start = chars.indexOf(label);
    return { label, number: ordinalOf(number), start, end: head.length };
  });
  return lines.map((line, index) => {
    const own = found[index];
    const [before, after] = [found[index - 1], found[index + 1]];
    if (!own) return undefined;
    const goesOn = before?.label === own.label && before.number === own.number - 1;
    const begins = own.number === 1 && after?.label === own.label && after.number === 2;
    if (!goesOn && !begins) return undefined;
    if (goesOn) return [replaced(line, 0, own.end, `${own.number}、`)];
    const [from, to] = [own.start, own.start + own.label.length];
    const heading = { ...line, chars: own.label, origin: Array.from(line.origin).slice(from, to) };
    return [heading, replaced({ ...cut(line, to), apart: false }, 0, own.end - to, `${own.number}、`)];
  });
};

function ordinalOf(words: string): number {
  return /^\d/u.test(words) ? Number(words) : "零一二三四五六七八九十".indexOf(words);
}

const listed: ReadonlySet<string> = new Set(["duties", "qualifications", "standards"]);

/** 客服主管岗位职责2 is not the second of its duties but the duties of the second: only a heading of its own counts. */
function kindOf(label: string): string | undefined {
  const own = /^(?:\p{Script=Han}{1,4}|[A-Za-z]+)$/u.test(label) ? headingHint(label) : undefined;
  return headingMeaning(label)?.kind ?? (own && own.weight >= 2 ? own.kind : undefined);
}

function isLabel(words: string): boolean {
  return fieldOf(words) !== undefined || headingMeaning(words) !== undefined;
}

function cut<L extends FormLine>(line: L, from: number): L {
  return { ...line, chars: line.chars.slice(from), origin: Array.from(line.origin).slice(from) };
}

/** The line with `words`, no longer than what it had from `from` to `to`, in its place. */
function replaced<L extends FormLine>(line: L, from: number, to: number, words: string): L {
  const places = Array.from(line.origin);
  // The last sign stands for all that is not written any more, so that nothing of it is lost.
  const origin = [...words].map((_, index) => places[index + 1 < words.length ? from + index : to - 1] ?? 0);
  return {
    ...line,
    chars: line.chars.slice(0, from) + words + line.chars.slice(to),
    origin: [...places.slice(0, from), ...origin, ...places.slice(to)],
  };
}

/** The line with every occurrence replaced by at most one sign. */
function rewritten<L extends FormLine>(line: L, pattern: RegExp, by: (found: string) => string): L {
  let chars = "";
  const origin: number[] = [];
  let at = 0;
  const take = (to: number): void => {
    for (; at < to; at++) origin.push(line.origin[at] ?? 0);
  };
  for (const { 0: found, index } of line.chars.matchAll(pattern)) {
    const sign = by(found);
    chars += line.chars.slice(at, index) + sign;
    take(index);
    if (sign !== "") origin.push(line.origin[index] ?? 0);
    at = index + found.length;
  }
  chars += line.chars.slice(at);
  take(line.chars.length);
  return { ...line, chars, origin };
}
