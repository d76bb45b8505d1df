import { cadenceInWords, dueInWords, scoreInWords, type Translator } from "@rolewright/locale";
import type { Item, RoleModel, Section } from "@rolewright/runtime";
import { column, fillColumn, heading, sectionNumber } from "./blocks.ts";
import { decimalSum } from "./decimal-sum.ts";
import type { Block, Fact, ListBlock, ListItem, TableBlock, TableRow } from "./print-document.ts";
import { targetWords } from "./target-words.ts";

/** Longest mean text, in characters, of a list that still reads well in two columns; Latin letters count half. */
const meanLengthInTwoColumns = 44;

/**
 * One section of a template as heading and blocks: qualifications as a grid, standards (and any section that measures)
 * as a table with their definitions below, the rest as a numbered list. Empty for a section without items.
 */
export function sectionBlocks(section: Section, role: RoleModel, translator: Translator): readonly Block[] {
  if (section.items.length === 0) return [];
  const title = heading(section.title, sectionNumber(section.number, translator.tag), section.key);
  return [title, ...described(section), ...itemBlocks(section, role, translator), ...weightNote(section, translator)];
}

function described({ description }: Section): readonly Block[] {
  return description ? [{ kind: "paragraph", text: description }] : [];
}

function weightNote({ weight }: Section, { t }: Translator): readonly Block[] {
  return weight === undefined
    ? []
    : [{ kind: "paragraph", text: t("document.role.sectionWeight", { weight }), tone: "note" }];
}

function itemBlocks(section: Section, role: RoleModel, translator: Translator): readonly Block[] {
  if (section.kind === "qualifications") return [qualifications(section, translator)];
  const measured = section.kind === "standards" || section.items.some(({ target, weight }) => target ?? weight);
  return measured ? standards(section, role, translator) : [itemList(section, translator)];
}

function qualifications({ items }: Section, translator: Translator): Block {
  return { kind: "facts", facts: items.map((item) => qualification(item, translator)) };
}

/** Something one has or has not is its own value; its label then says how much it is needed. */
function qualification(item: Item, translator: Translator): Fact {
  const { t } = translator;
  const has = item.observation.kind === "tick" || (!item.target && !item.description);
  if (has) {
    const label = t(`document.need.${item.need ?? "required"}`);
    return { label, value: proven(withDescription(item, item.title, translator), item, translator), anchor: item.key };
  }
  const wanted = item.target ? targetWords(item, translator) : "";
  const value = proven(withDescription(item, wanted, translator), item, translator);
  const preferred = item.need === "preferred" ? t("document.role.preferred", { value }) : value;
  return { label: item.title, value: preferred, anchor: item.key };
}

function withDescription({ description }: Item, text: string, { t }: Translator): string {
  if (!description) return text;
  return text === "" ? description : t("document.pair", { label: text, value: description });
}

function proven(text: string, { evidence }: Item, { t }: Translator): string {
  return evidence ? t("document.role.proof", { value: text, evidence }) : text;
}

function itemList({ items }: Section, translator: Translator): ListBlock {
  const entries = items.map((item) => listItem(item, translator));
  const mean = entries.reduce((sum, { text, note }) => sum + textLength(text + (note ?? "")), 0) / entries.length;
  return { kind: "list", items: entries, columns: mean <= meanLengthInTwoColumns ? 2 : 1 };
}

function listItem(item: Item, translator: Translator): ListItem {
  const note = dutyNote(item, translator);
  const text = withDescription(item, item.title, translator);
  return { number: item.number, text, ...(note === "" ? {} : { note }), anchor: item.key };
}

