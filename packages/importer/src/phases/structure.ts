import type { Span } from "../source.ts";
import type { SectionKind } from "../words/headings.ts";
import type { FieldKind } from "../words/labels.ts";
import { roleWeight } from "../words/role-weight.ts";
import { englishRole, roleEnd } from "../words/title-words.ts";
import { valuesOf } from "./label-values.ts";
import type { LinedText } from "./lines.ts";
import type { TableRow } from "./tables.ts";
import { beforeRemark } from "./title-span.ts";
import type { FieldUnit, HeadingUnit, TextUnit, TitleUnit, Unit } from "./units.ts";

export interface RowUnit {
  readonly type: "row";
  readonly row: TableRow;
}

export interface FieldValue {
  readonly field: FieldKind;
  readonly label: Span;
  /** One a line. */
  readonly values: readonly Span[];
}

/** What stands under one heading; `kind` is undefined before the first, and where the heading's words say nothing. */
export interface Part {
  readonly kind?: SectionKind;
  readonly mixed: boolean;
  readonly preferred: boolean;
  /** The words of its heading only hint at its kind. */
  readonly guessed?: true;
  readonly field?: FieldKind;
  /** Its heading is the description's own. */
  readonly titled?: true;
  readonly heading?: Span;
  /** Sentences inside it that only lead in a list. */
  readonly leads: Span[];
  readonly units: (TextUnit | RowUnit)[];
}

export interface Parts {
  /** Where it begins in the normalised text. */
  readonly start: number;
  readonly titles: { readonly span: Span; readonly from: "label" | "heading" }[];
  readonly fields: FieldValue[];
  readonly parts: Part[];
}

const jobKinds: readonly SectionKind[] = ["duties", "qualifications", "standards"];
/** Labels that a description has once. */
const reporting: ReadonlySet<FieldKind> = new Set<FieldKind>(["superior", "department"]);

/** Separates the descriptions of a text and gathers what stands under each of their headings. */
export function structureOf(text: LinedText, units: readonly (Unit | RowUnit)[]): Parts[] {
  const builder = new Builder(text);
  for (let at = 0; at < units.length; at++) at += builder.add(units, at);
  return builder.descriptions;
}

class Builder {
  readonly descriptions: Parts[] = [];
  private readonly text: LinedText;
  /** The words of the headings of the last description. */
  private readonly headings = new Set<string>();

  constructor(text: LinedText) {
    this.text = text;
  }

  /** Takes in the unit at the place; how many further units went with it. */
  add(units: readonly (Unit | RowUnit)[], at: number): number {
    const unit = units[at] as Unit | RowUnit;
    if (unit.type === "title") this.title(unit);
    else if (unit.type === "heading") this.heading(unit);
    else if (unit.type === "field") return this.field(unit, units, at);
    else {
      if (unit.type === "text") this.resume(unit);
      this.part(unit.type === "row" ? (unit.row.cells[0]?.spans[0]?.start ?? 0) : unit.span.start).units.push(unit);
    }
    return 0;
  }

  /** Where a heading and all below it stood on one line (Measures: …), the next number of the list before it goes on there. */
  private resume({ marker, atLineStart, apart }: TextUnit): void {
    const { parts = [] } = this.descriptions.at(-1) ?? {};
    const [before, open] = parts.slice(-2);
    if (!marker || marker.ordinal < 2 || !atLineStart || !apart || !before || !open?.heading || open.units.length !== 1)
      return;
    const [aside] = open.units;
    if (aside?.type !== "text" || aside.marker || aside.atLineStart) return;
    const last = before.units.findLast((unit) => unit.type === "text" && unit.marker?.style === marker.style);
    if (last?.type !== "text" || last.marker?.ordinal !== marker.ordinal - 1) return;
    const { heading: _, leads: __, units: ___, titled: ____, ...same } = before;
    parts.push({ ...same, leads: [], units: [] });
  }

  private title(unit: TitleUnit): void {
    if (this.beginsAnother(unit)) this.begin(unit.span.start);
    const current = this.current(unit.span.start);
    if (!hasItems(current)) current.titles.length = 0;
    current.titles.push({ span: unit.title, from: "heading" });
    this.tell(unit.span);
    current.parts.push({
      kind: unit.kind,
      mixed: unit.mixed,
      preferred: false,
      titled: true,
      heading: unit.span,
      leads: [],
      units: [],
    });
  }

