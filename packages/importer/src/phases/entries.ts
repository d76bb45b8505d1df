import type { Span } from "../source.ts";
import { type Draft, nested, nextMarkers, rowDraft } from "./drafts.ts";
import type { LinedText } from "./lines.ts";
import { arePairs, areSentences, commaList, haveRunIns, isCapitalised, namesLines, runIn } from "./plain-lines.ts";
import { sentences, trimmedSpan } from "./sentences.ts";
import type { Part, RowUnit } from "./structure.ts";
import type { TableRow } from "./tables.ts";
import type { Marker, TextUnit } from "./units.ts";

/** One thing a part says: an entry of its list, a sentence of its prose, or a row of its table. */
export interface Entry {
  readonly marker?: Marker;
  /** Its words, without the marker, in order; broken up where a table or a page stood between. */
  readonly spans: readonly Span[];
  /** The heading inside the part under which it stands. */
  readonly group?: Span;
  /** A blank line stands before it. */
  readonly apart: boolean;
  /** How it stands: in a list, among sentences without numbers, in front of the list, behind it, or in a table. */
  readonly role: "listed" | "loose" | "before" | "after" | "row";
  readonly row?: TableRow;
  /** Index of the line on which it begins, where that is known: sentences of one line are of one paragraph. */
  readonly line?: number;
}

export interface PartEntries {
  readonly entries: readonly Entry[];
  /** Words that only lead in or head what follows. */
  readonly groups: readonly Span[];
  /** Numbers that stand alone. */
  readonly markers: readonly Span[];
}

/** How the entries of one kind of number have gone on. */
interface Habit {
  readonly open: Draft;
  /** The fewest further lines that an earlier one had. */
  readonly usual: number | undefined;
  /** One of the earlier ones ends as sentences do. */
  readonly whole: boolean;
}

/** Where a draft stands among its neighbours. */
interface DraftPlace {
  readonly drafts: readonly Draft[];
  readonly index: number;
  /** The first number behind it. */
  readonly next: Marker | undefined;
  readonly habit: Habit | undefined;
}

const letters = /[\p{L}\p{N}]/u;
/** 职责表述:公文管理 占用时间:30%: names what the tasks below it are for. */
const namedDuty = /^职责(?:表述|描述|名称)\s*:[^,。;]{2,40}$/u;
const standardInBrackets =
  /^([^()]{4,})[(](?:(?:工作|考核|质量|完成)?(?:标准|要求|指标|目标)|[Ss]tandard|[Tt]arget|KPI)\s*:\s*([^()]{3,})([)][。;.]?)$/u;
