// Over 400 lines, since what may begin at a place of a line is one question: a title, a label, a heading, a number.
import { signTest } from "../text/sign-test.ts";
import { bulletStart, entryStart, numberedStart } from "../words/entry-start.ts";
import { type HeadingHint, headingHint } from "../words/heading-hints.ts";
import { fieldOf, headingMeaning, slippedHeading } from "../words/heading-words.ts";
import { preferredHeading } from "../words/headings.ts";
import type { FieldKind } from "../words/labels.ts";
import { roleWeight } from "../words/role-weight.ts";
import { blockStyle, chapters } from "./chapter-styles.ts";
import { scoresOf } from "./classify.ts";
import type { Line, LinedText } from "./lines.ts";
import type { MarkerTurns, Standing } from "./marker-turns.ts";
import { brokenOff, headingFits, ledIn, type NameCandidate, type NamePlace, nameCandidates } from "./names.ts";
import type { RowUnit } from "./structure.ts";
import type { TitleFinder } from "./titles.ts";
import type { FieldUnit, HeadingUnit, Marker, TitleUnit, Unit } from "./units.ts";

/** Behind these an entry, a heading or a label can begin. */
const opens = signTest(/[。;!?:,、)】\]\s'”"]/u);
const mayBegin = signTest(
  /[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖第其首再最（(【[《<〔①-⑳⑴-⒇⒈-⒛❶-❿Ⅰ-Ⅻⅰ-ⅻ•●◆■□◇○▪▫▶►▸★☆※✓✔✅➢➤➔❖◎♦▲△▼▽◉⊙✦✧⚫⬤\uF0B7\uF0D8\uF06C\uF0FC√◦‣⁃]/u,
);
const endsSentence = signTest(/[。;!?.\t]/u);
/** The first number of a list, or a bullet. */
const firstNumber =
  /^\s*(?:1[、.)]|\d{1,2}\.1(?![\d%])|[(]1[)]|[aA][.)、]|[(](?:a|i)[)]|i[.)]|一[、.]|[(]一[)]|①|[•●◆■·\-*]\s?|1\n)/u;
/** Fields whose words are headings too: a list behind them makes them one. */
const listing: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "education",
  "experience",
  "certificate",
  "language",
  "age",
  "requirement",
  "skill",
  "knowledge",
  "trait",
]);
/** How lines end in talk that announce something. */
const spoken = /(?:[吧呢吗啊哈]|几[个条点项块]\p{Script=Han}{0,2}|如下|👇)$/u;
/** Fields that are never headings. */
const always: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "title",
  "superior",
  "subordinates",
  "department",
  "manner",
  "meta",
  "cadence",
]);
/** Labels that may stand under a number, their value below them: 一、招聘岗位. */
const naming: ReadonlySet<FieldKind> = new Set<FieldKind>(["title", "superior", "subordinates"]);
/** What cutting one line needs and adds to. */
export interface Cutting {
  readonly text: LinedText;
  readonly titles: TitleFinder;
  readonly turns: MarkerTurns;
  readonly units: (Unit | RowUnit)[];
  /** What kinds of names came before. */
  readonly told: Set<Unit["type"]>;
  /** The kinds of numbers that headings have which stand alone on their lines. */
  readonly chapters: ReadonlySet<string>;
}

/** Shift Supervisor Reports To: Plant Manager Duties: a form whose lines ran together. */
function standsOut({ words, end }: NameCandidate): boolean {
  if (end !== ":" || !/^[A-Z][\w/&'-]*(?: (?:[A-Z][\w/&'-]*|of|and|to|&))*$/u.test(words)) return false;
  const kind = headingMeaning(words)?.kind;
  return (kind !== undefined && chapters.has(kind)) || (words.includes(" ") && fieldOf(words) !== undefined);
}

/** Reports to the Plant Manager, a line of its own: a label, though without a colon. */
const reportingLine = /^([Rr]eport(?:s|ing)? (?:directly )?to (?:the |an? |our )?)[A-Z][^.,;:]{2,50}\.?$/u;

