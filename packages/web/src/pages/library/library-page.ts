import { consume } from "@lit/context";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Command } from "../../app/commands.ts";
import { failurePage } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import { openOverlay } from "../../app/overlays.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { declineTour, tourIsNew } from "../../app/tour-choice.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { skeleton } from "../../components/skeleton.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../components/text-query.ts";
import { listContents, listTemplates } from "../../data/api.ts";
import { type BulkAction, bulkBar } from "./bulk-bar.ts";
import { dropZone } from "./drop-zone.ts";
import { type Counts, familyTree, type Shelf } from "./family-tree.ts";
import { LibraryActions } from "./library-actions.ts";
import { libraryFilters } from "./library-filters.ts";
import { onLibraryKey } from "./library-keys.ts";
import "./library-page.css";
import "./role-peek.ts";
import { roleTable } from "./role-table.ts";
import {
  type Contents,
  familiesOf,
  foundItem,
  hasFindings,
  rolesOf,
  type SortKey,
  startView,
  type View,
} from "./shelf.ts";

/** Columns that are read from the newest or largest down. */
const downFirst: ReadonlySet<SortKey> = new Set(["updatedAt", "standards", "version", "acknowledged"]);

/** Where the reader was in the library; coming back finds it so. */
let left: { readonly view: View; readonly peeked: string | undefined } | undefined;

