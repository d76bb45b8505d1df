import type { ImportFileDetail } from "@rolewright/server/protocol";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { t } from "../../app/language.ts";
import { LightElement } from "../../components/light-element.ts";
import type { ImportResult } from "./import-result.ts";
import { type Mark, marksOf, type Piece, piecesOf } from "./source-marks.ts";
import "./source-pane.css";

type Source = NonNullable<ImportFileDetail["source"]>;
type Block = Source["blocks"][number];

/** A stretch of blocks that is shown as one: a paragraph, or all cells of a table. */
type Group =
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "rest"; readonly start: number; readonly end: number }
  | { readonly kind: "table"; readonly cells: readonly Block[] };

/**
 * The source of a document as it was read, every stretch marked by what it was taken for. A press on a mark fires
 * `pick` with the key of its entry, the pointer over it `hint`.
 */
@customElement("rw-source-pane")
export class SourcePane extends LightElement {
  @property({ attribute: false }) source: Source | undefined;
  @property({ attribute: false }) result: ImportResult | undefined;
  /** Key of the entry that is open. */
  @property() picked = "";
  /** Key of the entry under the pointer elsewhere. */
  @property() lit = "";

  override render(): TemplateResult {
    const { source, result } = this;
    if (!source) return html``;
    return html`<div class="src-doc" lang=${result?.source.language ?? nothing} @click=${this.onClick} @pointerover=${this.onOver} @pointerleave=${() => this.fire("hint", "")}>
      ${guard([source, result, document.documentElement.lang], () => renderSource(source, result))}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("picked") && !changed.has("lit") && !changed.has("result")) return;
    for (const mark of this.querySelectorAll<HTMLElement>("mark[data-on], mark[data-lit]")) {
      delete mark.dataset.on;
      delete mark.dataset.lit;
    }
    for (const mark of this.marksAt(this.lit)) mark.dataset.lit = "";
    const on = this.marksAt(this.picked);
    for (const mark of on) mark.dataset.on = "";
    if (changed.has("picked")) scrollTo(on[0]);
  }

  /** The first mark an entry stands on, to draw a line to. */
  markOf(key: string): HTMLElement | undefined {
    return this.marksAt(key)[0];
  }

  /** Scrolls to the first mark at or behind an offset of the source. */
  showOffset(offset: number): void {
    const mark = this.result && marksOf(this.result).find(({ end }) => end > offset);
    const [key] = mark?.keys ?? [];
    if (key) scrollTo(this.markOf(key));
  }

  private marksAt(key: string): HTMLElement[] {
    return key === "" ? [] : [...this.querySelectorAll<HTMLElement>(`mark[data-keys~="${CSS.escape(key)}"]`)];
  }

  private onClick(event: Event): void {
    const key = keyUnder(event);
    if (key) this.fire("pick", key);
  }

  private onOver(event: Event): void {
    this.fire("hint", keyUnder(event) ?? "");
  }

  private fire(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function keyUnder(event: Event): string | undefined {
  const mark = (event.target as Element).closest<HTMLElement>("mark[data-keys]");
  return mark?.dataset.keys?.split(" ")[0];
}

/** Only as far as is needed to see it. */
function scrollTo(mark: HTMLElement | undefined): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

function renderSource(source: Source, result: ImportResult | undefined): TemplateResult[] {
  const marks = result ? marksOf(result) : [];
  let page = 0;
  return groupsOf(source).map((group) => {
    const first = group.kind === "table" ? group.cells[0] : group.kind === "block" ? group.block : undefined;
    const turned = first?.page !== undefined && first.page !== page && page > 0;
    page = first?.page ?? page;
    return html`${turned ? html`<p class="src-page">${t("importing.review.page", { page })}</p>` : nothing}${renderGroup(group, source, marks)}`;
  });
}

/** Blocks in order, tables gathered, and what no block holds between them. */
function groupsOf({ text, blocks }: Source): Group[] {
  const groups: Group[] = [];
  let at = 0;
  const rest = (end: number): void => {
    if (text.slice(at, end).trim() !== "") groups.push({ kind: "rest", start: at, end });
  };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) continue;
    rest(block.span.start);
    const cells = [block];
    if (block.cell)
      for (let next = blocks[index + 1]; next?.cell?.table === block.cell.table; next = blocks[++index + 1])
        cells.push(next);
    groups.push(block.cell ? { kind: "table", cells } : { kind: "block", block });
    at = cells.at(-1)?.span.end ?? block.span.end;
  }
  rest(text.length);
  return groups;
}

function renderGroup(group: Group, source: Source, marks: readonly Mark[]): TemplateResult {
  const words = (start: number, end: number) =>
    piecesOf({ start, end }, marks).map((piece) => renderPiece(piece, source.text));
  if (group.kind === "rest") return html`<p class="src-rest">${words(group.start, group.end)}</p>`;
  if (group.kind === "table") return renderTable(group.cells, words);
  const { kind, span, label } = group.block;
  if (kind === "heading") return html`<p class="src-heading">${words(span.start, span.end)}</p>`;
  return label
    ? html`<p class="src-item"><span class="src-label">${source.text.slice(label.start, label.end)}</span>${words(label.end, span.end)}</p>`
    : html`<p>${words(span.start, span.end)}</p>`;
}

function renderTable(
  cells: readonly Block[],
  words: (start: number, end: number) => readonly TemplateResult[],
): TemplateResult {
  const rows = new Map<number, Map<number, Block[]>>();
  for (const block of cells) {
    if (!block.cell) continue;
    const row = rows.get(block.cell.row) ?? new Map<number, Block[]>();
    row.set(block.cell.column, [...(row.get(block.cell.column) ?? []), block]);
    rows.set(block.cell.row, row);
  }
  const cellOf = (blocks: readonly Block[]) => html`<td
    rowspan=${blocks[0]?.cell?.rowSpan ?? 1}
    colspan=${blocks[0]?.cell?.columnSpan ?? 1}
  >
    ${blocks.map(({ span }) => html`<div>${words(span.start, span.end)}</div>`)}
  </td>`;
  return html`<div class="src-table"><table role="presentation">
    ${[...rows.values()].map((row) => html`<tr>${[...row.values()].map(cellOf)}</tr>`)}
  </table></div>`;
}

function renderPiece({ start, end, mark }: Piece, text: string): TemplateResult {
  const words = text.slice(start, end);
  return mark ? html`<mark data-kind=${mark.kind} data-keys=${mark.keys.join(" ")}>${words}</mark>` : html`${words}`;
}
