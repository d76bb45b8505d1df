import type { Description, Duty, OtherField, Qualification, Standard, TextField } from "../generated/import-result.ts";
import { cadenceOf } from "../measures/cadence.ts";
import { deadlineOf } from "../measures/deadlines.ts";
import { type Measure, type MeasuredClause, measuresOf, qualityBehind, targetOf } from "../measures/find-measures.ts";
import { chineseQuantities } from "../measures/quantities.ts";
import type { Span } from "../source.ts";
import { sourceSpan } from "../text/normal-text.ts";
import { announced } from "../words/announced-kinds.ts";
import { dutyParts } from "../words/duty-words.ts";
import type { ColumnKind } from "../words/labels.ts";
import type { QualificationKind } from "../words/qualification-words.ts";
import { hardKinds } from "../words/qualification-words.ts";
import { CriteriaReader, cellsOfNeed, columnsOfNeed, namesColumn } from "./criteria-cells.ts";
import type { Entry } from "./entries.ts";
import type { Placed } from "./judged.ts";
import type { LinedText } from "./lines.ts";
import { qualificationsIn } from "./qualifications.ts";
import type { Part } from "./structure.ts";
import { type Stretch, sourceWords, stretchOf } from "./words-of.ts";

/** The lists of a description that are filled entry by entry. */
export type Lists = Pick<Description, "purpose" | "qualifications" | "duties" | "standards" | "authority" | "others">;

/** Lines without a number that are longer than this are running text and no item of a list. */
const paragraph = 40;

/** Writes entries as the fields of a description. */
export class ItemWriter {
  readonly lists: Lists = { purpose: [], qualifications: [], duties: [], standards: [], authority: [], others: [] };
  /** Standards in the words of duties; the duties stay whole. */
  readonly derived: Standard[] = [];
  /** Whether all bounds in duties are standards; else only those that a sentence of its own states. */
  private readonly derives: boolean;
  /** How often its tables are filled in, as the name of the whole sheet says. */
  private readonly sheet: Pick<Standard, "cadence" | "interval">;
  private readonly source: string;
  private readonly text: LinedText;
  private criteria = new CriteriaReader();
  /** Where rows begin whose two columns tell what is needed and what is welcome. */
  private readonly columns: number;
  /** The part whose rows are being read. */
  private part: Part | undefined;

  constructor(source: string, text: LinedText, derives: boolean, within: Span, name = "") {
    const columns = columnsOfNeed(text.chars.slice(within.start, within.end));
    this.columns = columns === undefined ? Number.POSITIVE_INFINITY : within.start + columns;
    this.sheet = sheetName.test(name) ? (cadenceOf(name) ?? {}) : {};
    this.source = source;
    this.text = text;
    this.derives = derives;
  }

  write({ entry, as, confidence }: Placed, part: Part): void {
    if (as === "duties") this.duty(entry, confidence);
    else if (as === "standards") this.standards(entry, confidence, part);
    else if (as === "qualifications") this.qualifications(entry, confidence, part);
    else if (as === "purpose") this.lists.purpose.push(this.words(entry.spans, confidence));
    else if (as === "authority") this.lists.authority.push(this.words(entry.spans, confidence));
    else this.other(entry, as, confidence, part);
  }

  /** The value of a label that asks for one kind of qualification. */
  qualification(spans: readonly Span[], kind: QualificationKind, confidence: number): void {
    const stretch = stretchOf(this.text, spans);
    for (const cell of this.cellsOf(stretch.chars, spans)) {
      const at = (span: Span) => ({ start: cell.span.start + span.start, end: cell.span.start + span.end });
      const said = stretch.chars.slice(cell.span.start, cell.span.end);
      for (const { span, asides, ...facts } of qualificationsIn(said, cell.preferred, kind, true, true)) {
        const words = sourceWords(this.source, this.text, stretch, at(span));
        this.asides(stretch, asides.map(at));
        if (words.text !== "") this.lists.qualifications.push({ ...words, confidence, ...facts });
      }
    }
  }

  private cellsOf(chars: string, [first]: readonly Span[]): { readonly span: Span; readonly preferred: boolean }[] {
    const below = (first?.start ?? 0) >= this.columns;
    return below ? cellsOfNeed(chars) : [{ span: { start: 0, end: chars.length }, preferred: false }];
  }

  private words(spans: readonly Span[], confidence: number): TextField {
    return { ...sourceWords(this.source, this.text, stretchOf(this.text, spans)), confidence };
  }

  private named(entry: Entry): Pick<Duty, "label" | "group"> {
    const label = entry.marker && this.plain([{ start: entry.marker.span.start, end: entry.marker.span.end }]);
    const group = entry.group && this.plain([entry.group]);
    return { ...(label ? { label } : {}), ...(group ? { group } : {}) };
  }

