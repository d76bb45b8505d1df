import type {
  Block,
  Fact,
  ListBlock,
  OrganisationBlock,
  PrintDocument,
  TableBlock,
  TableRow,
} from "@rolewright/exporters/document";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import "./document-view.css";

/** What the paper needs: the document, and which of its parts is traced. */
export interface DocumentView {
  readonly document: PrintDocument;
  /** Key of the lit item. */
  readonly lit: string | undefined;
  readonly pick: (key: string) => void;
  readonly hint: (key: string | undefined) => void;
  /** On pages as they will print; else as a column to read. */
  readonly paged: boolean;
  /** On pages: what stands between two of them, in front of the part with this name. */
  readonly between: (name: string) => TemplateResult | undefined;
}

/**
 * The blocks of a print document; every item leads back to its lines. The parts that no page break goes through are
 * marked: `data-unit` names them, `data-keep` marks those that stay with the next.
 */
export function documentBlocks(view: DocumentView): TemplateResult {
  const { document } = view;
  return html`
    <header class="paper-head" data-unit="head" data-keep>
      <div>
        <h3>${document.title}</h3>
        <p class="paper-sub">${document.subtitle}</p>
      </div>
      ${document.facts.length > 0 ? factGrid(document.facts, view) : nothing}
      ${document.lead === "" ? nothing : html`<p class="paper-lead">${document.lead}</p>`}
    </header>
    ${document.blocks.map((block, index) => blockView(block, String(index), view))}
  `;
}

function blockView(block: Block, name: string, view: DocumentView): TemplateResult {
  if (block.kind === "list") return listView(block, name, view);
  if (block.kind === "table") return html`${before(name, view)}${tableView(block, name, view)}`;
  return html`${before(name, view)}
    <div class="paper-block" data-unit=${name} ?data-keep=${block.kind === "heading"}>${wholeBlock(block, view)}</div>`;
}

/** The end of a page and the beginning of the next, where one is due. */
function before(name: string, { between }: DocumentView): TemplateResult | typeof nothing {
  const gap = between(name);
  return gap ? html`<div class="paper-gap">${gap}</div>` : nothing;
}

function wholeBlock(block: Exclude<Block, ListBlock | TableBlock>, view: DocumentView): TemplateResult {
  switch (block.kind) {
    case "heading":
      return headingView(block.level, block.number, block.text, view.document.language);
    case "paragraph":
      return html`<p class=${block.tone === "note" ? "paper-note" : "paper-text"}>${block.text}</p>`;
    case "facts":
      return factGrid(block.facts, view);
    case "organisation":
      return organisationView(block, view);
    case "figures":
      return html`<div class="paper-figures">
        ${block.figures.map(({ label, value, note }) => html`<div><b>${value}</b><span>${label}</span>${note ?? ""}</div>`)}
      </div>`;
    case "signatures":
      return html`<div class="paper-signs">
        ${block.slots.map(({ label, name }) => html`<div><span>${label}</span><i>${name ?? ""}</i></div>`)}
      </div>`;
  }
}

/** `三、工作标准`, `3 Work standards`; on pages the number stands alone, as it prints. */
function headingView(level: 1 | 2, number: string, text: string, language: string): TemplateResult {
  const comma = number !== "" && !/^\d/.test(number) && language.startsWith("zh");
  const mark = number === "" ? nothing : html`<span class="paper-no">${number}<i>${comma ? "、" : "  "}</i></span>`;
  return level === 1 ? html`<h4>${mark}${text}</h4>` : html`<h5>${mark}${text}</h5>`;
}

/** What an anchored part does: it lights on hover and leads to its lines on a click. */
function traced(anchor: string | undefined, view: DocumentView) {
  return {
    lit: anchor !== undefined && anchor === view.lit,
    pick: () => anchor !== undefined && view.pick(anchor),
    enter: () => anchor !== undefined && view.hint(anchor),
    leave: () => anchor !== undefined && view.hint(undefined),
  };
}

