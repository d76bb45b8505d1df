import type { Span } from "../source.ts";
import { signTest } from "../text/sign-test.ts";
import { bulletStart } from "../words/entry-start.ts";
import { ordinalOf } from "../words/figures.ts";
import { bullets, type MarkerUse, markerRows } from "../words/markers.ts";
import type { Marker } from "./units.ts";

/** With which sign a row's pattern begins. */
const firstSign = /^\(?(\[(?:\\.|[^\]\\])+\]|\\d|.)/u;
const rows = markerRows.map((row) => ({
  ...row,
  sticky: new RegExp(row.pattern, "yu"),
  begins: signTest(new RegExp(firstSign.exec(row.pattern)?.[1] ?? "", "u")),
}));
const inlineBullet = new RegExp(`[${bullets.replace("·", "").replace("\u00B7", "").replace("→", "")}]\\s*`, "yu");

/** A number in front of these is a quantity: 3年以上, but not 5次月3日前. */
const isUnit = /^(?:[个天元万小时分秒倍米吨岁周季级%.、]|[年月](?![度均末底终报])|日(?![常均清报])|次(?![月日]))/u;

/** Where a number stands: at the beginning of a line, behind a sign after which an entry can begin, or inside words. */
export type Standing = "line" | "behind-sign" | "inside";

