import {
  actualInWords,
  periodInWords,
  quantityInWords,
  scoreInWords,
  stepInWords,
  type Translator,
} from "@rolewright/locale";
import {
  type Adjustment,
  type Item,
  localize,
  type Observation,
  type RoleModel,
  type Scorecard,
  type ScorecardLine,
  type Step,
} from "@rolewright/runtime";
import { column, fact, fillColumn, fingerprintOf, heading, sectionNumber } from "./blocks.ts";
import { decimalSum } from "./decimal-sum.ts";
import type { DocumentOptions, RecordSigner } from "./options.ts";
import type {
  Block,
  FiguresBlock,
  HeadingBlock,
  PrintDocument,
  SignatureSlot,
  TableBlock,
  TableRow,
} from "./print-document.ts";
import { pageLine, versionText } from "./role.ts";
import { targetWords } from "./target-words.ts";

/** What a scorecard document takes besides role and scorecard. */
export interface ScorecardDocumentOptions extends DocumentOptions {
  /** The observations behind the scorecard: their evidence is listed. */
  readonly observations?: readonly Observation[];
  readonly superior?: RecordSigner;
  readonly self?: RecordSigner;
}

/**
 * A filled scorecard (绩效评分卡): totals first, then every line, then how each was worked out, then the evidence.
 *
 * `role` is the role in the version that the scorecard pins. Titles and units are shown in the translator's language;
 * the names of inputs inside the arithmetic are those of the role that the scorecard was made from, so for another
 * language make it from the localised role.
 */
export function scorecardDocument(
  role: RoleModel,
  scorecard: Scorecard,
  options: ScorecardDocumentOptions,
): PrintDocument {
  const { translator } = options;
  const { t, tag } = translator;
  const local = localize(role, tag);
  const items = itemsByKey(local);
  const card = withTitles(scorecard, items);
  const type = t("document.type.scorecard");
  const person = card.holder?.name ?? "";
  const period = periodInWords(card.period, translator.t);
  return {
    kind: "scorecard",
    language: tag,
    title: person === "" ? local.title : person,
    type,
    subtitle: [person === "" ? "" : local.title, period].filter((part) => part !== "").join(" · "),
    header: {
      left: options.organisation ?? local.title,
      right: [type, local.identity.classification ?? ""].filter((part) => part !== "").join(" · "),
    },
    facts: [
      ...fact(t("document.facts.holder"), person),
      ...fact(t("document.facts.role"), local.title),
      ...fact(t("document.facts.period"), period),
      ...fact(t("document.facts.template"), versionText(options)),
    ],
    lead: lead(card, local, translator),
    blocks: blocks(card, items, options),
    footer: {
      name: [person, local.title, period].filter((part) => part !== "").join(" · "),
      version: versionText(options),
      fingerprint: options.sha256 ? t("document.fingerprint", { hash: fingerprintOf(options.sha256) }) : "",
      page: pageLine(translator),
    },
  };
}

/** Lines carry the title of the template's language; the localised role has the reader's. */
function withTitles(scorecard: Scorecard, items: ItemsByKey): Scorecard {
  const lines = scorecard.lines.map((line) => ({ ...line, title: items.get(line.item)?.title ?? line.title }));
  const adjustments = scorecard.adjustments.map((adjustment) => ({
    ...adjustment,
    title: items.get(adjustment.item)?.title ?? adjustment.title,
  }));
  return { ...scorecard, lines, adjustments };
}

type ItemsByKey = ReadonlyMap<string, Item>;

function itemsByKey(role: RoleModel): ItemsByKey {
  return new Map(role.sections.flatMap((section) => section.items).map((item) => [item.key, item]));
}

function lead(card: Scorecard, role: RoleModel, translator: Translator): string {
  const count = (state: ScorecardLine["state"]) => card.lines.filter((line) => line.state === state).length;
  return translator.t("document.scorecard.lead", {
    period: periodInWords(card.period, translator.t),
    role: role.title,
    holder: card.holder ? translator.t("document.scorecard.leadHolder", { name: card.holder.name }) : "",
    count: card.lines.length,
    met: count("met"),
    missed: count("missed"),
    noData: count("no-data"),
    notApplicable: count("not-applicable"),
  });
}