function factGrid(facts: readonly Fact[], view: DocumentView): TemplateResult {
  return html`<dl class="paper-facts">
    ${facts.map(({ label, value, anchor }) => {
      const trace = traced(anchor, view);
      return html`<div
        class=${anchor ? "paper-traced" : ""}
        data-anchor=${anchor ?? nothing}
        ?data-lit=${trace.lit}
        @click=${trace.pick}
        @pointerenter=${trace.enter}
        @pointerleave=${trace.leave}
      >
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
    })}
  </dl>`;
}

/** Longer lists may not fit on one page: they are set in one column. */
const longestOfTwo = 40;

/** A list in two columns stays on one page; else each entry is a unit. */
function listView(block: ListBlock, name: string, view: DocumentView): TemplateResult {
  const two = view.paged && block.columns === 2 && block.items.length <= longestOfTwo;
  return html`${two ? before(name, view) : nothing}
    <ol class="paper-list ${two ? "paper-two" : ""}" data-unit=${two ? name : nothing}>
    ${block.items.map((item, index) => {
      const own = `${name}.${index}`;
      const gap = view.between(own);
      // Only what says something else, and so is another object, is drawn anew: a keystroke mostly changes one of hundreds.
      return guard([item, view.paged && index, item.anchor === view.lit, gap, view.paged], () => {
        const trace = traced(item.anchor, view);
        return html`${gap ? html`<li class="paper-gap" aria-hidden="true">${gap}</li>` : nothing}
          <li
            class=${item.anchor ? "paper-traced" : ""}
            data-unit=${two ? nothing : own}
            data-anchor=${item.anchor ?? nothing}
            ?data-lit=${trace.lit}
            @click=${trace.pick}
            @pointerenter=${trace.enter}
            @pointerleave=${trace.leave}
          >
            <span class="paper-no">${item.number}</span><span>${item.text}${item.note ? html` <small>${item.note}</small>` : nothing}</span>
          </li>`;
      });
    })}
  </ol>`;
}

function tableView(block: TableBlock, name: string, view: DocumentView): TemplateResult {
  const columns = shownColumns(block, view);
  const shown = columns.join();
  return html`<table>
    <caption class="said">
      ${block.caption}
    </caption>
    <colgroup>
      ${guard([block, shown], () =>
        columnWidths(block, columns, view.paged ? 11 : 6.5).map(
          (width) => html`<col style=${width === undefined ? nothing : `width:calc(${width}em + 10px)`} />`,
        ),
      )}
    </colgroup>
    <thead>
      ${headRow(block, columns, name)}
    </thead>
    <tbody>
      ${block.rows.map((row, index) => {
        const gap = view.between(`${name}.${index}`);
        return guard([row, view.paged && index, shown, row.anchor === view.lit, gap], () => {
          const again = gap
            ? html`<tr class="paper-gap" aria-hidden="true"><td colspan=${columns.length}>${gap}</td></tr>
                ${headRow(block, columns)}`
            : nothing;
          return html`${again}${rowView(row, `${name}.${index}`, columns, { block, view })}`;
        });
      })}
    </tbody>
  </table>`;
}

/** The head of a table; without a name it is the one that is repeated on a page. */
function headRow(block: TableBlock, columns: readonly number[], name?: string): TemplateResult {
  const again = name === undefined;
  return html`<tr class=${again ? "paper-again" : ""} data-unit=${name ?? nothing} ?data-keep=${!again} aria-hidden=${again ? "true" : nothing}>
    ${columns.map((index) => {
      const column = block.columns[index];
      return html`<th class=${column?.align === "end" ? "num" : ""} scope=${again ? nothing : "col"}>${column?.title}</th>`;
    })}
  </tr>`;
}

/** To read, the pane is as wide as a column of the printed page: number, name, first figure and last stay columns. */
function shownColumns({ columns }: TableBlock, { paged }: DocumentView): readonly number[] {
  const all = [...columns.keys()];
  return paged || all.length <= 4 ? all : [0, 1, 2, all.length - 1];
}

/**
 * Widths in em, from what is written in the columns and at most `widest`; undefined, the column of names, takes what the
 * others leave. A table whose columns are not found by laying out every row of it is not laid out as a whole after every
 * keystroke.
 */
function columnWidths(
  { columns, rows }: TableBlock,
  shown: readonly number[],
  widest: number,
): readonly (number | undefined)[] {
  const whole = rows.filter(({ tone }) => tone !== "group" && tone !== "detail");
  return shown.map((index, place) => {
    if (place === 1) return undefined;
    const width = whole.reduce((most, row) => Math.max(most, widthsOf(row)[index] ?? 0), 0);
    return Math.min(widest, Math.max(width, widthOf(columns[index]?.title ?? "")));
  });
}

const rowWidths = new WeakMap<TableRow, readonly number[]>();

/** Of its cells; reckoned once for a row. */
function widthsOf(row: TableRow): readonly number[] {
  const known = rowWidths.get(row) ?? row.cells.map(widthOf);
  rowWidths.set(row, known);
  return known;
}

/** Roughly: Chinese signs are square, others about half as wide. */
function widthOf(text: string): number {
  const square = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return square + (text.length - square) * 0.6;
}

interface RowPlace {
  readonly block: TableBlock;
  readonly view: DocumentView;
}

function rowView(row: TableRow, name: string, columns: readonly number[], { block, view }: RowPlace): TemplateResult {
  const trace = traced(row.anchor, view);
  const spans = row.tone === "group" || row.tone === "detail";
  return html`<tr
    class="${row.tone ?? ""} ${row.anchor ? "paper-traced" : ""}"
    data-unit=${name}
    ?data-keep=${row.tone === "group"}
    data-anchor=${row.anchor ?? nothing}
    ?data-lit=${trace.lit}
    @click=${trace.pick}
    @pointerenter=${trace.enter}
    @pointerleave=${trace.leave}
  >
    ${spans ? spanned(row, columns) : columns.map((index) => cell(row, block, index, columns))}
  </tr>`;
}

/** One cell; the second takes in, in small, what has no column of its own here. */
function cell(row: TableRow, block: TableBlock, index: number, shown: readonly number[]): TemplateResult {
  const column = block.columns[index];
  const folded = index === 1 ? row.cells.filter((text, at) => !shown.includes(at) && text !== "" && text !== "—") : [];
  const classes = `${column?.align === "end" ? "num" : ""} ${column?.width === "auto" && index !== 2 ? "tight" : ""}`;
  return html`<td class=${classes}>
    ${row.cells[index]}${folded.length > 0 ? html`<small>${folded.map(foldedFact)}</small>` : nothing}
  </td>`;
}

/** Lines break between facts, and not before a per cent sign; the mark between two stays with the first. */
function foldedFact(text: string, index: number, { length }: readonly string[]): TemplateResult {
  return html`<span>${text.replaceAll(" %", "\u00a0%")}${index + 1 < length ? " ·" : nothing}</span> `;
}

/** In `group` and `detail` rows a text spans the empty cells that follow it. */
function spanned(row: TableRow, shown: readonly number[]): TemplateResult[] {
  const texts = row.cells.filter((text) => text !== "");
  return texts.map((text, index) => {
    const span = index === texts.length - 1 ? shown.length - index : 1;
    return html`<td colspan=${span}>${text}</td>`;
  });
}

function organisationView(block: OrganisationBlock, view: DocumentView): TemplateResult {
  return html`<div class="paper-org" role="group" aria-label=${block.alt}>
      ${block.superior ? html`<span>${block.superior}</span><i aria-hidden="true"></i>` : nothing}
      <b>${block.role}</b>
      ${block.subordinates.length > 0 ? html`<i aria-hidden="true"></i>` : nothing}
      <div>${block.subordinates.map((title) => html`<span>${title}</span>`)}</div>
    </div>
    ${block.notes.length > 0 ? factGrid(block.notes, view) : nothing}`;
}