/** The part played is said only where it is less than the whole and the duty's own words do not say it. */
function dutyNote(item: Item, translator: Translator): string {
  const { t } = translator;
  const part = item.part && item.part !== "lead" ? t(`document.part.${item.part}`) : "";
  return [
    item.title.toLowerCase().includes(part.toLowerCase()) ? "" : part,
    item.need === "marginal" ? t("document.need.marginal") : "",
    cadenceInWords(item.every, t),
    item.share === undefined ? "" : t("document.role.share", { share: item.share }),
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

function standards(section: Section, role: RoleModel, translator: Translator): readonly Block[] {
  const definitions = section.items.flatMap((item) => definition(item, role, translator));
  const table = standardsTable(section, translator);
  if (definitions.length === 0) return [table];
  return [
    table,
    { kind: "heading", level: 2, number: "", text: translator.t("document.role.definitions") },
    { kind: "list", items: definitions, columns: 2 },
  ];
}

function standardsTable({ title, items }: Section, translator: Translator): TableBlock {
  const { t } = translator;
  const inclusive = items.every(({ due }) => due?.inclusive ?? true);
  const rows = items.map((item) => standardRow(item, inclusive, translator));
  return {
    kind: "table",
    caption: title,
    columns: [
      column(t("document.columns.number"), "start", "number"),
      fillColumn(t("document.columns.standard")),
      column(t("document.columns.target"), "end"),
      column(t("document.columns.every")),
      column(t(inclusive ? "document.columns.dueInclusive" : "document.columns.due")),
      column(t("document.columns.score")),
      column(t("document.columns.weight"), "end"),
    ],
    rows: items.some(({ weight }) => weight !== undefined) ? [...rows, totalRow(items, translator)] : rows,
  };
}

/** Where the column's head says that all days count, the rows need not. */
function dueWords(item: Item, headSays: boolean, { t }: Translator): string {
  const say: Translator["t"] = (key, params) =>
    headSays && key === "runtime.due.inclusive" ? String(params?.day) : t(key, params);
  return dueInWords(item, say);
}

function standardRow(item: Item, inclusive: boolean, translator: Translator): TableRow {
  const { t } = translator;
  const none = t("document.none");
  return {
    cells: [
      item.number,
      item.title,
      targetWords(item, translator) || none,
      cadenceInWords(item.every, t) || none,
      dueWords(item, inclusive, translator) || none,
      item.weight === undefined && !outsideKind(item) ? t("document.table.unscored") : scoreInWords(item, t),
      item.weight ?? outsideWord(item, translator) ?? none,
    ],
    anchor: item.key,
  };
}

/** Bonuses and vetoes have no weight: the column says what they are instead. */
function outsideWord(item: Item, { t }: Translator): string | undefined {
  const kind = outsideKind(item);
  return kind && t(`document.table.${kind}`);
}

function outsideKind({ score }: Item): "bonus" | "veto" | undefined {
  return score?.kind === "bonus" || score?.kind === "veto" ? score.kind : undefined;
}

function totalRow(items: readonly Item[], { t }: Translator): TableRow {
  const total = decimalSum(items.flatMap(({ weight }) => weight ?? []));
  return { cells: ["", t("document.table.total"), "", "", "", "", total], tone: "total" };
}

/** What a standard means, where its figure comes from and which duties it measures. */
function definition(item: Item, role: RoleModel, translator: Translator): readonly ListItem[] {
  const { t } = translator;
  const note = [
    ...(item.dataSource ? [t("document.role.source", { source: item.dataSource })] : []),
    ...(item.owner ? [t("document.role.owner", { owner: ownerWords(item.owner, translator) })] : []),
    ...(item.evidence ? [t("document.role.evidence", { evidence: item.evidence })] : []),
    ...(item.supports.length > 0 ? [t("document.role.supports", { numbers: numbersOf(item.supports, role) })] : []),
  ].join(" · ");
  if (!item.description && note === "") return [];
  const text = withDescription(item, item.title, translator);
  return [{ number: item.number, text, ...(note === "" ? {} : { note }), anchor: item.key }];
}

function ownerWords(owner: string, { t, has }: Translator): string {
  return has(`document.owner.${owner}`) ? t(`document.owner.${owner}`) : owner;
}

function numbersOf(keys: readonly string[], role: RoleModel): readonly string[] {
  const items = role.sections.flatMap((section) => section.items);
  return keys.map((key) => items.find((item) => item.key === key)?.number ?? key);
}

function textLength(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u2E80" ? 0.5 : 1), 0);
}