  private plain(spans: readonly Span[]): string {
    return sourceWords(this.source, this.text, stretchOf(this.text, spans)).text.replace(/[:：]$/u, "");
  }

  private duty(entry: Entry, confidence: number): void {
    const duty = this.cells(entry, "duty") ?? entry.spans;
    const stretch = stretchOf(this.text, duty);
    const part = dutyParts.find(([, pattern]) => pattern.test(stretch.chars))?.[0];
    const due = deadlineOf(stretch.chars);
    const cadence = cadenceOf(stretch.chars);
    const words = this.words(duty, confidence);
    if (words.text === "") return;
    this.lists.duties.push({
      ...words,
      ...this.named(entry),
      ...(part ? { part } : {}),
      ...cadence,
      ...(due ? { deadline: due.deadline } : {}),
    });
    this.leftCells(entry, ["duty"]);
    this.derive(stretch, confidence);
  }

  private derive(stretch: Stretch, confidence: number): void {
    const duty = this.lists.duties.length - 1;
    for (const { span, own, measure, explicit } of measuresOf(stretch.chars)) {
      const due = measure.deadline !== undefined && measure.cadence !== undefined;
      if (measure.target === undefined ? !due : !(explicit || measure.unit === "%")) continue;
      const said = lastSentence(stretch.chars, span);
      if (!this.derives && !(explicit && said.start > span.start)) continue;
      const words = sourceWords(this.source, this.text, stretch, own);
      this.derived.push({ ...words, confidence: Math.min(confidence, 0.6), ...measure, duty });
    }
  }

  private standards(entry: Entry, confidence: number, part: Part): void {
    const cells = this.cells(entry, "metric", "target") ?? entry.spans;
    const duty = this.cells(entry, "duty");
    if (duty) this.lists.duties.push(this.words(duty, confidence));
    const stretch = stretchOf(this.text, cells);
    const whole = sourceWords(this.source, this.text, stretch);
    const found = measuresOf(stretch.chars);
    const beside = this.besideMeasure(entry);
    const told = (measure: Measure) => ({
      ...this.cadenceAbove(entry, part, measure),
      ...measure,
      ...this.rowCadence(entry),
    });
    const quality = qualityBehind(stretch.chars, found);
    if (found.length < 2 && !quality) {
      const measure = found[0]?.measure ?? this.bareTarget(entry) ?? cadenceOf(stretch.chars) ?? {};
      this.standard(whole, confidence, found[0], { ...beside, ...told(measure) });
    }
    for (const clause of found.length < 2 && !quality ? [] : found) {
      const { start, end } = withoutAnd(stretch.chars, clause.span);
      const said = { start, end: quality && clause === found.at(-1) ? quality.start : end };
      const words = sourceWords(this.source, this.text, stretch, said);
      const sentence = around(whole.spans);
      this.standard(words, confidence, clause, { ...beside, ...told(clause.measure), sentence });
    }
    if (quality) this.standard(sourceWords(this.source, this.text, stretch, quality), confidence, undefined, beside);
    this.leftCells(entry, ["duty", "metric", "target"]);
  }

  /** What a row's target cell asks for when it holds only a figure. */
  private bareTarget(entry: Entry): Measure | undefined {
    const [metric, target] = [this.cells(entry, "metric"), this.cells(entry, "target")];
    if (!metric || !target) return undefined;
    return targetOf(stretchOf(this.text, metric).chars, stretchOf(this.text, target).chars);
  }

  private standard(
    words: Pick<Standard, "text" | "spans">,
    confidence: number,
    clause: MeasuredClause | undefined,
    read: Partial<Standard>,
  ): void {
    if (words.text === "") return;
    const sure = clause?.explicit === false ? Math.round((confidence - 0.1) * 100) / 100 : confidence;
    this.lists.standards.push({ ...words, confidence: sure, ...read });
  }

  private besideMeasure(entry: Entry): Pick<Standard, "label" | "group" | "weight"> {
    const cell = this.cells(entry, "weight");
    const weight = cell && chineseQuantities(stretchOf(this.text, cell).chars)[0]?.value;
    return { ...this.named(entry), ...(weight === undefined ? {} : { weight }) };
  }

  /** The spans of the cells of these columns; undefined outside tables. */
  private cells(entry: Entry, ...kinds: ColumnKind[]): readonly Span[] | undefined {
    const spans = entry.row?.cells.filter(({ kind }) => kinds.includes(kind)).flatMap(({ spans: own }) => own);
    return spans && spans.length > 0 ? spans : undefined;
  }

  private rowCadence(entry: Entry): Pick<Standard, "cadence" | "interval"> {
    const cell = this.cells(entry, "cadence");
    const words = cell ? stretchOf(this.text, cell).chars : "";
    return words === "" ? {} : (cadenceOf(/^[年季月周日天班半学]/u.test(words) ? `每${words}` : words) ?? {});
  }