function blocks(card: Scorecard, items: ItemsByKey, options: ScorecardDocumentOptions): Block[] {
  const { translator } = options;
  const { t } = translator;
  const evidence = evidenceTable(card, options);
  const parts: readonly (readonly [string, Block])[] = [
    [t("document.scorecard.lines"), lineTable(card, items, translator)],
    ...(card.adjustments.length > 0
      ? [[t("document.scorecard.adjustments"), adjustmentTable(card, items, translator)] as const]
      : []),
    [t("document.scorecard.arithmetic"), arithmeticTable(card, translator)],
    ...(evidence ? [[t("document.scorecard.evidence"), evidence] as const] : []),
    [t("document.scorecard.signatures"), signatures(options)],
  ];
  const numbered = (title: string, index: number): HeadingBlock =>
    heading(title, sectionNumber(String(index + 1), translator.tag));
  return [figures(card, translator), ...parts.flatMap(([title, block], index) => [numbered(title, index), block])];
}

function figures({ total, grade, provisional, coverage, ...card }: Scorecard, { t }: Translator): FiguresBlock {
  const none = t("document.none");
  const unreasoned = card.adjustments.filter(({ reason }) => reason === "no-reason").length;
  const missing = card.lines.filter(({ state }) => state === "no-data").length + unreasoned;
  const note = provisional ? t("document.scorecard.provisional", { count: missing }) : t("document.scorecard.final");
  return {
    kind: "figures",
    figures: [
      { label: t("document.scorecard.total"), value: total ?? none, note },
      { label: t("document.scorecard.grade"), value: grade ?? none },
      {
        label: t("document.scorecard.coverage"),
        value: t("document.scorecard.coverageValue", { percent: coverage.percent }),
        note: t("document.scorecard.coverageNote", { ...coverage }),
      },
    ],
  };
}

function lineTable(card: Scorecard, items: ItemsByKey, translator: Translator): TableBlock {
  const { t } = translator;
  return {
    kind: "table",
    caption: t("document.scorecard.lines"),
    columns: [
      column(t("document.columns.number"), "start", "number"),
      fillColumn(t("document.columns.standard")),
      column(t("document.columns.target"), "end"),
      column(t("document.columns.actual"), "end", "strong"),
      column(t("document.columns.state"), "start", "state"),
      column(t("document.columns.points"), "end"),
      column(t("document.columns.weight"), "end"),
      column(t("document.columns.contribution"), "end", "strong"),
    ],
    rows: [...card.lines.map((line) => lineRow(line, items.get(line.item), translator)), totalRow(card, translator)],
  };
}

function lineRow(line: ScorecardLine, item: Item | undefined, translator: Translator): TableRow {
  const none = translator.t("document.none");
  return {
    cells: [
      line.number,
      line.title,
      item ? targetWords(item, translator) || none : none,
      actualInWords(line, line.every, translator.t) || none,
      translator.t(`runtime.states.${line.state}`),
      line.points ?? none,
      line.weight,
      line.contribution ?? none,
    ],
    anchor: line.item,
    state: line.state,
  };
}

function totalRow({ lines }: Scorecard, { t }: Translator): TableRow {
  const weight = decimalSum(lines.map((line) => line.weight));
  const contribution = decimalSum(lines.flatMap((line) => line.contribution ?? []));
  return { cells: ["", t("document.table.total"), "", "", "", "", weight, contribution], tone: "total" };
}

/** Bonuses and vetoes (加分与否决): what each is about, its rule, and what it did. */
function adjustmentTable(card: Scorecard, items: ItemsByKey, translator: Translator): TableBlock {
  const { t } = translator;
  return {
    kind: "table",
    caption: t("document.scorecard.adjustments"),
    columns: [
      column(t("document.columns.number"), "start", "number"),
      fillColumn(t("document.columns.adjustment")),
      column(t("document.columns.rule")),
      column(t("document.columns.actual"), "end"),
      column(t("document.columns.state")),
      fillColumn(t("document.columns.effect")),
    ],
    rows: card.adjustments.map((adjustment) => adjustmentRow(adjustment, items.get(adjustment.item), translator)),
  };
}

function adjustmentRow(adjustment: Adjustment, item: Item | undefined, translator: Translator): TableRow {
  const { t } = translator;
  const none = t("document.none");
  return {
    cells: [
      adjustment.number,
      adjustment.title,
      item ? scoreInWords(item, t) : none,
      adjustment.actual === null || item?.observation.kind === "tick"
        ? none
        : quantityInWords(adjustment.actual, adjustment.unit),
      stateOfAdjustment(adjustment, translator),
      effectOf(adjustment, translator),
    ],
    anchor: adjustment.item,
  };
}