/** With one of these a number begins that may stand inside a line. */
const numberSign = /[\d(（【[〔第其首再最一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾①-⑳⑴-⒇⒈-⒛❶-❿Ⅰ-Ⅻⅰ-ⅻ]/u;

/** The second figure of each kind. */
const seconds: Readonly<Record<string, string>> = {
  "1": "2",
  一: "二",
  壹: "贰",
  "①": "②",
  "⑴": "⑵",
  "⒈": "⒉",
  "❶": "❷",
  Ⅰ: "Ⅱ",
  ⅰ: "ⅱ",
};

/** Advertisements begin each line with another picture: together they are one kind of bullet. */
function bulletStyle(bullet: string): string {
  return /\p{Emoji_Presentation}/u.test(bullet) ? "picture" : bullet.trim();
}

interface Candidate extends Marker {
  readonly use: MarkerUse;
  readonly firm: boolean;
}

/**
 * Tells numbers of entries from figures in sentences: a number counts where an entry can begin and in its turn, 3 after
 * 2. Real documents lose entries, restart, and run entries together, so a gap is allowed at the beginning of a line,
 * and inside words exactly the next number of an open list counts.
 */
export class MarkerTurns {
  private readonly open: { style: string; last: number }[] = [];
  private readonly chars: string;
  private earlier: { style: string; last: number } | undefined;

  constructor(chars: string) {
    this.chars = chars;
  }

  /** A heading stands here: lists begin anew. */
  reset(): void {
    this.open.length = 0;
  }

  /** The marker at the place, when one may stand here; `freshBody` while an entry is open of which little is said yet. */
  take(at: number, line: Span, standing: Standing, freshBody: boolean): Marker | undefined {
    const bullet = this.bulletAt(at, line, standing);
    if (bullet)
      return this.enter({ style: bulletStyle(bullet), ordinal: 0, span: { start: at, end: at + bullet.length } });
    if (standing !== "line" && !numberSign.test(this.chars.charAt(at)) && !this.isLetter(at)) return undefined;
    // 618、双11: no number begins inside a figure; 31、 may be a 3 and the number 1.
    if (standing !== "line" && /^\d{3}$/u.test(this.chars.slice(at - 2, at + 1))) return undefined;
    const inTurn = (candidate: Candidate) => this.inTurn(candidate, standing, freshBody, line.end);
    const found = this.bareNumber(at, line);
    if (found && inTurn(found)) return this.enter(found);
    if (found?.style === "cell") return undefined;
    for (const row of rows) {
      const candidate = row.begins(this.chars, at) ? this.candidate(row, at, line) : undefined;
      if (candidate && inTurn(candidate)) return this.enter(candidate);
    }
    return undefined;
  }

  /** Letters number entries where a line begins; inside one (a) …; b) …) only in turn, the first behind a colon. */
  private isLetter(at: number): boolean {
    if (this.chars.charAt(at + 1) !== ")") return false;
    const letter = /^([a-z])[)]\s/u.exec(this.chars.slice(at, at + 3))?.[1];
    if (letter === undefined) return false;
    const last = this.open.findLast(({ style }) => style === "a.")?.last;
    const ordinal = ordinalOf("a.", letter);
    return ordinal === 1 ? /:\s?$/u.test(this.chars.slice(Math.max(0, at - 2), at)) : last === ordinal - 1;
  }

  private bulletAt(at: number, line: Span, standing: Standing): string | undefined {
    if (standing === "line") return bulletStart(this.chars.slice(at, Math.min(line.end, at + 8)));
    inlineBullet.lastIndex = at;
    const found = inlineBullet.exec(this.chars)?.[0];
    return found !== undefined && at + found.length < line.end ? found : undefined;
  }

  /** A number alone on its line, or one without a sign in a list of such. */
  private bareNumber(at: number, line: Span): Candidate | undefined {
    const column = at === line.start ? /^(\d{1,3})\t/u.exec(this.chars.slice(at, Math.min(line.end, at + 4))) : null;
    if (column) {
      const span = { start: at, end: at + column[0].length };
      return { style: "cell", ordinal: Number(column[1]), span, use: "bare", firm: false };
    }
    if (at !== line.start || !/^\d{1,3}$/u.test(this.chars.slice(at, Math.min(line.end, at + 4))))
      return this.runOn(at, line.end);
    const figure = this.chars.slice(at, line.end);
    return { style: "cell", ordinal: Number(figure), span: { ...line }, use: "bare", firm: false };
  }

  private candidate({ style, use, sticky }: (typeof rows)[number], at: number, line: Span): Candidate | undefined {
    sticky.lastIndex = at;
    const match = sticky.exec(this.chars);
    if (!match || at + match[0].length > line.end + 1) return undefined;
    const figure = match[1] ?? "";
    const prefix = figure.includes(".") ? figure.slice(0, figure.lastIndexOf(".") + 1) : "";
    const end = Math.min(at + match[0].length, line.end);
    const firm = /[、.)）】\]]/u.test(match[0].slice(figure.length)) || match[0].startsWith("(") || style === "①";
    return { style: style + prefix, ordinal: ordinalOf(style, figure), span: { start: at, end }, use, firm };
  }

  /** 要求:1大专学历;23年以上经验: the numbers of a list without signs, though a figure or a unit may follow. */
  private runOn(at: number, lineEnd: number): Candidate | undefined {
    const last = this.open.findLast(({ style }) => style === "1")?.last ?? (this.open.length === 0 ? 0 : undefined);
    const before = this.chars.charAt(at - 1);
    if (last === undefined || !(last === 0 ? /[:】\]]/u.test(before) : /[;。]/u.test(before))) return undefined;
    if (last === 0 && !/^1[^\d][^\n:]{1,90}?[;。,]\s*2(?=[\p{Script=Han}\d])/u.test(this.chars.slice(at, lineEnd)))
      return undefined;
    const figure = String(last + 1);
    if (!this.chars.startsWith(figure, at) || isUnit.test(this.chars.slice(at + figure.length, at + figure.length + 2)))
      return undefined;
    return { style: "1", ordinal: last + 1, span: { start: at, end: at + figure.length }, use: "bare", firm: true };
  }

  private inTurn(candidate: Candidate, standing: Standing, freshBody: boolean, lineEnd: number): boolean {
    const { style, ordinal, span, use } = candidate;
    const list = this.open.findLast((open) => open.style === style);
    if (use === "bare") return standing !== "inside" && this.bareInTurn(candidate, list?.last);
    if (standing === "line")
      return !style.startsWith("1.1") || !this.isQuantity(span.end) || ordinal - (list?.last ?? 0) === 1;
    if (style === "a." && this.isLetter(span.start)) return true;
    const step = list ? ordinal - list.last : -1;
    if (style.startsWith("1.1")) return standing === "behind-sign" && this.partInTurn(candidate, step, lineEnd);
    if (use === "line" || use === "heading" || span.end >= lineEnd) return false;
    if (standing === "behind-sign") return ordinal === 1 || (step >= 0 && step <= 3);
    return this.insideInTurn(candidate, step, freshBody, lineEnd);
  }

  /** 2.职责 2.1…;2.2…: the first of a part has a second behind it in its line. */
  private partInTurn(candidate: Candidate, step: number, lineEnd: number): boolean {
    return step === 1 || (step < 0 && candidate.ordinal === 1 && this.hasSecond(candidate, lineEnd));
  }

  /** A number with nothing behind it: alone in its line, or the next of a list that lost its signs. */
  private bareInTurn({ style, ordinal, firm }: Candidate, last: number | undefined): boolean {
    if (firm) return true;
    if (style === "cell") return last === undefined ? ordinal === 1 : ordinal - last === 1;
    return this.open.some((list) => /^(?:\d|cell)/u.test(list.style) && ordinal - list.last === 1);
  }

  /** In the midst of words: the next of an open list, or the first of a list under a heading of a few words. */
  private insideInTurn(candidate: Candidate, step: number, freshBody: boolean, lineEnd: number): boolean {
    const { style, ordinal, firm } = candidate;
    if (!firm || style === "是" || style === "其") return false;
    if (step >= 1 && step <= 2) return true;
    const opens = step < 0 && ordinal === 1 && freshBody && (this.open.at(-1)?.style ?? style) !== style;
    return opens && this.hasSecond(candidate, lineEnd);
  }

  /** A list inside words has a second entry: 巡视一、二次设备 has none. */
  private hasSecond({ span }: Candidate, lineEnd: number): boolean {
    const second = this.chars
      .slice(span.start, span.end)
      .trim()
      .replace(/[1一壹①⑴⒈❶Ⅰⅰ](?!\.\d)/u, (figure) => seconds[figure] ?? figure);
    return this.chars.slice(span.end, lineEnd).includes(second);
  }

  /** 3.4年度预算 begins with a number of its own only behind 3.3; 1.5年以上 never does. */
  private isQuantity(end: number): boolean {
    return /[年个月天日元万小分秒倍米吨]/u.test(this.chars.charAt(end));
  }

  /** Whether an entry of the same list, one before, has been told: then what follows is an entry too and no heading. */
  goesOn({ style, ordinal }: Marker): boolean {
    return this.earlier?.style === style && ordinal - this.earlier.last === 1;
  }

  private enter({ style, ordinal, span }: Marker): Marker {
    // A bare 5 after 4、 goes on in that list.
    const kept = style === "1" ? (this.open.findLast(({ last }) => ordinal - last === 1)?.style ?? style) : style;
    const at = this.open.findLastIndex((open) => open.style === kept);
    this.earlier = this.open[at];
    if (at >= 0) this.open.length = at;
    this.open.push({ style: kept, last: ordinal });
    return { style: kept, ordinal, span };
  }
}
