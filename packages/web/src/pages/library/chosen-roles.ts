import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { navigate } from "../../app/router.ts";
import { loaded } from "../../data/loaded.ts";
import { type BulkAction, bulkBar, workBar } from "./bulk-bar.ts";
import type { LibraryActions } from "./library-actions.ts";
import { familiesOf } from "./shelf.ts";

/** What the page knows when roles are chosen in it. */
export interface ChoiceRoom {
  /** Roles the page shows: what is chosen and no longer shown is left alone. */
  readonly shown: readonly TemplateSummary[];
  /** Every role, whose families a role can be moved to. */
  readonly all: readonly TemplateSummary[];
  /** Whether the page shows what was put away. */
  readonly archived: boolean;
  readonly writable: boolean;
}

const dialogs: Readonly<Record<"export" | "move", () => Promise<unknown>>> = {
  export: () => import("./export-dialog.ts"),
  move: () => import("./move-dialog.ts"),
};

/** Roles chosen in the library, and what is done to all of them at once: the bar, and the dialogs it opens. */
export class ChosenRoles implements ReactiveController {
  /** Ids, also of roles that are not shown at the moment. */
  chosen: ReadonlySet<string> = new Set();
  /** Which dialog is open. Its code is loaded with it. */
  asking: "export" | "move" | undefined;
  #coming: ChosenRoles["asking"];
  readonly #host: ReactiveControllerHost;
  readonly #actions: LibraryActions;
  readonly #room: () => ChoiceRoom;

  constructor(host: ReactiveControllerHost, actions: LibraryActions, room: () => ChoiceRoom) {
    this.#host = host;
    this.#actions = actions;
    this.#room = room;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Takes roles in or out. */
  readonly mark = (ids: readonly string[], on: boolean): void => {
    const chosen = new Set(this.chosen);
    for (const id of ids) on ? chosen.add(id) : chosen.delete(id);
    this.chosen = chosen;
    this.#host.requestUpdate();
  };

  clear(): void {
    this.mark([...this.chosen], false);
  }

  /** The chosen ones that are shown. */
  get roles(): readonly TemplateSummary[] {
    return this.#room().shown.filter(({ id }) => this.chosen.has(id));
  }

  /** Chooses all that is shown, and asks how to export it. */
  readonly exportShown = (): void => {
    this.mark(
      this.#room().shown.map(({ id }) => id),
      true,
    );
    this.#ask("export");
  };

  readonly run = (action: BulkAction): void => {
    const { roles } = this;
    if (action === "export" || action === "move") this.#ask(action);
    else if (action === "compare") navigate(`/compare/${roles.map(({ id }) => encodeURIComponent(id)).join("/")}`);
    else {
      if (action === "duplicate") void this.#actions.duplicate(roles);
      else void this.#actions.archive(roles, action === "archive");
      this.clear();
    }
  };

  /** The bar over the table; nothing while nothing is chosen or done. */
  bar(): TemplateResult | typeof nothing {
    const { archived, writable } = this.#room();
    const { work } = this.#actions;
    if (work) return workBar(work);
    const count = this.roles.length;
    if (count === 0) return nothing;
    return bulkBar({ count, archived, writable, coming: this.#coming, run: this.run, clear: () => this.clear() });
  }

  /** The dialog of the action that asks something first. */
  dialog(): TemplateResult | typeof nothing {
    if (this.asking === "export")
      return html`<rw-export-dialog .roles=${this.roles} @dialog-closed=${this.#closed}></rw-export-dialog>`;
    if (this.asking === "move")
      return html`<rw-move-dialog
        .families=${familiesOf(this.#room().all).map(({ family }) => family)}
        .count=${this.roles.length}
        @move=${this.#move}
        @dialog-closed=${this.#closed}
      ></rw-move-dialog>`;
    return nothing;
  }

  readonly #move = (event: CustomEvent<string>): void => {
    const { roles } = this;
    this.#closed();
    void this.#actions.move(roles, event.detail);
  };

  readonly #closed = (): void => this.#ask(undefined);

  #ask(asking: ChosenRoles["asking"]): void {
    this.asking = asking;
    this.#host.requestUpdate();
    if (!asking) return;
    // On a slow line the button says that its dialog is on its way.
    this.#coming = asking;
    void loaded(dialogs[asking]).then(() => {
      this.#coming = undefined;
      this.#host.requestUpdate();
    });
  }
}
