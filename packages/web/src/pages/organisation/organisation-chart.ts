import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { box, type ChartLayout, chartLayout, subordinatesOf } from "./chart-layout.ts";
import { type ChartView, chartView } from "./chart-view.ts";
import { begun, fitted, pinchOf, type View, zoomed } from "./pan-zoom.ts";

/** What the chart shows, and what its page does with it. */
export type ShownChart = Omit<ChartView, "layout" | "transform">;

const step = 1.25;
/** How far the arrow keys move the chart with Shift. */
const nudge = 80;
/** A press that moves less is a click. */
const still = 4;

/**
 * The chart in its room: drag to move it, wheel, two fingers, keys and buttons to zoom. Arrow keys walk along the
 * lines, Enter opens a role, Space folds what is below it.
 */
@customElement("rw-organisation-chart")
export class OrganisationChart extends LightElement {
  @property({ attribute: false }) view: ShownChart | undefined;
  @state() private place: View = { x: 0, y: 0, scale: 1 };
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private dragged = 0;
  private placed = false;
  private readonly resized = new ResizeObserver(() => this.placed || this.begin());

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    this.addEventListener("wheel", this.onWheel, { passive: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.removeEventListener("wheel", this.onWheel);
  }

  private begin(): void {
    const { layout } = this;
    const room = this.getBoundingClientRect();
    if (!layout || room.width === 0) return;
    this.place = begun({ room, drawing: layout });
    this.placed = true;
  }

  /** Shows the whole chart. */
  fit(): void {
    const { layout } = this;
    const room = this.getBoundingClientRect();
    if (!layout || room.width === 0) return;
    this.place = fitted({ room, drawing: layout });
    this.placed = true;
  }

  /** Brings a node into sight and puts the keyboard there, unless a field has it. */
  show(id: string): void {
    const node = this.layout?.nodes.find((one) => one.id === id);
    if (!node) return;
    const room = this.getBoundingClientRect();
    const { x, y, scale } = this.place;
    const [left, top] = [node.x * scale + x, node.y * scale + y];
    const margin = (box.width / 2) * scale + 16;
    const inside =
      left > margin && left < room.width - margin && top > 16 && top < room.height - box.height * scale - 16;
    if (!inside) this.place = { scale, x: room.width / 2 - node.x * scale, y: room.height / 3 - node.y * scale };
    if (!(document.activeElement instanceof HTMLInputElement))
      void this.updateComplete.then(() =>
        this.querySelector<SVGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
      );
  }

  private get layout(): ChartLayout | undefined {
    return this.view && chartLayout(this.view.chart, this.view.folded);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, layout } = this;
    if (!view || !layout) return nothing;
    const { x, y, scale } = this.place;
    const transform = `translate(${x} ${y}) scale(${scale})`;
    return html`<div
        class="org-canvas"
        style="--org-x:${x}px;--org-y:${y}px"
        @pointerdown=${this.onDown}
        @pointermove=${this.onMove}
        @pointerup=${this.onUp}
        @pointercancel=${this.onUp}
        @keydown=${this.onKey}
      >
        ${chartView({ ...view, layout, transform, pick: (id) => this.dragged < still && view.pick(id) })}
      </div>
      <div class="org-zoom" role="group" aria-label=${t("organisation.zoom.label")}>
        ${this.button("plus", "in", () => this.zoom(step))}
        <button class="tn" type="button" title=${t("organisation.zoom.fit")} aria-label="${t("organisation.zoom.fit")} ${Math.round(scale * 100)} %" @click=${() => this.fit()}>${Math.round(scale * 100)} %</button>
        ${this.button("minus", "out", () => this.zoom(1 / step))}
      </div>`;
  }

  private button(mark: "plus" | "minus", word: "in" | "out", run: () => void): TemplateResult {
    const label = t(`organisation.zoom.${word}`);
    return html`<button type="button" aria-label=${label} title=${label} @click=${run}>${icon(mark, 16)}</button>`;
  }

  private zoom(factor: number): void {
    const { width, height } = this.getBoundingClientRect();
    this.place = zoomed(this.place, factor, { x: width / 2, y: height / 2 });
  }

  private readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const room = this.getBoundingClientRect();
    const point = { x: event.clientX - room.x, y: event.clientY - room.y };
    this.place = zoomed(this.place, Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), point);
  };

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.dragged = 0;
  };

  private readonly onMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const pinched = pinchOf([...this.pointers.values()]);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [x, y] = [event.clientX - before.x, event.clientY - before.y];
    this.dragged += Math.hypot(x, y);
    const now = pinchOf([...this.pointers.values()]);
    if (pinched && now) this.pinch(pinched, now);
    else this.place = { ...this.place, x: this.place.x + x, y: this.place.y + y };
  };

  private pinch(before: NonNullable<ReturnType<typeof pinchOf>>, now: NonNullable<ReturnType<typeof pinchOf>>): void {
    const room = this.getBoundingClientRect();
    const point = { x: now.x - room.x, y: now.y - room.y };
    const moved = { ...this.place, x: this.place.x + now.x - before.x, y: this.place.y + now.y - before.y };
    this.place = zoomed(moved, now.apart / Math.max(1, before.apart), point);
  }

  private readonly onUp = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = event.shiftKey && event.key.startsWith("Arrow") ? this.moveBy(event.key) : this.actionOf(event.key);
    if (!run) return;
    event.preventDefault();
    run();
  };

  private moveBy(key: string): () => void {
    const [x, y] = { ArrowLeft: [nudge, 0], ArrowRight: [-nudge, 0], ArrowUp: [0, nudge] }[key] ?? [0, -nudge];
    return () => {
      this.place = { ...this.place, x: this.place.x + (x ?? 0), y: this.place.y + (y ?? 0) };
    };
  }

  private actionOf(key: string): (() => void) | undefined {
    const { view } = this;
    const at = view?.at;
    const zooms: Record<string, () => void> = {
      "+": () => this.zoom(step),
      "=": () => this.zoom(step),
      "-": () => this.zoom(1 / step),
      "0": () => this.fit(),
    };
    if (zooms[key] || !view || at === undefined) return zooms[key];
    if (key === "Enter") return () => view.open(at);
    if (key === " ") return () => view.fold(at);
    const next = neighbour(view, at, key);
    return next === undefined ? undefined : () => view.pick(next);
  }
}

/** Along the lines: up to the superior, down to the first subordinate, sideways among those of the same superior. */
function neighbour({ chart, folded }: ShownChart, at: string, key: string): string | undefined {
  const superior = chart.tops.includes(at) ? null : (chart.nodes.get(at)?.superior ?? null);
  const beside = superior === null ? chart.tops : subordinatesOf(chart, superior);
  switch (key) {
    case "ArrowUp":
      return superior ?? undefined;
    case "ArrowDown":
      return folded.has(at) ? undefined : subordinatesOf(chart, at)[0];
    case "ArrowLeft":
      return beside[beside.indexOf(at) - 1];
    case "ArrowRight":
      return beside[beside.indexOf(at) + 1];
    case "Home":
      return chart.tops[0];
    default:
      return undefined;
  }
}