  private beginsAnother({ title, kind, indexed }: TitleUnit): boolean {
    const current = this.descriptions.at(-1);
    if (!current || !hasItems(current)) return false;
    const words = this.words(title);
    const same = current.titles.some((known) => this.words(known.span) === words);
    if (!same) return current.titles.length > 0 || current.parts.some(({ heading }) => heading);
    const told = current.parts.filter((part) => part.kind === kind && part.units.length > 0);
    const onlyIntroduced = told.every(({ units }) => units.every((unit) => unit.type === "text" && !unit.marker));
    return indexed || (told.length > 0 && !onlyIntroduced);
  }

  private heading(unit: HeadingUnit): void {
    const { kind, mixed, preferred } = unit.meaning;
    const open = this.descriptions.at(-1)?.parts.at(-1);
    if (unit.led && open?.kind === kind && open.units.length > 0 && this.nameAbove() === undefined) {
      open.leads.push(unit.span);
      this.tell(unit.span);
      return;
    }
    const before = this.descriptions.at(-1)?.parts ?? [];
    // What is welcome goes on where what is needed ends.
    const repeated =
      jobKinds.includes(kind) &&
      before.some((part) => part.kind === kind && part.preferred === preferred && part.units.length > 0);
    const again = repeated || this.toldBefore(unit);
    if (again || !hasItems(this.current(unit.span.start))) this.beginAtLine(unit.span, again);
    const name = unit.led ? undefined : this.nameOfNext();
    const { parts } = this.current(unit.span.start);
    this.tell(unit.span);
    const leads = [...emptied(parts), ...(name ? [name] : [])];
    const part: Part = { mixed, preferred, heading: unit.span, leads, units: [] };
    const told = unit.unknown ? {} : { kind, ...(unit.guessed ? { guessed: true as const } : {}) };
    parts.push({ ...part, ...told, ...(unit.field ? { field: unit.field } : {}) });
  }

  /** 2. Compliance, above a heading told before and behind a list of other marks: it names what follows. */
  private nameOfNext(): Span | undefined {
    const units = this.descriptions.at(-1)?.parts.at(-1)?.units ?? [];
    const last = units.at(-1);
    if (last?.type !== "text" || !last.marker || !last.atLineStart || !last.apart) return undefined;
    const words = this.words(last.span).trim();
    const short = /\p{Script=Han}/u.test(words) ? words.length <= 8 : words.split(" ").length <= 4;
    const alone = units.length === 1 || (units.at(-2)?.type === "text" && !isSibling(last, units.at(-2)));
    if (!short || !alone || roleWeight(words) >= 3 || /[\d,。;.:]/u.test(words)) return undefined;
    units.pop();
    return { start: last.marker.span.start, end: last.span.end };
  }

  private tell(heading: Span): void {
    this.headings.add(this.words(heading).replace(/:$/u, ""));
  }

  /** 基本信息 stood above already, in the same words: another description may begin. */
  private toldBefore({ words, led }: HeadingUnit): boolean {
    return !led && [...this.headings].some((told) => told.endsWith(words));
  }

  /** Begins another description at the line that names it. */
  private beginAtLine(before: Span, repeated = false): void {
    const beside = repeated ? this.besideName() : [];
    const line = this.titleLine(beside[0]?.span ?? before);
    if (!line)
      this.descriptions
        .at(-1)
        ?.parts.at(-1)
        ?.units.push(...beside);
    if (!line) return;
    if (isWhole(this.current(before.start))) this.begin(line.marker?.span.start ?? line.span.start);
    this.current(line.span.start).titles.unshift({ span: this.bare(line.span), from: "heading" });
    if (beside.length > 0) this.part(line.span.start).units.push(...beside);
  }

  /** Takes away the few lines (Class Code 2202, what the job is) between a line that names a job and the place. */
  private besideName(): TextUnit[] {
    const name = this.nameAbove();
    return name === undefined
      ? []
      : (this.descriptions
          .at(-1)
          ?.parts.at(-1)
          ?.units.splice(name + 1) as TextUnit[]);
  }

  /** Where among the last few lines, behind others of their part, one names a job and stands apart. */
  private nameAbove(): number | undefined {
    const units = this.descriptions.at(-1)?.parts.at(-1)?.units ?? [];
    for (let at = units.length - 1; at >= Math.max(0, units.length - 12); at--) {
      const unit = units[at];
      if (unit?.type !== "text") return undefined;
      const first = at === 0 && !unit.marker;
      const alike = unit.marker ? this.namedAlike(unit) : unit.apart && !first;
      if (alike && unit.atLineStart && this.names(unit)) return at;
    }
    return undefined;
  }

