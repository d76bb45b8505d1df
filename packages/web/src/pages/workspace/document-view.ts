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
import "./document-view.css";

/** What the paper needs: the document, and which of its parts is traced. */
export interface DocumentView {
  readonly document: PrintDocument;
  /** Key of the lit item. */
  readonly lit: string | undefined;
  readonly pick: (key: string) => void;
  readonly hint: (key: string | undefined) => void;
}

/** The print document as a sheet of paper that follows the text; every item on it leads back to its lines. */
export function documentView(view: DocumentView): TemplateResult {
  const { document } = view;
  return html`<article class="paper" lang=${document.language}>
    <div class="paper-run">
      <span>${document.header.left}</span><span>${document.footer.version}</span>
    </div>
    <h3>${document.title}</h3>
    <p class="paper-sub">${document.subtitle}</p>
    ${document.facts.length > 0 ? factGrid(document.facts, view) : nothing}
    ${document.lead === "" ? nothing : html`<p class="paper-lead">${document.lead}</p>`}
    ${document.blocks.map((block) => blockView(block, view))}
  </article>`;
}

function blockView(block: Block, view: DocumentView): TemplateResult | typeof nothing {
  switch (block.kind) {
    case "heading":
      return headingView(block.level, numbered(block.number, block.text, view.document.language));
    case "paragraph":
      return html`<p class=${block.tone === "note" ? "paper-note" : "paper-text"}>${block.text}</p>`;
    case "facts":
      return factGrid(block.facts, view);
    case "list":
      return listView(block, view);
    case "table":
      return tableView(block, view);
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

/** `三、工作标准`, `3 Work standards`. */
function numbered(number: string, text: string, language: string): string {
  if (number === "") return text;
  return /^\d/.test(number) || !language.startsWith("zh") ? `${number}  ${text}` : `${number}、${text}`;
}

function headingView(level: 1 | 2, text: string): TemplateResult {
  return level === 1 ? html`<h4>${text}</h4>` : html`<h5>${text}</h5>`;
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

function listView(block: ListBlock, view: DocumentView): TemplateResult {
  return html`<ol class="paper-list">
    ${block.items.map((item) => {
      const trace = traced(item.anchor, view);
      return html`<li
        class=${item.anchor ? "paper-traced" : ""}
        data-anchor=${item.anchor ?? nothing}
        ?data-lit=${trace.lit}
        @click=${trace.pick}
        @pointerenter=${trace.enter}
        @pointerleave=${trace.leave}
      >
        <span>${item.number}</span><span>${item.text}${item.note ? html` <small>${item.note}</small>` : nothing}</span>
      </li>`;
    })}
  </ol>`;
}

function tableView(block: TableBlock, view: DocumentView): TemplateResult {
  const columns = shownColumns(block);
  return html`<table>
    <caption class="said">
      ${block.caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((index) => {
          const column = block.columns[index];
          return html`<th class=${column?.align === "end" ? "num" : ""} scope="col">${column?.title}</th>`;
        })}
      </tr>
    </thead>
    <tbody>
      ${block.rows.map((row) => rowView(row, block, view))}
    </tbody>
  </table>`;
}

/** The pane is as wide as a column of the printed page: number, name, first figure and last stay columns. */
function shownColumns({ columns }: TableBlock): readonly number[] {
  const all = [...columns.keys()];
  return all.length <= 4 ? all : [0, 1, 2, all.length - 1];
}

function rowView(row: TableRow, block: TableBlock, view: DocumentView): TemplateResult {
  const trace = traced(row.anchor, view);
  return html`<tr
    class="${row.tone ?? ""} ${row.anchor ? "paper-traced" : ""}"
    data-anchor=${row.anchor ?? nothing}
    ?data-lit=${trace.lit}
    @click=${trace.pick}
    @pointerenter=${trace.enter}
    @pointerleave=${trace.leave}
  >
    ${row.tone === "group" || row.tone === "detail" ? spanned(row, block) : shownColumns(block).map((index) => cell(row, block, index))}
  </tr>`;
}

/** One cell; the second takes in, in small, what has no column of its own here. */
function cell(row: TableRow, block: TableBlock, index: number): TemplateResult {
  const column = block.columns[index];
  const shown = shownColumns(block);
  const folded = index === 1 ? row.cells.filter((text, at) => !shown.includes(at) && text !== "" && text !== "—") : [];
  const classes = `${column?.align === "end" ? "num" : ""} ${column?.width === "auto" && index !== 2 ? "tight" : ""}`;
  return html`<td class=${classes}>
    ${row.cells[index]}${folded.length > 0 ? html`<small>${folded.join(" · ")}</small>` : nothing}
  </td>`;
}

/** In `group` and `detail` rows a text spans the empty cells that follow it. */
function spanned(row: TableRow, block: TableBlock): TemplateResult[] {
  const shown = shownColumns(block);
  const texts = row.cells.map((text, at) => ({ text, at })).filter(({ text }) => text !== "");
  return texts.map(({ text }, index) => {
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
