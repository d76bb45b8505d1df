import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PreviewTab } from "./preview.ts";
import { keepView, keptView, type View } from "./workspace-view.ts";

/** On a phone one pane is seen at a time, and the code is there to read. */
const phone = matchMedia("(max-width: 719px)");

/** Wide enough for designer and code beside the preview, and for the findings under them. */
const wide = matchMedia("(min-width: 1200px)");

/** What is seen on a phone, one at a time. */
export const panes = ["design", "preview", "problems"] as const;
export type Pane = (typeof panes)[number];

/** What of a role is in sight. */
interface Sight {
  readonly view: View;
  /** Whether the code was ever in sight: before that it is not loaded. */
  readonly codeSeen: boolean;
  readonly tab: PreviewTab;
  /** On a phone: the one pane that is seen. */
  readonly pane: Pane;
  /** Id of what stands in the preview's place. */
  readonly panel: string | undefined;
  /** Whether the outline lies over the rest, where it has no place of its own. */
  readonly drawer: boolean;
  readonly problemsOpen: boolean;
}

/** Which panes of the workspace are in sight, and how that changes. The host is drawn anew with every change. */
export class WorkspaceLayout implements ReactiveController {
  #sight: Sight = startSight();
  readonly #redraw = (): void => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    phone.addEventListener("change", this.#redraw);
  }

  hostDisconnected(): void {
    phone.removeEventListener("change", this.#redraw);
  }

  get sight(): Sight {
    return this.#sight;
  }

  get phone(): boolean {
    return phone.matches;
  }

  /** Remembered for the next time. */
  show(view: View): void {
    this.#turn(view);
    keepView(view);
  }

  turnTo(tab: PreviewTab): void {
    this.#change({ tab });
  }

  /** Counts on a phone only: elsewhere all are seen. There a panel makes room for the preview in whose place it stands. */
  see(pane: Pane): void {
    this.#change(this.phone && pane === "preview" ? { pane, panel: undefined } : { pane });
  }

  /** Brings the code in sight for this once, beside the designer where there is room for both. */
  seeCode(): void {
    if (this.phone) this.see("design");
    if (this.phone || this.#sight.view === "design") this.#turn(wide.matches ? "both" : "code");
  }

  openPanel(panel: string): void {
    this.#change(this.phone ? { panel, pane: "preview" } : { panel });
  }

  readonly closePanel = (): void => this.#change({ panel: undefined });

  /** A panel that is open but out of sight, behind another pane of a phone, is shown rather than closed. */
  readonly togglePanel = (id: string): void => {
    const { panel, pane } = this.#sight;
    if (panel === id && (!this.phone || pane === "preview")) this.closePanel();
    else this.openPanel(id);
  };

  setDrawer(drawer: boolean): void {
    this.#change({ drawer });
  }

  readonly toggleDrawer = (): void => this.setDrawer(!this.#sight.drawer);

  /** A press outside of the drawer closes it. */
  readonly leaveDrawer = (event: PointerEvent): void => {
    if (this.#sight.drawer && !(event.target as Element).closest(".ws-outline")) this.setDrawer(false);
  };

  readonly foldProblems = (): void => this.#change({ problemsOpen: !this.#sight.problemsOpen });

  #turn(view: View): void {
    this.#change({ view, codeSeen: this.#sight.codeSeen || view !== "design" });
  }

  #change(change: Partial<Sight>): void {
    this.#sight = { ...this.#sight, ...change };
    this.#redraw();
  }
}

function startSight(): Sight {
  const view = keptView();
  return {
    view,
    codeSeen: view !== "design",
    tab: "document",
    pane: "design",
    panel: undefined,
    drawer: false,
    problemsOpen: wide.matches,
  };
}