/** 编制:, 审核: at the foot of a form; without a colon they begin duties. */
function signedOff(words: string): FieldKind | undefined {
  return /^(?:编制|编写|制表|审核|批准|审批|会签|修订|拟定|核准)$/u.test(words) ? "meta" : undefined;
}

/** Cuts one line. */
export class LineCutter {
  private readonly cutting: Cutting;
  private readonly chars: string;
  private readonly line: Line;
  private readonly index: number;
  private readonly end: number;
  /** Where the words of the open text begin. */
  private body: number;
  /** The number of the open text. */
  private marker: Marker | undefined;
  /** The open text stands under a name with a number (职责二、). */
  private counted = false;

  constructor(cutting: Cutting, line: Line, index: number) {
    this.cutting = cutting;
    this.chars = cutting.text.chars;
    this.line = line;
    this.index = index;
    this.body = line.span.start;
    this.end = line.span.end;
  }

  cut(): void {
    let at = this.line.span.start;
    while (at < this.end) {
      const standing = this.standing(at);
      at = (standing && (this.unitAt(at, standing) ?? this.markerAt(at, standing))) ?? this.nextPlace(at + 1);
    }
    this.flush(this.end);
  }

  /** Takes a heading, a label or a title that begins here; where the text goes on behind it. */
  private unitAt(at: number, standing: Standing): number | undefined {
    const unit = this.titleAt(at, standing) ?? this.namedAt(at, standing);
    if (!unit) return undefined;
    // A number in front of a heading is the heading's own.
    const own = this.body === at && unit.type !== "field" ? this.marker : undefined;
    if (own) this.marker = undefined;
    this.flush(at);
    const { units, turns } = this.cutting;
    this.cutting.told.add(unit.type);
    units.push(own ? { ...unit, span: { start: own.span.start, end: unit.span.end } } : unit);
    if (unit.type === "title" || (unit.type === "heading" && !unit.led)) turns.reset();
    this.body = unit.span.end;
    this.counted =
      unit.type === "heading" &&
      /^\p{Script=Han}[一二三四五六七八九十\d]/u.test(this.chars.slice(unit.span.end - 1, unit.span.end + 1));
    return unit.span.end;
  }

  /** Takes a number or bullet that stands here; where its words begin. */
  private markerAt(at: number, standing: Standing): number | undefined {
    if (this.introAt(at)) this.flush(at);
    const told = this.chars.slice(this.body, at);
    const fresh = this.marker !== undefined && told !== "" && told.length <= 16 && !/[,。;:]/u.test(told);
    const found = this.cutting.turns.take(at, this.line.span, standing, fresh);
    if (!found || (this.marker && at === this.body && found.style === this.marker.style)) return undefined;
    this.flush(at);
    this.marker = found;
    this.body = found.span.end;
    return found.span.end;
  }

  /** Ends the open text. */
  private flush(to: number): void {
    const { marker, body, line, index } = this;
    this.marker = undefined;
    this.body = to;
    if (to <= body && !marker) return;
    const atLineStart = (marker?.span.start ?? body) === line.span.start;
    const apart = line.apart && atLineStart;
    const unit = {
      type: "text" as const,
      span: { start: body, end: to },
      line: index,
      atLineStart,
      apart,
      block: line.block,
    };
    this.cutting.units.push(marker ? { ...unit, marker } : unit);
  }

  /** The sentence about the role that runs on behind a heading of a few words (一、团队管理客服主管负责...). */
  private introAt(at: number): boolean {
    const { candidates, known } = this.cutting.titles;
    const length = at - this.body;
    if (!this.marker || !candidates.has(at) || length < 4 || length > 18) return false;
    if (/[,。;:、]/u.test(this.chars.slice(this.body, at))) return false;
    const title = known.find((name) => this.chars.startsWith(name, at));
    const behind = title ? this.chars.slice(at + title.length, at + title.length + 3) : "";
    return /^(?:负责|需要|需|应|将|要|是|必须|主要|在|通过)/u.test(behind);
  }