  /** 1. Head Baker above 2. Van Driver: the first lines of the current description have a name of the same form. */
  private namedAlike({ marker }: TextUnit): boolean {
    const [first] = this.descriptions.at(-1)?.parts ?? [];
    const alike = (unit: TextUnit | RowUnit) =>
      unit.type === "text" && unit.marker?.style === marker?.style && unit.atLineStart && this.names(unit);
    return first?.units.some(alike) === true;
  }

  /** (2)叉车工 4人 职责:… all on one line. */
  private namesInline(line: TextUnit, { start }: Span): boolean {
    return line.atLineStart && line.span.end === start && this.names(line);
  }

  private names({ span }: TextUnit): boolean {
    const words = this.words(this.bare(span)).replace(/\s(?:[IVX]{1,4}|[1-9])$/u, "");
    return roleWeight(words) >= 3 && !/[,。;:]/u.test(words);
  }

  /** A line that names the next job: it stands alone in front of a heading or label that the current one had already. */
  private titleLine(span: Span): TextUnit | undefined {
    const current = this.descriptions.at(-1);
    const last = current?.parts.at(-1);
    const line = last?.units.at(-1);
    if (!current || !last || !line || line.type !== "text") return undefined;
    if (this.namesInline(line, span)) return last.units.pop() as TextUnit;
    if (isSibling(line, last.units.at(-2))) return undefined;
    const words = this.words(beforeRemark(this.text.chars, this.bare(line.span)));
    const alone =
      line.atLineStart && line.span.end < span.start && this.text.chars.slice(line.span.end, span.start).includes("\n");
    const short =
      words.length >= 2 && !/[,。;:!?]|\.$/u.test(words) && words.length <= (/\p{Script=Han}/u.test(words) ? 14 : 60);
    const decorated = words.length < line.span.end - line.span.start || line.block.kind === "heading";
    const named = roleEnd.test(words) || englishRole.test(words);
    if (!alone || !short || !(named || (hasItems(current) && decorated))) return undefined;
    last.units.pop();
    while (isChapter(last.units.at(-1))) last.leads.push(spanOf(last.units.pop() as TextUnit));
    return line;
  }

  private field(unit: FieldUnit, units: readonly (Unit | RowUnit)[], at: number): number {
    const taken = valuesOf(unit, units, at, this.text);
    const values = taken.map(({ span }) => span).filter((span) => /[\p{L}\p{N}]/u.test(this.words(span)));
    const field = this.meant(unit, values);
    const [first] = values;
    if (field === "title" && first && listsAhead(units, at)) this.titleField(unit, first);
    else if (reporting.has(field) && this.mayBeAnothers(field)) this.beginAtLine(unit.span);
    const current = this.current(unit.span.start);
    current.fields.push({ field, label: unit.span, values });
    if (field === "title" && first) current.titles.unshift({ span: first, from: "label" });
    return taken.length;
  }

  /** 隶属:站长 names who leads, 隶属:生产部 where; 职称:店长 the role, 职称:中级 what it takes. The value tells. */
  private meant({ field, span }: FieldUnit, [value]: readonly Span[]): FieldUnit["field"] {
    const weight = value ? roleWeight(this.words(this.bare(value))) : 0;
    const titled = this.descriptions.at(-1)?.titles.some(({ from }) => from === "label") ?? false;
    // 职务:负责门店收银 under a title that is told already names no other role.
    if (field === "title" && titled && weight < 1) return "other";
    const label = this.words(span);
    if (field === "department" && /^.?team\b/iu.test(label) && value && /^\W*\d+ ?x? [A-Z]/u.test(this.words(value)))
      return "subordinates";
    if (!value || weight < 3) return field;
    if (field === "department" && /^.?(?:所属|隶属|归属)[^\p{L}]*$/u.test(label)) return "superior";
    const rank = /[初中高]级|助理|职称|以上/u.test(this.words(value));
    return field === "certificate" && /^.?职称[^\p{L}]*$/u.test(label) && !rank ? "title" : field;
  }

  /** Whose superior it is, the line above it tells where the current description has one, or has its lists. */
  private mayBeAnothers(field: FieldUnit["field"]): boolean {
    const current = this.descriptions.at(-1);
    if (!current) return false;
    return hasList(current) || current.fields.some((told) => told.field === field);
  }