/** The role library: families at the left, the roles, and a look into one of them at the right. */
@customElement("rw-library-page")
export class LibraryPage extends LitElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private templates: readonly TemplateSummary[] | undefined;
  @state() private contents: Contents = new Map();
  @state() private view: View = left?.view ?? startView;
  @state() private peeked: string | undefined = left?.peeked;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private failure: unknown;
  /** Which dialog is open. Its code is loaded with it. */
  @state() private asking: "new" | "export" | "move" | undefined;
  @state() private filtering = false;
  @state() private offering = tourIsNew();
  private readonly actions = new LibraryActions(
    (changed) => this.replace(changed),
    (made) => this.add(made),
  );

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.onKey);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.onKey);
    left = { view: this.view, peeked: this.peeked };
  }

  override render(): TemplateResult {
    const title = t("web.library.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.templates) return skeleton(title, 8);
    const { all, shown } = this;
    const peeked = shown.find((role) => role.id === this.peeked);
    return html`
      ${this.renderTop(title, all)}
      <div class="lib">
        ${familyTree(all, this.view, countsOf(all), this.choose)}
        <main class="sheet lib-sheet ${peeked ? "lib-peeked" : ""}">
          <section class="lib-list" aria-label=${title}>
            ${libraryFilters({ all, view: this.view, count: shown.length, open: this.filtering, change: this.narrow, toggle: this.toggleFilters, reset: this.reset })}
            ${this.renderRoles(all, shown)} ${this.renderBulk(shown)}
          </section>
          ${peeked ? this.renderPeek(peeked) : nothing}
        </main>
      </div>
      ${this.renderDialog(all)}
    `;
  }

  private renderTop(title: string, all: readonly TemplateSummary[]): TemplateResult {
    return html`<header class="top">
      <h1>${title}</h1>
      <span class="t13 ink3 tn lib-total">${t("web.library.count", { count: countsOf(all).all })}</span>
      <span class="grow"></span>
      <label class="f lib-find">
        ${icon("search", 15)}<span class="said">${t("library.search")}</span>
        <input
          type="search"
          placeholder=${t("library.search")}
          .value=${this.view.search}
          @focus=${this.learnContents}
          @input=${(event: InputEvent) => this.find((event.target as HTMLInputElement).value)}
        />
        <span class="kbd" aria-hidden="true">/</span>
      </label>
      <span class="grow"></span>
      ${
        this.mayWrite
          ? html`<a class="btn lib-import" href="/import">${icon("inbox", 16)}<span class="wide-word">${t("library.import")}</span></a>
            <button class="btn primary" type="button" @click=${() => this.ask("new")}>${icon("plus", 16)}<span class="wide-word">${t("web.library.add")}</span></button>`
          : nothing
      }
    </header>`;
  }

  private renderRoles(all: readonly TemplateSummary[], shown: readonly TemplateSummary[]): TemplateResult {
    if (all.length === 0) return this.renderEmpty();
    const query = textQuery(this.view.search);
    const hint = (role: TemplateSummary) => {
      const found = foundItem(role, query, this.contents);
      return found && t("library.foundIn", { kind: t(`library.kind.${found.kind}`), title: found.title });
    };
    return html`<div class="lib-table">
      ${this.offering ? this.renderOffer() : nothing}
      ${
        shown.length === 0
          ? emptyState({
              icon: "search",
              title: t("web.library.none.title"),
              action: html`<button class="btn soft" type="button" @click=${this.reset}>${t("web.library.none.reset")}</button>`,
            })
          : roleTable({
              roles: shown,
              view: this.view,
              peeked: this.peeked,
              chosen: this.chosen,
              hint,
              sort: this.sort,
              peek: (id) => this.peek(id === this.peeked ? undefined : id),
              choose: this.mark,
            })
      }
      ${this.mayWrite && this.view.only === "all" ? dropZone() : nothing}
    </div>`;
  }

  private renderEmpty(): TemplateResult {
    if (!this.mayWrite)
      return emptyState({ icon: "stack", title: t("web.library.empty.title"), text: t("web.library.empty.text") });
    return html`<div class="lib-table">
      ${emptyState({
        icon: "stack",
        title: t("web.library.empty.title"),
        text: t("web.library.empty.text"),
        action: html`<button class="btn soft" type="button" @click=${() => this.ask("new")}>${t("web.library.add")}</button>`,
      })}
      ${dropZone()}
    </div>`;
  }

  private renderOffer(): TemplateResult {
    return html`<p class="lib-offer">
      ${icon("bulb", 18)}<span class="grow">${t("guide.tour.offer")}</span>
      <button class="btn soft sm" type="button" @click=${() => this.answerOffer(true)}>${t("guide.tour.start")}</button>
      <button class="btn quiet sm" type="button" @click=${() => this.answerOffer(false)}>${t("guide.tour.decline")}</button>
    </p>`;
  }

  private answerOffer(taken: boolean): void {
    this.offering = false;
    if (taken) openOverlay("tour");
    else declineTour();
  }

  /** What can be done here, for the command palette. */
  commands(): readonly Command[] {
    const chosen = this.chosenOf(this.shown);
    return [
      ...(this.mayWrite
        ? [{ label: t("guide.commands.newRole"), icon: "plus", run: () => this.ask("new") } as const]
        : []),
      ...(chosen.length === 2
        ? [{ label: t("guide.commands.compare"), icon: "compare", run: () => this.runBulk("compare") } as const]
        : []),
      { label: t("guide.commands.exportAll"), icon: "download", run: this.exportShown },
      { label: t("guide.commands.resetFilters"), icon: "filter", run: this.reset },
    ];
  }

  private readonly exportShown = (): void => {
    this.mark(
      this.shown.map(({ id }) => id),
      true,
    );
    this.ask("export");
  };

  private renderPeek(peeked: TemplateSummary): TemplateResult {
    return html`<rw-role-peek
      .summary=${peeked}
      .writable=${this.mayWrite}
      @close=${() => this.peek(undefined)}
      @step=${(event: CustomEvent<number>) => this.step(event.detail)}
      @archive=${() => void this.actions.archive([peeked], !peeked.archived)}
      @duplicate=${() => void this.actions.duplicate([peeked])}
    ></rw-role-peek>`;
  }

  private renderBulk(shown: readonly TemplateSummary[]): TemplateResult | typeof nothing {
    const count = this.chosenOf(shown).length;
    if (count === 0) return nothing;
    return bulkBar({
      count,
      archived: this.view.only === "archived",
      writable: this.mayWrite,
      run: this.runBulk,
      clear: () => this.mark([...this.chosen], false),
    });
  }

  private renderDialog(all: readonly TemplateSummary[]): TemplateResult | typeof nothing {
    const families = familiesOf(all).map(({ family }) => family);
    const closed = () => this.ask(undefined);
    const roles = this.chosenOf(this.shown);
    if (this.asking === "new")
      return html`<rw-new-role-dialog
        .families=${families}
        .roles=${all.filter((role) => !role.archived)}
        @created=${(event: CustomEvent<TemplateSummary>) => navigate(`/roles/${event.detail.id}`)}
        @dialog-closed=${closed}
      ></rw-new-role-dialog>`;
    if (this.asking === "export")
      return html`<rw-export-dialog .roles=${roles} @dialog-closed=${closed}></rw-export-dialog>`;
    if (this.asking === "move")
      return html`<rw-move-dialog
        .families=${families}
        .count=${roles.length}
        @move=${(event: CustomEvent<string>) => {
          this.ask(undefined);
          void this.actions.move(roles, event.detail);
        }}
        @dialog-closed=${closed}
      ></rw-move-dialog>`;
    return nothing;
  }

  private get mayWrite(): boolean {
    return may(this.session, "templates.write");
  }

  /** Every role as the reader sees it. */
  private get all(): readonly TemplateSummary[] {
    return this.templates?.map((role) => inLanguage(role, language())) ?? [];
  }

  private get shown(): readonly TemplateSummary[] {
    return rolesOf(this.all, this.view, this.contents);
  }

  /** What is chosen and no longer shown is left alone. */
  private chosenOf(shown: readonly TemplateSummary[]): readonly TemplateSummary[] {
    return shown.filter(({ id }) => this.chosen.has(id));
  }

  private ask(asking: LibraryPage["asking"]): void {
    if (asking === "new") void import("./new-role-dialog.ts");
    if (asking === "export") void import("./export-dialog.ts");
    if (asking === "move") void import("./move-dialog.ts");
    this.asking = asking;
  }

  private readonly runBulk = (action: BulkAction): void => {
    const roles = this.chosenOf(this.shown);
    if (action === "export" || action === "move") this.ask(action);
    else if (action === "compare") navigate(`/compare/${roles.map(({ id }) => encodeURIComponent(id)).join("/")}`);
    else if (action === "duplicate") void this.actions.duplicate(roles);
    else void this.actions.archive(roles, action === "archive");
    if (action === "duplicate" || action === "archive" || action === "restore") this.chosen = new Set();
  };

  private readonly reset = (): void => {
    this.view = { ...startView, sort: this.view.sort, descending: this.view.descending };
  };

  private readonly sort = (key: SortKey): void => {
    const descending = this.view.sort === key ? !this.view.descending : downFirst.has(key);
    this.narrow({ sort: key, descending });
  };

  private readonly choose = (shelf: Shelf): void => {
    const { family: _, department: __, ...others } = this.view;
    this.view = { ...others, ...shelf };
  };

  private readonly mark = (ids: readonly string[], on: boolean): void => {
    const chosen = new Set(this.chosen);
    for (const id of ids) on ? chosen.add(id) : chosen.delete(id);
    this.chosen = chosen;
  };

  private readonly toggleFilters = (): void => {
    this.filtering = !this.filtering;
  };

  private readonly narrow = (change: { readonly [name in keyof View]?: View[name] | undefined }): void => {
    const entries = Object.entries({ ...this.view, ...change }).filter(([, value]) => value !== undefined);
    this.view = Object.fromEntries(entries) as unknown as View;
  };

  private find(search: string): void {
    this.narrow({ search });
    void this.learnContents();
    if (mayBePinyin(search)) void learnPinyin().then(() => this.requestUpdate());
  }

  /** Duties and standards are searched too, from when they are here. Offline the titles serve. */
  private readonly learnContents = async (): Promise<void> => {
    if (this.contents.size > 0) return;
    const contents = await listContents().catch(() => []);
    this.contents = new Map(contents.map((one) => [one.id, one]));
  };

  private peek(id: string | undefined): void {
    this.peeked = id;
    if (id)
      void this.updateComplete.then(() =>
        this.querySelector(`[data-role="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" }),
      );
  }

  /** Coming back from a role, the keyboard goes on at its row. */
  private focusRow(id = ""): void {
    const free = document.activeElement === document.body || document.activeElement?.id === "page";
    if (free) this.querySelector<HTMLElement>(`[data-role="${CSS.escape(id)}"] a`)?.focus();
  }

  /** To the next or previous row; from nowhere, to the first. */
  private step(by: number): void {
    const { shown } = this;
    const place = shown.findIndex((role) => role.id === this.peeked);
    const next = shown[place < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, place + by))];
    if (next) this.peek(next.id);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.asking) return;
    onLibraryKey(event, {
      step: (by) => this.step(by),
      toggle: () => (this.peeked === undefined ? this.step(0) : this.peek(undefined)),
      open: () => this.peeked && navigate(`/roles/${this.peeked}`),
      mark: () => this.peeked && this.mark([this.peeked], !this.chosen.has(this.peeked)),
      leave: () => (this.chosen.size > 0 ? this.mark([...this.chosen], false) : this.peek(undefined)),
      find: () => this.querySelector<HTMLInputElement>(".lib-find input")?.focus(),
    });
  };

  private replace(changed: TemplateSummary): void {
    this.templates = this.templates?.map((one) => (one.id === changed.id ? changed : one));
  }

  private add(made: TemplateSummary): void {
    this.templates = [made, ...(this.templates ?? [])];
    this.peek(made.id);
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.templates = await listTemplates();
      if (left?.peeked) void this.updateComplete.then(() => this.focusRow(left?.peeked));
      // Wide screens have room for a look into the first role; on others it would cover the table.
      if (matchMedia("(min-width: 1200px)").matches) this.peeked ??= rolesOf(this.templates, this.view)[0]?.id;
    } catch (error) {
      this.failure = error;
    }
  }
}

function countsOf(all: readonly TemplateSummary[]): Counts {
  const present = all.filter((role) => !role.archived);
  return {
    all: present.length,
    mine: rolesOf(all, { ...startView, only: "mine" }).length,
    approval: rolesOf(all, { ...startView, only: "approval" }).length,
    findings: present.filter(hasFindings).length,
    archived: all.length - present.length,
  };
}