function stateOfAdjustment({ kind, state, reason }: Adjustment, { t }: Translator): string {
  if (reason === "no-reason") return t("runtime.reasons.no-reason");
  return t(`runtime.adjustmentStates.${state === "applied" || state === "none" ? `${kind}-${state}` : state}`);
}

function effectOf({ points, grade, cap, because }: Adjustment, { t }: Translator): string {
  if (points !== null) return `+${points}`;
  const effects = [
    ...(grade === null ? [] : [t("document.scorecard.effect.veto", { grade })]),
    ...(cap === null ? [] : [t("document.scorecard.effect.cap", { cap })]),
  ];
  if (effects.length === 0) return t("document.none");
  const effect = effects.join(" · ");
  return because === undefined ? effect : t("document.scorecard.effect.because", { effect, because });
}

function arithmeticTable(card: Scorecard, translator: Translator): TableBlock {
  const { t } = translator;
  const total = { number: "", title: t("document.scorecard.totalRow"), steps: card.steps, item: "" };
  return {
    kind: "table",
    caption: t("document.scorecard.arithmetic"),
    columns: [
      column(t("document.columns.step")),
      fillColumn(t("document.columns.arithmetic")),
      column(t("document.columns.result"), "end", "strong"),
    ],
    rows: [...card.lines, ...card.adjustments, total].flatMap((line) => stepRows(line, translator)),
  };
}

function stepRows(
  line: Pick<ScorecardLine, "number" | "title" | "steps" | "item" | "every">,
  translator: Translator,
): TableRow[] {
  const { t, has } = translator;
  const anchor = line.item === "" ? {} : { anchor: line.item };
  if (line.steps.length === 0) return [];
  const rows = line.steps.map((step): TableRow => {
    const phase = step.code.split("/")[0] ?? "";
    const key = `document.scorecard.step.${phase}`;
    const result = stepResult(step, line, t);
    return {
      cells: [t(has(key) ? key : "document.scorecard.step.other"), stepInWords(step, t), result],
      tone: "detail",
      ...anchor,
    };
  });
  return [{ cells: [`${line.number} ${line.title}`.trim(), "", ""], tone: "group", ...anchor }, ...rows];
}

/** Of a measured day, what the line itself shows: 24 日 rather than 24. */
function stepResult(step: Step, { every }: Pick<ScorecardLine, "every">, t: Translator["t"]): string {
  if (step.result === null) return "";
  if (step.code !== "measure/day-of-period") return quantityInWords(step.result, step.unit);
  return actualInWords({ actual: step.result, steps: [step] }, every, t);
}

function evidenceTable(
  card: Scorecard,
  { observations = [], translator }: ScorecardDocumentOptions,
): TableBlock | undefined {
  const { t } = translator;
  const rows = card.lines.flatMap((line) =>
    observations
      .filter(({ item, period, evidence }) => item === line.item && evidence && counted(line, period))
      .map(({ period, evidence }) => ({
        cells: [line.number, line.title, periodInWords(period, translator.t), evidence ?? ""],
        anchor: line.item,
      })),
  );
  if (rows.length === 0) return undefined;
  return {
    kind: "table",
    caption: t("document.scorecard.evidence"),
    columns: [
      column(t("document.columns.number"), "start", "number"),
      column(t("document.columns.standard")),
      column(t("document.columns.period")),
      fillColumn(t("document.columns.evidence")),
    ],
    rows,
  };
}

/** A year's observations may be at hand; only those of the line's own periods are its evidence. */
function counted({ instances }: ScorecardLine, period: string): boolean {
  return instances.some((instance) => instance.period === period);
}

function signatures({ translator, superior, self }: ScorecardDocumentOptions): Block {
  const { t } = translator;
  return {
    kind: "signatures",
    slots: [
      slot(t("document.signatures.superior"), superior, translator),
      slot(t("document.signatures.self"), self, translator),
    ],
    dateLabel: t("document.signatures.date"),
  };
}

function slot(label: string, signer: RecordSigner | undefined, { t }: Translator): SignatureSlot {
  if (!signer) return { label };
  const { fingerprint, note, ...signed } = signer;
  const notes = [
    ...(fingerprint ? [t("document.signatures.fingerprint", { hash: fingerprintOf(fingerprint) })] : []),
    ...(note ? [t("document.signatures.note", { note })] : []),
  ];
  return { label, ...signed, ...(notes.length > 0 ? { notes } : {}) };
}
