import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import "./splitter.css";

/** Pixels per press of an arrow key. */
const step = 16;

/**
 * The line between two panes: dragged, or moved with the arrow keys; a double click gives the default back.
 *
 * It sets the custom property `name` (in px) on its parent and remembers it in this browser.
 */
@customElement("rw-splitter")
export class Splitter extends LitElement {
  /** Custom property on the parent, without dashes; also names what is remembered. */
  @property() name = "";
  @property({ type: Number }) size = 0;
  @property({ type: Number }) min = 120;
  @property({ type: Number }) max = 800;
  /** Which way makes the pane larger. */
  @property() grows: "right" | "left" | "up" = "right";
  @property() label = "";
  private now = 0;

  override createRenderRoot(): this {
    return this;
  }

  override firstUpdated(): void {
    this.tabIndex = 0;
    this.setAttribute("role", "separator");
    this.setAttribute("aria-orientation", this.grows === "up" ? "horizontal" : "vertical");
    this.setAttribute("aria-valuemin", String(this.min));
    this.setAttribute("aria-valuemax", String(this.max));
    this.show(Number(localStorage.getItem(this.memory)) || this.size);
    this.addEventListener("pointerdown", this.drag);
    this.addEventListener("keydown", this.press);
    this.addEventListener("dblclick", () => this.keep(this.size));
  }

  override updated(): void {
    this.setAttribute("aria-label", this.label);
  }

  private get memory(): string {
    return `rolewright.split.${this.name}`;
  }

  private readonly drag = (start: PointerEvent): void => {
    start.preventDefault();
    this.setPointerCapture(start.pointerId);
    const before = this.now;
    const move = (event: PointerEvent) => {
      const by = this.grows === "up" ? start.clientY - event.clientY : event.clientX - start.clientX;
      this.keep(before + (this.grows === "left" ? -by : by));
    };
    this.addEventListener("pointermove", move);
    this.addEventListener("lostpointercapture", () => this.removeEventListener("pointermove", move), { once: true });
  };

  private readonly press = (event: KeyboardEvent): void => {
    const keys = {
      right: ["ArrowRight", "ArrowLeft"],
      left: ["ArrowLeft", "ArrowRight"],
      up: ["ArrowUp", "ArrowDown"],
    };
    const [more, less] = keys[this.grows];
    if (event.key !== more && event.key !== less) return;
    event.preventDefault();
    this.keep(this.now + (event.key === more ? step : -step));
  };

  private keep(size: number): void {
    this.show(size);
    localStorage.setItem(this.memory, String(this.now));
  }

  private show(size: number): void {
    this.now = Math.round(Math.min(this.max, Math.max(this.min, size)));
    this.setAttribute("aria-valuenow", String(this.now));
    this.parentElement?.style.setProperty(`--${this.name}`, `${this.now}px`);
  }
}

/** A splitter; `label` is the key of its name in the page's words, the rest are its properties. */
export function splitter(
  name: string,
  size: number,
  min: number,
  max: number,
  grows: Splitter["grows"],
  label: string,
): TemplateResult {
  return html`<rw-splitter name=${name} .size=${size} .min=${min} .max=${max} .grows=${grows} label=${t(label)}></rw-splitter>`;
}