  /** How free the place is; undefined where nothing can begin. */
  private standing(at: number): Standing | undefined {
    const { chars, line, marker } = this;
    if (at === line.span.start) return "line";
    // The number behind a name that is counted (职责二、) is in turn, whatever stood before the name.
    if (at === this.body) return marker?.span.start === line.span.start || this.counted ? "line" : "behind-sign";
    if (opens(chars, at - 1)) return "behind-sign";
    const possible = mayBegin(chars, at) || this.cutting.titles.candidates.has(at);
    return possible || this.colonNear(at) ? "inside" : undefined;
  }

  /** A heading may run on without a full stop before it when a colon follows soon. */
  private colonNear(at: number): boolean {
    const { chars, end } = this;
    return (at + 4 < end && chars.charAt(at + 4) === ":") || (at + 5 < end && chars.charAt(at + 5) === ":");
  }

  private nextPlace(from: number): number {
    const { chars, end } = this;
    for (let at = from; at < end; at++) {
      if (opens(chars, at - 1) || mayBegin(chars, at)) return at;
      if (this.cutting.titles.candidates.has(at) || this.colonNear(at)) return at;
    }
    return end;
  }

  private titleAt(at: number, standing: Standing): TitleUnit | undefined {
    if (this.isSibling(at)) return undefined;
    const { titles } = this.cutting;
    const free = standing === "line" || endsSentence(this.chars, at - 1);
    if (!free && !titles.candidates.has(at) && !/\d/u.test(this.chars.charAt(at))) return undefined;
    return (free ? titles.at(at, this.end, true) : undefined) ?? titles.at(at, this.end, false);
  }

  /** The number before goes on in a list whose last one was an entry. */
  private isSibling(at: number): boolean {
    return this.marker !== undefined && at === this.body && this.cutting.turns.goesOn(this.marker);
  }

  /** A heading or a label that begins here. */
  private namedAt(at: number, standing: Standing): HeadingUnit | FieldUnit | undefined {
    const reporting = at === this.line.span.start ? reportingLine.exec(this.chars.slice(at, this.end))?.[1] : undefined;
    if (reporting !== undefined)
      return { type: "field", span: { start: at, end: at + reporting.length }, field: "superior" };
    // In running English no name begins behind a mere space, unless a capital and a colon set it off.
    const running = this.runsOn(at);
    const whole = at === this.line.span.start || at === this.body;
    for (const name of nameCandidates(this.chars, at, this.end, whole)) {
      if (running && !standsOut(name)) continue;
      const boxed = name.end === "bracket" && this.chars.charAt(at) === "【";
      if (standing === "inside" && !boxed && (name.end !== ":" || /\d/u.test(this.chars.charAt(at)))) continue;
      const unit = this.fieldAt(at, name, standing) ?? this.headingAt(at, name, standing);
      if (unit) return unit;
    }
    return undefined;
  }