const sentenceEnd = /[。!?;；.…]["”'）)]?$/u;

/** Reads a part as a list with all that real lists do: sub-lists, text between entries, lost and misplaced numbers. */
export function entriesOf(text: LinedText, part: Part): PartEntries {
  return new EntryReader(text).read(part);
}

class EntryReader {
  private readonly text: LinedText;
  private readonly groups: Span[] = [];
  private readonly markers: Span[] = [];
  private readonly entries: Entry[] = [];
  /** Its lines are whole sentences, and their semicolons end none. */
  private whole = false;
  /** Its lines begin with a name of a word or two (Collections. Contact customers …). */
  private runIns = false;

  constructor(text: LinedText) {
    this.text = text;
  }

  read({ units, kind }: Part): PartEntries {
    const drafts = this.attached(this.withChapters(this.drafts(units)));
    const lines = drafts.filter(({ row }) => !row);
    this.whole = areSentences(lines.filter(({ marker }) => !marker).map((each) => this.lineOf(each)));
    this.runIns = haveRunIns(lines.map((each) => this.lineOf(each)));
    const first = drafts.findIndex(({ marker }) => marker !== undefined);
    const last = drafts.findLastIndex(({ marker }) => marker !== undefined);
    if (first < 0) {
      const end = this.plainEnd(drafts);
      this.beside(kind === "standards" ? this.paired(drafts.slice(0, end)) : drafts.slice(0, end), "loose");
      this.beside(drafts.slice(end), "after");
    } else {
      const front = drafts.slice(0, first);
      const apart = front.length > 2 && this.heads(front[first - 1] as Draft, drafts[first]);
      const group = this.beside(front, apart ? "loose" : "before", drafts[first]);
      this.listed(nested(drafts.slice(first, last + 1)), group);
      this.beside(drafts.slice(last + 1), "after");
    }
    return { entries: this.entries, groups: this.groups, markers: this.markers };
  }

  /** Where lines that are no sentences end and, behind a blank line, whole sentences follow. */
  private plainEnd(drafts: readonly Draft[]): number {
    const ends = ({ spans }: Draft) => sentenceEnd.test(this.words(spans.at(-1) as Span).trim());
    const at = drafts.findIndex((draft) => !draft.row && ends(draft));
    return at >= 2 && drafts[at]?.unit.apart && drafts.slice(0, at).every(({ row }) => !row) ? at : drafts.length;
  }

  /** What stands in front of a list, behind it, or without one; the heading it leaves open. */
  private beside(drafts: readonly Draft[], role: Entry["role"], next?: Draft): Span | undefined {
    let group: Span | undefined;
    for (const [index, draft] of drafts.entries()) {
      if (draft.row) this.row(draft.row);
      else if (draft.pair) this.pair(draft);
      else if (this.heads(draft, drafts[index + 1] ?? next)) group = this.head(draft);
      else this.loose(draft, role, group);
    }
    return group;
  }

  private pair({ spans, unit }: Draft): void {
    const trimmed = spans.map((span) => trimmedSpan(this.text.chars, span));
    this.entries.push({ spans: trimmed, apart: unit.apart, role: "loose", line: unit.line });
  }

  private paired(drafts: readonly Draft[]): readonly Draft[] {
    if (drafts.some(({ row }) => row) || !arePairs(drafts.map((each) => this.lineOf(each)))) return drafts;
    return drafts.flatMap((draft, at) =>
      at % 2 > 0 ? [] : [{ ...draft, pair: true as const, spans: [...draft.spans, ...(drafts[at + 1]?.spans ?? [])] }],
    );
  }

  private row(row: TableRow): void {
    this.entries.push({ spans: row.cells.flatMap(({ spans }) => spans), apart: false, role: "row", row });
  }

  private drafts(units: readonly (TextUnit | RowUnit)[]): Draft[] {
    const drafts: Draft[] = [];
    let waiting: Marker | undefined;
    for (const unit of units) {
      if (unit.type === "row") drafts.push(rowDraft(unit.row));
      else if (letters.test(this.words(unit.span))) {
        const span = this.withoutTrailing(unit.span);
        const marker = unit.marker ?? (unit.atLineStart ? waiting : undefined);
        drafts.push({ ...(marker ? { marker } : {}), spans: [span], unit, lines: 0, children: [] });
        waiting = undefined;
      } else if (unit.marker) waiting = this.lonely(unit.marker, drafts);
    }
    return drafts;
  }

  /** Without the number of the next entry, which has none (…差错。4、). */
  private withoutTrailing(span: Span): Span {
    const number = /(?<=[。;!])\s*\d{1,2}[、.]\s*$/u.exec(this.words(span));
    if (!number) return span;
    const end = span.start + number.index;
    this.markers.push({ start: end, end: span.end });
    return { start: span.start, end };
  }

  /** A number without words: it waits for the next line, or at the wrong end ("3.24。") belongs to the line before. */
  private lonely(marker: Marker, drafts: readonly Draft[]): Marker | undefined {
    this.markers.push(marker.span);
    const before = drafts.at(-1);
    if (!before || before.marker || before.row || !this.hasMark(drafts)) return marker;
    before.marker = marker;
    return undefined;
  }

  private hasMark(drafts: readonly Draft[]): boolean {
    return drafts.slice(0, -1).some(({ marker }) => marker !== undefined);
  }

  /** Numbers that head whole sentences below them (A. Budget execution (35%)) number no entries. */
  private withChapters(drafts: readonly Draft[]): Draft[] {
    return drafts.map((draft, index) => {
      if (!draft.marker || !this.isChapter(draft, drafts, index)) return draft;
      this.markers.push(draft.marker.span);
      const { marker: _, ...rest } = draft;
      return { ...rest, chapter: true };
    });
  }

  private isChapter({ spans, unit }: Draft, drafts: readonly Draft[], index: number): boolean {
    const words = this.words(spans[0] as Span).trim();
    if (namedDuty.test(words)) return true;
    const name = words.endsWith(")") ? words.replace(/\s*[(]\s*\d{1,3}\s*%\s*[)]$/u, "") : words;
    const short = /\p{Script=Han}/u.test(name)
      ? name.length <= 12
      : /^[A-Z]/u.test(name) && name.split(" ").length <= 7;
    if (!short || /[,。;!?:]|\.$/u.test(name)) return false;
    let end = index + 1;
    while (end < drafts.length && !drafts[end]?.marker && !drafts[end]?.row) end++;
    const below = drafts.slice(index + 1, end).filter((each) => each.unit.line !== unit.line);
    const whole = below.every(({ spans: own }) => sentenceEnd.test(this.words(own[0] as Span).trim()));
    return whole && below.length >= (name === words ? 2 : 1);
  }

  /** Lines without a number that go on with the entry before them become part of it. */
  private attached(drafts: readonly Draft[]): Draft[] {
    const kept: Draft[] = [];
    const habits = new Map<string, Habit>();
    const next = nextMarkers(drafts);
    for (const [index, draft] of drafts.entries()) {
      const owner = kept.at(-1);
      const place = { drafts, index, next: next[index], habit: habits.get(owner?.marker?.style ?? "") };
      if (draft.marker || draft.row || !owner?.marker || !this.goesOn(owner, draft, place)) {
        kept.push(draft);
        if (draft.marker) habits.set(draft.marker.style, this.habit(draft, habits.get(draft.marker.style)));
      } else {
        owner.spans.push(...draft.spans);
        owner.lines++;
      }
    }
    return kept;
  }

  /** What the entries of a list have done so far, when another begins. */
  private habit(open: Draft, before: Habit | undefined): Habit {
    if (!before) return { open, usual: undefined, whole: false };
    const { lines, spans } = before.open;
    const whole = before.whole || sentenceEnd.test(this.words(spans[0] as Span).trim());
    return { open, usual: Math.min(before.usual ?? lines, lines), whole };
  }

  private goesOn(owner: Draft, draft: Draft, { drafts, index, next, habit }: DraftPlace): boolean {
    if (draft.unit.line === owner.unit.line) return true;
    if (next && next.style === owner.marker?.style) return !this.heads(draft, drafts[index + 1]) && !draft.unit.apart;
    if (owner.lines < (habit?.usual ?? 0)) return true;
    // The words break off and go on here, with a table or a page between them.
    const broken = !sentenceEnd.test(this.words(owner.spans.at(-1) ?? owner.unit.span).trim());
    return (
      broken &&
      next !== undefined &&
      next.style.startsWith("1") === (owner.marker?.style.startsWith("1") ?? false) &&
      !this.heads(draft, drafts[index + 1]) &&
      habit?.whole === true
    );
  }

  /** A short line that heads the entries below it. */
  private heads(draft: Draft, next: Draft | undefined): boolean {
    const words = this.words(draft.spans[0] as Span).trim();
    if (draft.chapter) return true;
    if (draft.marker || draft.row || !next) return false;
    // 职责一:讲解接待
    if (this.headsLines(draft, next)) return true;
    if (namedDuty.test(words)) return true;
    if (/^(?:职责|任务|职能|工作)[一二三四五六七八九十\d]{1,2}[:、]/u.test(words) && words.length <= 24)
      return next.marker !== undefined;
    if (draft.unit.apart && next.marker && isCapitalised(words)) return true;
    if (/:$/u.test(words)) return next.marker !== undefined || words.length <= 20;
    const short = /\p{Script=Han}/u.test(words)
      ? words.length <= 16
      : words.split(/\s+/u).length <= 6 && /^[A-Z]/u.test(words);
    return (
      short &&
      !/[,。;!?:]/u.test(words) &&
      !sentenceEnd.test(words) &&
      next.marker !== undefined &&
      (next.marker.ordinal <= 1 || draft.unit.block.kind === "heading")
    );
  }

  /** Behind a blank line, right above lines that tell more. */
  private headsLines({ unit, spans }: Draft, next: Draft): boolean {
    if (!unit.apart || next.row || next.marker || next.unit.apart || next.unit.line === unit.line) return false;
    return namesLines(this.words(spans[0] as Span).trim(), this.words(next.spans[0] as Span).trim());
  }

  /** The heading that a draft is; undefined when it only leads in (以下是…,可供参考:). */
  private head(draft: Draft): Span | undefined {
    const span = trimmedSpan(this.text.chars, draft.spans[0] as Span);
    this.groups.push(span);
    return /以下|如下|下列|包括|供参考|following|include/iu.test(this.words(span)) ? undefined : span;
  }

  private listed(drafts: readonly Draft[], group: Span | undefined): void {
    let under = group;
    for (const [index, draft] of drafts.entries()) {
      if (draft.row) {
        this.row(draft.row);
        continue;
      }
      if (!draft.marker && this.heads(draft, drafts[index + 1])) {
        under = this.head(draft);
        continue;
      }
      if (!draft.marker) {
        this.loose(draft, "loose", under);
        this.listed(draft.children, under);
        continue;
      }
      this.withChildren(draft, under);
    }
  }

  private withChildren(draft: Draft, group: Span | undefined): void {
    const own = draft.spans[0] as Span;
    const words = this.words(own).trim();
    const listedChildren = draft.children.filter(({ marker }) => marker !== undefined);
    if (listedChildren.length === 0) {
      this.push(draft, draft.spans, group);
      return;
    }
    if (this.areParts(words, listedChildren)) {
      this.push(draft, [...draft.spans, ...draft.children.flatMap(({ spans }) => spans)], group);
      return;
    }
    const heading =
      /:$/u.test(words) ||
      (!/[,。;!?]|\d.*以[内上下]|不[低高少超多].*\d|[≥≤]/u.test(words.slice(0, -1)) &&
        words.length <= (/\p{Script=Han}/u.test(words) ? 20 : 60));
    if (heading) this.groups.push(own, ...(draft.marker ? [draft.marker.span] : []));
    else this.push(draft, draft.spans.slice(0, 1), group);
    for (const span of draft.spans.slice(1))
      this.entries.push({ spans: [span], apart: false, group: own, role: "before" });
    this.listed(draft.children, heading ? own : group);
  }

  /** Short pieces of one sentence (包括:(1)排班;(2)考勤) are no entries of their own. */
  private areParts(words: string, children: readonly Draft[]): boolean {
    if (!/\p{Script=Han}/u.test(words)) return false;
    const lead = words.length > 8 && /(?:包括|包含|如|即|有|内容为)(?:以下)?[^。;]{0,6}[:,]?$/u.test(words);
    return lead && children.every(({ spans }) => this.words(spans[0] as Span).length <= 8);
  }

  private push({ marker, unit }: Draft, spans: readonly Span[], group: Span | undefined): void {
    const trimmed = spans.map((span) => trimmedSpan(this.text.chars, span));
    const row = this.withStandard(trimmed, unit.line);
    const entry: Entry = { spans: trimmed, apart: unit.apart, role: row ? "row" : "listed", ...(row ? { row } : {}) };
    this.entries.push({ ...entry, ...(marker ? { marker } : {}), ...(group ? { group } : {}) });
  }

  /** 检修设备(标准:2小时内修复): a duty with its standard in brackets, as a row of a table would have them. */
  private withStandard(spans: readonly Span[], line: number): TableRow | undefined {
    const [span] = spans;
    const found = span && spans.length === 1 ? standardInBrackets.exec(this.words(span)) : undefined;
    if (!span || !found) return undefined;
    const [duty = "", standard = "", close = ""] = found.slice(1);
    const end = span.end - close.length;
    return {
      cells: [
        { kind: "duty", spans: [{ start: span.start, end: span.start + duty.length }] },
        { kind: "target", spans: [{ start: end - standard.length, end }] },
      ],
      line,
    };
  }

  /** Prose: each sentence by itself. */
  private loose(draft: Draft, role: Entry["role"], group: Span | undefined): void {
    let under = group;
    for (const whole of draft.spans) {
      const named = this.runIns && runIn(this.words(whole));
      if (named) {
        under = { start: whole.start, end: whole.start + named.length };
        this.groups.push(under);
      }
      const said = named ? { start: whole.start + named.length, end: whole.end } : whole;
      for (const span of this.sentencesIn(said)) this.sentence(span, draft, role, under);
    }
  }

  private sentencesIn(span: Span): Span[] {
    const single = this.whole && !/[.!?]\s/u.test(this.words(span).trim());
    const told = single ? [trimmedSpan(this.text.chars, span)] : sentences(this.text.chars, span);
    return told.flatMap((each) =>
      commaList(this.words(each)).map(({ from, to }) => ({ start: each.start + from, end: each.start + to })),
    );
  }

  private sentence(span: Span, { spans, unit }: Draft, role: Entry["role"], group: Span | undefined): void {
    if (/\b(?:will|to|must|include|includes|following):$/u.test(this.words(span))) this.groups.push(span);
    else {
      const apart = unit.apart && span.start === spans[0]?.start;
      this.entries.push({ spans: [span], apart, role, line: unit.line, ...(group ? { group } : {}) });
    }
  }

  private lineOf({ spans }: Draft): string {
    return this.words(spans[0] as Span).trim();
  }

  private words({ start, end }: Span): string {
    return this.text.chars.slice(start, end);
  }
}