  private titleField(unit: FieldUnit, value: Span): void {
    const current = this.descriptions.at(-1);
    if (!current || !hasItems(current)) return;
    if (current.titles.some(({ span }) => this.words(span) === this.words(value))) return;
    // What stood above under no name is this one's.
    if (current.titles.length === 0 && !current.fields.some(({ field }) => reporting.has(field))) return;
    if (current.titles.some(({ from }) => from === "label") || hasList(current)) this.begin(unit.span.start);
  }

  private begin(start: number): void {
    this.headings.clear();
    this.descriptions.push({ start, titles: [], fields: [], parts: [] });
  }

  private current(start: number): Parts {
    if (this.descriptions.length === 0) this.begin(start);
    return this.descriptions.at(-1) as Parts;
  }

  private part(start: number): Part {
    const current = this.current(start);
    if (current.parts.length === 0) current.parts.push({ mixed: false, preferred: false, leads: [], units: [] });
    return current.parts.at(-1) as Part;
  }

  private words({ start, end }: Span): string {
    return this.text.chars.slice(start, end);
  }

  /** Without the brackets around it. */
  private bare(span: Span): Span {
    const words = this.words(span);
    const lead =
      /^(?:[【[][^【】[\]]{0,4}(?:招|聘|内推|hiring|urgent)[^【】[\]]{0,4}[】\]](?=.{2})|[【[《<「『#*=\s-]|[甲乙丙丁戊己庚辛壬癸][、.]|\d{1,2}[、.]?\s*(?=\p{Script=Han}{2})(?![号级楼层期类线班])|(?:高薪)?(?:诚聘|急聘|急招|招聘(?!经理|专员|主管|总监|顾问|助理|专家|主任|负责人|官)|诚招)[:\s]*(?=.{2}))*/u.exec(
        words,
      )?.[0].length ?? 0;
    const trail =
      /(?:[】\]》>」』#*=\s:-]|[\s(]*(?:\d+|若干|[一二三四五六七八九十两]{1,2})[名人位]\)?|[\s(]*若干\)?)*$/u.exec(
        words,
      )?.[0].length ?? 0;
    return { start: span.start + lead, end: Math.max(span.start + lead, span.end - trail) };
  }
}

/** Whether more than a remark stands behind the place, up to the next title: a heading of a list, or entries. */
function listsAhead(units: readonly (Unit | RowUnit)[], at: number): boolean {
  let entries = 0;
  for (let next = at + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit?.type === "title" || unit?.type === "row") return true;
    if (unit?.type === "heading" && jobKinds.includes(unit.meaning.kind)) return true;
    if (unit?.type === "text" && unit.marker && ++entries >= 2) return true;
    if (unit?.type === "field" && unit.field === "title") return entries > 0;
  }
  return false;
}

/** 第四章 客户服务部: what heads a part of a book of descriptions. */
function isChapter(unit: TextUnit | RowUnit | undefined): boolean {
  return unit?.type === "text" && (unit.marker?.style === "chapter" || unit.marker?.style === "part");
}

function spanOf({ marker, span }: TextUnit): Span {
  return { start: marker?.span.start ?? span.start, end: span.end };
}

/** An entry of a list whose last entry stands before it. */
function isSibling(line: TextUnit, before: TextUnit | RowUnit | undefined): boolean {
  const { marker } = line;
  return !isChapter(line) && marker !== undefined && before?.type === "text" && before.marker?.style === marker.style;
}

/** Takes away a last part in which nothing stands; its heading is told with the next. */
function emptied(parts: Part[]): Span[] {
  const last = parts.at(-1);
  if (!last?.heading || last.units.length > 0 || last.titled) return [];
  parts.pop();
  last.leads.push(last.heading);
  return last.leads;
}

/** Whether what was told may be a description of its own: it has lists, or a name and more. */
function isWhole(parts: Parts): boolean {
  return hasList(parts) || (parts.titles.length > 0 && hasItems(parts));
}

/** Whether duties, qualifications or standards are told. */
function hasList({ parts }: Parts): boolean {
  return parts.some(
    ({ kind, titled, units }) =>
      kind !== undefined &&
      jobKinds.includes(kind) &&
      // Lines right below the heading of the whole may be a form still.
      units.some((unit) => !titled || unit.type === "row" || unit.marker),
  );
}

function hasItems({ parts, fields }: Parts): boolean {
  return (
    parts.some((part) => (part.kind !== undefined || part.units.length > 3) && part.units.length > 0) ||
    fields.length > 3
  );
}