  /** Whether English words go on here. */
  private runsOn(at: number): boolean {
    return at !== this.body && /^[A-Za-z\d,)] [A-Za-z]$/u.test(this.chars.slice(at - 2, at + 1));
  }

  private fieldAt(at: number, name: NameCandidate, standing: Standing): FieldUnit | undefined {
    const field = this.isWide(at, name, standing) ? this.labelOf(name) : undefined;
    if (!field || !this.standsAsLabel(at, name) || this.isValue(at, name)) return undefined;
    const unit: FieldUnit = { type: "field", span: { start: at, end: name.next }, field };
    if (always.has(field)) return unit;
    if (listing.has(field) && this.isLastCell(name)) return undefined;
    if (!headingMeaning(name.words)) return unit;
    if (this.listFollows(name.next) || (name.end === "line" && !/\p{Script=Han}/u.test(name.words))) return undefined;
    if (this.linesFollow(name.next)) return undefined;
    return listing.has(field) || at !== this.line.span.start ? unit : undefined;
  }

  private labelOf({ words, end }: NameCandidate): FieldKind | undefined {
    return fieldOf(words) ?? (end === ":" ? signedOff(words) : undefined);
  }

  /** Whether a label may begin here: where something ends, or right behind a label. */
  private isWide(at: number, { words, end }: NameCandidate, standing: Standing): boolean {
    // 学历要求:不限语言要求:不限 runs labels together.
    const runOn = end === ":" && words.length >= 4 && this.cutting.units.at(-1)?.type === "field";
    const begins = /\s/u.test(this.chars.charAt(at - 1)) || this.chars.charAt(at) === "【";
    return begins || runOn || this.isFree(at, standing);
  }

  /** 上级:行政主管 names a role in words that may be a label too. */
  private isValue(at: number, { words, end }: NameCandidate): boolean {
    const before = this.cutting.units.at(-1);
    const labelled = before?.type === "field" && before.span.end === at && this.chars.charAt(at - 1) === ":";
    return labelled && end !== ":" && end !== "bracket" && roleWeight(words) >= 3;
  }

  /** | KNOWLEDGE | | | names a group of rows, | … | Cert | how something is tested; neither has a value. */
  private isLastCell({ next }: NameCandidate): boolean {
    const barred = this.chars.charAt(this.line.span.start) === "|" && this.chars.charAt(next - 1) === "|";
    return barred && /^[\s|]*$/u.test(this.chars.slice(next, this.end));
  }

  /** In a row of more cells than a name and its value, or behind its first cell, nothing is headed. */
  private insideRow(at: number): boolean {
    const row = this.chars.slice(this.line.span.start, this.end);
    if (!row.startsWith("|") || !row.endsWith("|")) return false;
    const first = /^[|\s]*$/u.test(row.slice(0, at - this.line.span.start));
    return !first || row.split("|").filter((cell) => /\S/u.test(cell)).length > 2;
  }

  private isFree(at: number, standing: Standing): boolean {
    return (
      standing === "line" ||
      at === this.body ||
      /[。;!?:.)】\]\t]\s?$|\d[人名位]\s$/u.test(this.chars.slice(Math.max(0, at - 3), at))
    );
  }

  /** Without a colon a label must fill its line or its column. */
  private standsAsLabel(at: number, { words, end }: NameCandidate): boolean {
    if (end === ":" || end === "tab") return true;
    // 【汇报对象】品质课长, 【岗位】电工【上级】站长
    if (end === "bracket")
      return (at === this.line.span.start || this.chars.charAt(at) === "【") && this.end > at + words.length + 3;
    if (end === "list" || end === "counted") return false;
    if (this.marker && at === this.body) return end === "line" && naming.has(fieldOf(words) ?? "other");
    const begins = at === this.line.span.start;
    if (!/\p{Script=Han}/u.test(words)) return end === "line" && begins;
    return begins || /\s/u.test(this.chars.charAt(at - 1)) || (end === "line" && at === this.body);
  }

  private headingAt(at: number, name: NameCandidate, standing: Standing): HeadingUnit | undefined {
    const { words, end, next } = name;
    // (desirable) behind the words that it is about heads nothing.
    if (name.decorated && this.chars.charAt(at) === "(" && standing !== "line") return undefined;
    if (this.insideRow(at)) return undefined;
    const direct = headingMeaning(words);
    const meaning = direct ?? (end === ":" ? ledIn(words, this.cutting.titles.known) : undefined);
    if (!meaning)
      return next < this.end ? this.runInAt(at, name) : (this.brokenAt(at, name) ?? this.chapterAt(at, name));
    const lists = this.listFollows(next);
    if (this.isSibling(at) && !(chapters.has(meaning.kind) && (next >= this.end || lists))) return undefined;
    if (!headingFits(meaning, name, this.placeOf(at, name, standing, lists))) return undefined;
    const field = fieldOf(words);
    return {
      type: "heading",
      span: { start: at, end: next },
      words,
      meaning,
      led: !direct,
      ...(field ? { field } : {}),
    };
  }

  private placeOf(at: number, name: NameCandidate, standing: Standing, lists: boolean): NamePlace {
    const whole = at === this.line.span.start || (this.marker !== undefined && at === this.body);
    const starts = at === this.line.span.start;
    if (name.end === "counted") return { free: this.isCounted(at), whole, lists, starts };
    return { free: this.isFree(at, standing) || (this.runsOn(at) && standsOut(name)), whole, lists, starts };
  }

  /** 职责二、 heads one entry, unless a list below its line is what it heads. */
  private isCounted(at: number): boolean {
    if (at === this.line.span.start) return !this.listFollows(this.end);
    return /[\s。;.)】]/u.test(this.chars.charAt(at - 1));
  }

  /** 工作职责:1)…。考核重点:…: words that headings have, inside a line in which headings run. */
  private runInAt(at: number, { words, end, next }: NameCandidate): HeadingUnit | undefined {
    const hint =
      end === ":" && words.length <= 8 && /[。;]\s?$/u.test(this.chars.slice(Math.max(0, at - 2), at))
        ? headingHint(words)
        : undefined;
    if (!hint || hint.weight < 4 || at === this.body) return undefined;
    const before = this.cutting.units.findLast(({ type }) => type === "heading");
    if (before?.type !== "heading" || before.span.start < this.line.span.start) return undefined;
    const meaning = { kind: hint.kind, mixed: false, preferred: preferredHeading.test(words), short: false };
    return { type: "heading", span: { start: at, end: next }, words, meaning, led: false, guessed: true };
  }

  /** A line, or the last sentence of one, that breaks off before the lines that go on with it. */
  private brokenAt(at: number, { words, end, next }: NameCandidate): HeadingUnit | undefined {
    const last = this.index + 1 >= this.cutting.text.lines.length;
    if (end !== "line" || this.marker || last || !this.beginsSentence(at)) return undefined;
    const meaning = brokenOff(words);
    return meaning && { type: "heading", span: { start: at, end: next }, words, meaning, led: false, guessed: true };
  }

  /** Words that no grammar knows for a heading, but that stand as headings do: their number, their place, what they hint. */
  private chapterAt(at: number, name: NameCandidate): HeadingUnit | undefined {
    const words = name.words.replace(/[\s.:\p{Extended_Pictographic}]+$/u, "");
    const short = /\p{Script=Han}/u.test(words)
      ? words.length <= 16
      : words.split(" ").length <= (name.end === ":" ? 12 : 8);
    if (!short || words.length < 2 || /[,。;、]/u.test(words)) return undefined;
    const hint = headingHint(words);
    const formed = this.formedAsHeading(at, name);
    if (!formed && !(hint && this.standsAsHeadline(at, name, hint))) return undefined;
    const slipped = formed ? slippedHeading(words) : undefined;
    const kind = hint && hint.weight >= 2 ? hint.kind : undefined;
    const preferred = preferredHeading.test(words);
    const meaning = slipped ?? ({ kind: kind ?? "other", mixed: true, preferred, short: false } as const);
    const heading = { type: "heading", span: { start: at, end: name.next }, words, meaning, led: false } as const;
    if (slipped) return heading;
    return kind ? { ...heading, guessed: true } : { ...heading, unknown: true };
  }

  private beginsSentence(at: number): boolean {
    if (at === this.line.span.start) return entryStart(this.chars.slice(at, this.end)) === undefined;
    return /[.!?:]\s+$/u.test(this.chars.slice(Math.max(0, at - 3), at));
  }

  /** Numbered or boxed like headings that are known: 一、岗位职责 … 二、干到什么程度; or a question that a list answers. */
  private formedAsHeading(at: number, { words, end, next }: NameCandidate): boolean {
    const { marker } = this;
    const starts = at === this.line.span.start;
    const boxed = starts && this.chars.charAt(at) === "【" && end === "bracket" && next >= this.end;
    const hinted = (headingHint(words)?.weight ?? 0) >= 3;
    if (boxed) return (hinted || this.cutting.chapters.has("【")) && this.end < this.chars.length;
    if (next < this.end || (end !== "line" && end !== ":") || /\.$/u.test(words)) return false;
    // 干得好不好看什么? with a list below asks what the list tells.
    if (starts && !marker && this.headsBlock(words)) return true;
    const asks = starts && this.chars.charAt(this.end - 1) === "?" && this.listFollows(next);
    return asks || (marker !== undefined && at === this.body && this.headsChapter(marker, words, next));
  }

  /** Whether a line of its own, with words that headings have, heads what is below: a list, or a paragraph. */
  private standsAsHeadline(at: number, { end, next }: NameCandidate, { weight }: HeadingHint): boolean {
    if (next < this.end || (end !== "line" && end !== ":")) return false;
    // 主要工作大概这几块: the last words of a line that lead in the list below it.
    if (at !== this.line.span.start) return end === ":" && weight >= 3 && !this.marker && this.listFollows(next);
    const line = this.chars.slice(at, this.end);
    if (line.includes("\t") || entryStart(line) !== undefined) return false;
    if (this.listFollows(next) || end === ":") return weight >= 3;
    const below = this.cutting.text.lines[this.index + 1];
    const { duty, standard } = scoresOf(line);
    const plain = duty + standard < 2 || spoken.test(line);
    return weight >= 4 && this.line.apart && below !== undefined && !below.apart && plain;
  }

  /** Its number is of those that number headings, and a list begins below; of pictures, one with another picture. */
  private headsChapter({ style, ordinal, span }: Marker, words: string, next: number): boolean {
    const { chapters: styles } = this.cutting;
    // 5. Strong sense of responsibility, behind 4. of the same list, is an entry whatever its words hint at.
    const sibling = this.isSibling(this.body) && !this.line.apart && !this.listFollows(next);
    if (ordinal > 0)
      return (
        !sibling &&
        styles.has(style) &&
        (this.listFollows(next) || (headingHint(words)?.weight ?? 0) >= 4 || this.standsOver(style))
      );
    const own = this.chars.slice(span.start, span.end).trim();
    const below = bulletStart(this.chars.slice(this.end + 1, this.end + 9))?.trim();
    return styles.has(own) && below !== undefined && below !== own;
  }

  /** A few words behind a blank line, with plain lines right below, where other blocks begin with headings. */
  private headsBlock(words: string): boolean {
    const { text, chapters: styles } = this.cutting;
    if (!styles.has(blockStyle) || !this.line.apart || (headingHint(words)?.weight ?? 0) < 3) return false;
    const brief = /\p{Script=Han}/u.test(words)
      ? /什么|啥|哪|怎|如何/u.test(words) && words.length <= 10
      : words.length <= 30;
    if (!brief) return false;
    if (/\d/u.test(words) || entryStart(words) !== undefined || roleWeight(words) >= 2) return false;
    // Right below a heading the first entry stands.
    if (this.cutting.units.at(-1)?.type === "heading") return false;
    const below = text.lines.slice(this.index + 1, this.index + 3);
    const plain = ({ span, apart }: Line) => !apart && entryStart(this.chars.slice(span.start, span.end)) === undefined;
    return below.length === 2 && below.every(plain);
  }

  /** Whether words without a number of the kind stand on the next line, and none of its own kind on the one before. */
  private standsOver(style: string): boolean {
    const { lines } = this.cutting.text;
    const numberOf = (line: Line | undefined) =>
      line && numberedStart(this.chars.slice(line.span.start, line.span.end))?.style;
    const below = lines[this.index + 1];
    return below !== undefined && numberOf(below) !== style && numberOf(lines[this.index - 1]) !== style;
  }

  /** Whether at least three plain lines stand right below the line that ends here: a list without numbers. */
  private linesFollow(next: number): boolean {
    const below = next < this.end ? [] : this.cutting.text.lines.slice(this.index + 1, this.index + 4);
    const isPlain = ({ span, apart, block }: Line) =>
      !apart &&
      block.kind !== "cell" &&
      !/[:\t|]/u.test(this.chars.slice(span.start, Math.min(span.end, span.start + 12)));
    return below.length === 3 && below.every(isPlain);
  }

  /** Whether a list begins behind: on the same line with its first number, or on the next with any number or bullet. */
  private listFollows(next: number): boolean {
    if (next < this.end) return firstNumber.test(this.chars.slice(next, next + 8));
    const below = this.chars.slice(this.end + 1, this.end + 9);
    return firstNumber.test(below) || /^\d{1,2}\t/u.test(below) || bulletStart(below) !== undefined;
  }
}