  /** 年度考核目标 says how often for all figures below it, 月度绩效考核表 for all rows. */
  private cadenceAbove(
    entry: Entry,
    { heading, kind }: Part,
    { target }: Measure,
  ): Pick<Standard, "cadence" | "interval"> {
    if (target === undefined) return {};
    const told = heading && kind === "standards" && cadenceOf(stretchOf(this.text, [heading]).chars);
    return told || (entry.row && !entry.row.cells.some(({ kind }) => kind === "cadence") ? this.sheet : {});
  }

  /** What a row tells beside its item is kept as it stands. */
  private leftCells(entry: Entry, told: readonly ColumnKind[]): void {
    for (const { kind, spans } of entry.row?.cells ?? []) {
      if (told.includes(kind) || kind === "weight" || kind === "cadence" || kind === "number") continue;
      const words = this.words(spans, 0.7);
      if (words.text !== "") this.lists.others.push({ ...words, section: "other" });
    }
  }

  private qualifications(entry: Entry, confidence: number, part: Part): void {
    const stretch = stretchOf(this.text, entry.spans);
    if (part !== this.part) this.criteria = new CriteriaReader();
    this.part = part;
    const row = this.criteria.read(stretch.chars);
    const given = announced(part.field);
    if (row) this.asides(stretch, row.aside);
    if (!entry.marker && namesColumn(stretch.chars)) {
      this.asides(stretch, [{ start: 0, end: stretch.chars.length }]);
      return;
    }
    const asked = row?.asked ?? this.cellsOf(stretch.chars, entry.spans);
    for (const { span, preferred } of asked)
      this.asked(entry, stretch, span, {
        confidence,
        preferred: part.preferred || preferred,
        given: row?.kind ?? given,
      });
  }

  private asked(
    entry: Entry,
    stretch: Stretch,
    within: Span,
    told: { confidence: number; preferred: boolean; given: QualificationKind | undefined },
  ): void {
    const { confidence, preferred, given } = told;
    const name = this.named(entry);
    const words = stretch.chars.slice(within.start, within.end);
    const soft = given && hardKinds.has(given) ? undefined : given;
    const at = (span: Span) => ({ start: within.start + span.start, end: within.start + span.end });
    for (const { span, asides, ...facts } of qualificationsIn(
      words,
      preferred,
      soft,
      false,
      !entry.marker && words.length > paragraph,
    )) {
      const own = sourceWords(this.source, this.text, stretch, at(span));
      this.asides(stretch, asides.map(at));
      const item: Qualification = { ...own, confidence, ...("label" in name ? { label: name.label } : {}), ...facts };
      if (own.text !== "") this.lists.qualifications.push(item);
    }
  }

  /** What is said beside a qualification. */
  private asides(stretch: Stretch, spans: readonly Span[]): void {
    for (const span of spans) {
      const words = sourceWords(this.source, this.text, stretch, span);
      if (words.text !== "") this.lists.others.push({ ...words, confidence: 0.7, section: "other" });
    }
  }

  private other(entry: Entry, section: OtherField["section"] | string, confidence: number, part: Part): void {
    const words = this.words(entry.spans, confidence);
    if (words.text === "") return;
    const { label } = this.named(entry);
    const heading = part.heading && this.plain([part.heading]);
    const kinds: readonly string[] = ["salary", "benefits", "conditions", "company", "contacts", "process", "other"];
    this.lists.others.push({
      ...words,
      section: kinds.includes(section) ? (section as OtherField["section"]) : "other",
      ...(label ? { label } : {}),
      ...(heading ? { heading } : {}),
    });
  }

  /** In the source. */
  sourceOf(span: Span): Span {
    return sourceSpan(this.text, span);
  }
}

const sheetName = /(?:考核|考评|绩效|评分|KPI)\p{Script=Han}{0,4}(?:表|单|书)|\bscore ?cards?\b/iu;

/** A clause of an English list without the "and" in front of it. */
function withoutAnd(chars: string, { start, end }: Span): Span {
  const joint = /^\s*(?:and|plus|while|with|as well as)\s+/iu.exec(chars.slice(start, end))?.[0].length ?? 0;
  return { start: start + joint, end };
}

/** The sentence in which the measure stands, without those before it. */
function lastSentence(chars: string, { start, end }: Span): Span {
  const said = chars.slice(start, end);
  const before = /^.*(?:[。;]|\.\s)(?=.*[^\s。;.])/u.exec(said)?.[0].length ?? 0;
  return { start: start + before, end };
}

/** From the beginning of the first span to the end of the last. */
function around(spans: readonly Span[]): { start: number; end: number } {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
