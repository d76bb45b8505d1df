import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { icon } from "../components/icon.ts";
import { LightElement } from "../components/light-element.ts";
import { listTemplates } from "../data/api.ts";
import { t } from "./language.ts";
import { navigate } from "./router.ts";
import "./tour.css";
import { beginTour } from "./tour-choice.ts";

/** A step: the page it is on, and what it points at there, first found. Words stand under `guide.tour.steps.<name>`. */
interface Step {
  readonly name: string;
  readonly path: string;
  readonly at: readonly string[];
}

/** The shipped role that the tour is made on, while it is there. */
const sample = "property-customer-service-supervisor";

/** Without any role, what is told of a role is left out. */
function stepsOn(role: string | undefined): readonly Step[] {
  const path = `/roles/${role}`;
  const onRole: readonly Step[] = [
    { name: "role", path, at: ["rw-designer", ".ws-mid", ".ws-bottom"] },
    { name: "preview", path, at: ["rw-preview", ".ws-bottom"] },
    { name: "publish", path, at: [".ws-actions", ".ws-bottom"] },
  ];
  return [
    { name: "library", path: "/", at: [".roles", ".lib-list"] },
    ...(role === undefined ? [] : onRole),
    { name: "scorecards", path: "/scorecards", at: ["main"] },
  ];
}

/** The sample, else the newest role there is; offline the sample, whose page says what is wrong. */
async function roleToShow(): Promise<string | undefined> {
  const roles = (await listTemplates().catch(() => undefined))?.filter(({ archived }) => !archived);
  if (!roles || roles.some(({ id }) => id === sample)) return sample;
  return roles[0]?.id;
}

/**
 * A short way through the page on a shipped role. It stands beside the work and locks nothing: the reader may do what it
 * tells of, leave it at any moment (Escape too), and take it again.
 */
@customElement("rw-tour")
export class Tour extends LightElement {
  @state() private step = -1;
  private steps: readonly Step[] = [];
  private frame: ReturnType<typeof setInterval> | undefined;
  @state() private place: DOMRect | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  /** Begins at the first step. */
  async start(): Promise<void> {
    beginTour();
    this.steps = stepsOn(await roleToShow());
    this.go(0);
    window.addEventListener("keydown", this.onKey);
    // What is pointed at may still be loading, and moves when the window does.
    this.frame ??= setInterval(this.locate, 250);
  }

  override render(): TemplateResult | typeof nothing {
    const { steps } = this;
    const step = steps[this.step];
    if (!step) return nothing;
    const last = this.step === steps.length - 1;
    const { place } = this;
    return html`
      ${place ? html`<div class="tour-ring" style="left:${place.x - 4}px;top:${place.y - 4}px;width:${place.width + 8}px;height:${place.height + 8}px"></div>` : nothing}
      <aside class="tour" data-side=${place && place.x > innerWidth / 2 ? "left" : "right"} role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text">
        <header>
          <span class="t12 ink3 tn">${t("guide.tour.at", { step: this.step + 1, of: steps.length })}</span><span class="grow"></span>
          <button class="ib sm" type="button" aria-label=${t("guide.tour.leave")} title="${t("guide.tour.leave")} · Esc" @click=${this.leave}>${icon("x", 16)}</button>
        </header>
        <h2 id="tour-title" tabindex="-1">${t(`guide.tour.steps.${step.name}.title`)}</h2>
        <p id="tour-text">${t(`guide.tour.steps.${step.name}.text`)}</p>
        <footer>
          <button class="btn quiet" type="button" @click=${this.leave}>${t("guide.tour.leave")}</button>
          <span class="grow"></span>
          ${this.step > 0 ? html`<button class="btn" type="button" @click=${() => this.go(this.step - 1)}>${t("guide.tour.back")}</button>` : nothing}
          <button class="btn soft" type="button" @click=${() => (last ? this.leave() : this.go(this.step + 1))}>${t(last ? "guide.tour.done" : "guide.tour.next")}</button>
        </footer>
      </aside>
    `;
  }

  private go(to: number): void {
    this.step = to;
    this.place = undefined;
    const path = this.steps[to]?.path ?? "/";
    if (location.pathname !== path) navigate(path);
    this.locate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#tour-title")?.focus());
  }

  private readonly locate = (): void => {
    const { at = [] } = this.steps[this.step] ?? {};
    const found = at
      .flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
      .find((one) => one.checkVisibility());
    const place = found && inSight(found.getBoundingClientRect());
    const same =
      place &&
      this.place &&
      ["x", "y", "width", "height"].every((side) => place[side as "x"] === this.place?.[side as "x"]);
    if (!same) this.place = place;
  };

  private readonly leave = (): void => {
    this.step = -1;
    clearInterval(this.frame);
    this.frame = undefined;
    window.removeEventListener("keydown", this.onKey);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) this.leave();
  };
}

/** The part of a place that the window shows, with room for the ring around it. */
function inSight({ left, top, right, bottom }: DOMRect): DOMRect {
  const room = 6;
  const [x, y] = [Math.max(left, room), Math.max(top, room)];
  return new DOMRect(x, y, Math.min(right, innerWidth - room) - x, Math.min(bottom, innerHeight - room) - y);
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-tour": Tour;
  }
}
