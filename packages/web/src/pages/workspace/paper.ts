import type { PrintDocument } from "@rolewright/exporters/document";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { afterFrame } from "../../data/when-idle.ts";
import { documentBlocks } from "./document-view.ts";
import { type Pages, pagesOf, type Unit } from "./page-breaks.ts";
import "./paper-paged.css";

/** A4 at 96 dots per inch, with the margins of the printed page. */
const sheet = { width: 794, height: 1123, top: 83, bottom: 79 };

/**
 * A print document on paper: as a column to read, or `paged` on A4 sheets with the running header and footer, scaled to
 * the pane. Where pages end is found by measuring here, with the print layout's page, margins and sizes: it is what the
 * PDF comes to give or take a line, since the browser's fonts are not those of the typesetter.
 *
 * Events: `pick` (key of an item), `hint` (key under the pointer or undefined).
 */
@customElement("rw-paper")
export class Paper extends LitElement {
  @property({ attribute: false }) document: PrintDocument | undefined;
  @property() lit: string | undefined;
  @property({ type: Boolean }) paged = false;
  @state() private pages: Pages = { breaks: [], rest: 0 };
  /** What stands between pages, by the name of the part that begins the next: the same object while it is the same. */
  private gaps: ReadonlyMap<string, TemplateResult> = new Map();
  private names: readonly string[] = [];
  private readonly resize = new ResizeObserver(() => this.fit());
  private readonly pick = (detail: string) => this.dispatchEvent(new CustomEvent("pick", { detail }));
  private readonly hint = (detail: string | undefined) => this.dispatchEvent(new CustomEvent("hint", { detail }));

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  /** What people have at hand is drawn first: a long document takes a frame of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterFrame();
    super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { document, lit, paged, pick, hint } = this;
    if (!document) return nothing;
    const between = (name: string) => (paged ? this.gaps.get(name) : undefined);
    return html`<article class="paper ${paged ? "paper-paged" : ""}" lang=${document.language}>
      ${paged ? this.header() : reading(document)} ${documentBlocks({ document, lit, paged, pick, hint, between })}
      ${paged ? this.end() : nothing}
    </article>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.paged || !this.document) return;
    if (changed.has("paged")) this.fit();
    if (changed.has("document") || changed.has("paged")) this.measure();
  }

  /** Scales the sheet to the width there is. */
  private fit(): void {
    const width = this.clientWidth - 24;
    if (width > 0) this.style.setProperty("--paper-zoom", String(Math.min(1.25, width / sheet.width)));
  }

  private measure(): void {
    const paper = this.querySelector<HTMLElement>(".paper");
    if (!paper) return;
    const units = unitsOf(paper);
    const pages = pagesOf(
      units.map(({ unit }) => unit),
      sheet.height - sheet.top - sheet.bottom,
    );
    const names = units.map(({ name }) => name);
    if (JSON.stringify([pages, names]) === JSON.stringify([this.pages, this.names])) return;
    this.names = names;
    this.pages = pages;
    this.gaps = new Map(
      pages.breaks.map(({ before, rest }, index) => [names[before] ?? "", this.gap(rest, index + 1)]),
    );
  }

  private get count(): number {
    return this.pages.breaks.length + 1;
  }

  private header(): TemplateResult {
    return html`<div class="paper-top"><b>${this.document?.header.left}</b><span>${this.document?.header.right}</span></div>`;
  }

  private footer(page: number, pages: number): TemplateResult {
    const { name = "", version = "", fingerprint = "", page: line = "" } = this.document?.footer ?? {};
    const parts = [`${name} ${version}`.trim(), fingerprint].filter((part) => part !== "");
    return html`<div class="paper-bottom">
      <span>${parts.join(" · ")}</span><span>${line.replace("{page}", String(page)).replace("{pages}", String(pages))}</span>
    </div>`;
  }

  /** The empty rest of a page with its footer, the gap, and the next page's header. */
  private gap(rest: number, page: number): TemplateResult {
    return html`<div style="height:${rest}px"></div>
      ${this.footer(page, this.count)}<div class="paper-between"></div>
      ${this.header()}`;
  }

  private end(): TemplateResult {
    return html`<div style="height:${this.pages.rest}px"></div>
      ${this.footer(this.count, this.count)}`;
  }
}

function reading({ header, footer }: PrintDocument): TemplateResult {
  return html`<div class="paper-run"><span>${header.left}</span><span>${footer.version}</span></div>`;
}

/** The parts of the paper where they would stand without any break, in unscaled pixels. */
function unitsOf(paper: HTMLElement): { readonly name: string; readonly unit: Unit }[] {
  const zoom = paper.getBoundingClientRect().width / sheet.width || 1;
  let gaps = 0;
  let head = 0;
  return [...paper.querySelectorAll<HTMLElement>(".paper-gap, .paper-again, [data-unit]")].flatMap((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (!element.dataset.unit) {
      gaps += height;
      return [];
    }
    if (element.parentElement?.tagName === "THEAD") head = height / zoom;
    const unit = {
      top: Math.round((top - gaps) / zoom),
      bottom: Math.round((bottom - gaps) / zoom),
      keep: element.dataset.keep !== undefined,
      head: element.parentElement?.tagName === "TBODY" ? Math.round(head) : 0,
    };
    return [{ name: element.dataset.unit, unit }];
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-paper": Paper;
  }
}
