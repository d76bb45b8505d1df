import { consume } from "@lit/context";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Command } from "../../app/commands.ts";
import { failurePage } from "../../app/failure.ts";
import { language, t } from "../../app/language.ts";
import { openOverlay } from "../../app/overlays.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { declineTour, tourIsNew } from "../../app/tour-choice.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { skeleton } from "../../components/skeleton.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../components/text-query.ts";
import { listContents, listTemplates } from "../../data/api.ts";
import { type AlikeRoles, findAlike } from "./alike-roles.ts";
import { ChosenRoles } from "./chosen-roles.ts";
import { dropZone } from "./drop-zone.ts";
import { type Counts, familyTree, type Shelf } from "./family-tree.ts";
import { firstInteraction } from "./first-interaction.ts";
import { LibraryActions } from "./library-actions.ts";
import { libraryFilters } from "./library-filters.ts";
import { onLibraryKey } from "./library-keys.ts";
import { libraryTop } from "./library-top.ts";
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
export class LibraryPage extends LightElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private templates: readonly TemplateSummary[] | undefined;
  @state() private contents: Contents = new Map();
  @state() private view: View = left?.view ?? startView;
  @state() private peeked: string | undefined = left?.peeked;
  @state() private alike: AlikeRoles = new Map();
  @state() private failure: unknown;
  /** Whether the dialog for a new role is open. Its code is loaded with it. */
  @state() private making = false;
  @state() private filtering = false;
  @state() private offering = tourIsNew();
  private readonly actions = new LibraryActions(
    (changed) => this.replace(changed),
    (made) => this.add(made),
    () => this.requestUpdate(),
  );
  private readonly choice = new ChosenRoles(this, this.actions, () => ({
    shown: this.shown,
    all: this.all,
    archived: this.view.only === "archived",
    writable: this.mayWrite,
  }));

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
      ${libraryTop({
        count: countsOf(all, this.alike).all,
        search: this.view.search,
        writable: this.mayWrite,
        find: this.find,
        prepare: () => void this.learnContents(),
        busy: this.making && !customElements.get("rw-new-role-dialog"),
        make: this.make,
      })}
      <div class="lib">
        ${familyTree(all, this.view, countsOf(all, this.alike), this.choose)}
        <main class="sheet lib-sheet ${peeked ? "lib-peeked" : ""}">
          <section class="lib-list" aria-label=${title}>
            ${libraryFilters({ all, view: this.view, count: shown.length, open: this.filtering, change: this.narrow, toggle: this.toggleFilters, reset: this.reset })}
            ${this.renderRoles(all, shown)} ${this.choice.bar()}
          </section>
          ${peeked ? this.renderPeek(peeked) : nothing}
        </main>
      </div>
      ${this.choice.dialog()} ${this.making ? this.renderNewRole(all) : nothing}
    `;
  }

  private renderRoles(all: readonly TemplateSummary[], shown: readonly TemplateSummary[]): TemplateResult {
    // With every role archived, taking conditions away would lead nowhere.
    if (this.view.only !== "archived" && all.every(({ archived }) => archived)) return this.renderEmpty();
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
              chosen: this.choice.chosen,
              hint: this.hint,
              sort: this.sort,
              peek: (id) => this.peek(id === this.peeked ? undefined : id),
              choose: this.choice.mark,
            })
      }
      ${this.mayWrite && this.view.only === "all" ? dropZone() : nothing}
    </div>`;
  }

  /** Why a role is shown, where its row does not say so itself. */
  private readonly hint = (role: TemplateSummary): string | undefined => {
    const found = foundItem(role, textQuery(this.view.search), this.contents);
    if (found) return t("library.foundIn", { kind: t(`library.kind.${found.kind}`), title: found.title });
    return this.view.only === "alike" ? this.likeness(role) : undefined;
  };

  private likeness({ id }: TemplateSummary): string | undefined {
    const [first, ...more] = this.alikeTo(id);
    return first && t("library.alike.to", { title: first.title, more: more.length });
  }

  private alikeTo(id: string): readonly TemplateSummary[] {
    const others = this.alike.get(id)?.others ?? [];
    return this.all.filter((one) => others.includes(one.id));
  }

  private renderEmpty(): TemplateResult {
    if (!this.mayWrite)
      return emptyState({ icon: "stack", title: t("web.library.empty.title"), text: t("web.library.empty.text") });
    return html`<div class="lib-table">
      ${emptyState({
        icon: "stack",
        title: t("web.library.empty.title"),
        text: t("web.library.empty.text"),
        action: html`<button class="btn soft" type="button" @click=${this.make}>${t("web.library.add")}</button>`,
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
    const { roles } = this.choice;
    return [
      ...(this.mayWrite ? [{ label: t("guide.commands.newRole"), icon: "plus", run: this.make } as const] : []),
      ...(roles.length === 2
        ? [{ label: t("guide.commands.compare"), icon: "compare", run: () => this.choice.run("compare") } as const]
        : []),
      { label: t("guide.commands.exportAll"), icon: "download", run: this.choice.exportShown },
      { label: t("guide.commands.resetFilters"), icon: "filter", run: this.reset },
    ];
  }

  private renderPeek(peeked: TemplateSummary): TemplateResult {
    return html`<rw-role-peek
      .summary=${peeked}
      .alike=${this.alikeTo(peeked.id)}
      .writable=${this.mayWrite}
      @close=${() => this.peek(undefined)}
      @step=${(event: CustomEvent<number>) => this.step(event.detail)}
      @archive=${() => void this.actions.archive([peeked], !peeked.archived)}
      @duplicate=${() => void this.actions.duplicate([peeked])}
    ></rw-role-peek>`;
  }

  private renderNewRole(all: readonly TemplateSummary[]): TemplateResult {
    return html`<rw-new-role-dialog
      .families=${familiesOf(all).map(({ family }) => family)}
      .roles=${all.filter((role) => !role.archived)}
      @created=${(event: CustomEvent<TemplateSummary>) => navigate(`/roles/${event.detail.id}`)}
      @dialog-closed=${() => {
        this.making = false;
      }}
    ></rw-new-role-dialog>`;
  }

  private get mayWrite(): boolean {
    return may(this.session, "templates.write");
  }

  /** Every role as the reader sees it. */
  private get all(): readonly TemplateSummary[] {
    return this.templates?.map((role) => inLanguage(role, language())) ?? [];
  }

  private get shown(): readonly TemplateSummary[] {
    return rolesOf(this.all, this.view, this.contents, this.alike);
  }

  private readonly make = (): void => {
    void import("./new-role-dialog.ts").then(() => this.requestUpdate());
    this.making = true;
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

  private readonly toggleFilters = (): void => {
    this.filtering = !this.filtering;
  };

  private readonly narrow = (change: { readonly [name in keyof View]?: View[name] | undefined }): void => {
    const entries = Object.entries({ ...this.view, ...change }).filter(([, value]) => value !== undefined);
    this.view = Object.fromEntries(entries) as unknown as View;
  };

  private readonly find = (search: string): void => {
    this.narrow({ search });
    void this.learnContents();
    if (mayBePinyin(search)) void learnPinyin().then(() => this.requestUpdate());
  };

  /** Duties and standards are searched too, from when they are here. Offline the titles serve. */
  private readonly learnContents = async (again = false): Promise<void> => {
    if (this.contents.size > 0 && !again) return;
    const contents = await listContents().catch(() => []);
    this.contents = new Map(contents.map((one) => [one.id, one]));
    await this.compareAll();
  };

  /** Offline the code that compares may not come: then it stays unsaid which roles are alike. */
  private async compareAll(): Promise<void> {
    const { templates = [], contents } = this;
    if (contents.size === 0) return;
    const alike = await findAlike(templates, contents).catch(() => undefined);
    // Of several comparisons on their way, the last that was begun counts.
    if (alike && templates === this.templates && contents === this.contents) this.alike = alike;
  }

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
    if (this.making || this.choice.asking) return;
    onLibraryKey(event, {
      step: (by) => this.step(by),
      toggle: () => (this.peeked === undefined ? this.step(0) : this.peek(undefined)),
      open: () => this.peeked && navigate(`/roles/${this.peeked}`),
      mark: () => this.peeked && this.choice.mark([this.peeked], !this.choice.chosen.has(this.peeked)),
      leave: () => (this.choice.chosen.size > 0 ? this.choice.clear() : this.peek(undefined)),
      find: () => this.querySelector<HTMLInputElement>(".lib-find input")?.focus(),
    });
  };

  private replace(changed: TemplateSummary): void {
    this.templates = this.templates?.map((one) => (one.id === changed.id ? changed : one));
    void this.compareAll();
  }

  private add(made: TemplateSummary): void {
    this.templates = [made, ...(this.templates ?? [])];
    this.peek(made.id);
    if (this.contents.size > 0) void this.learnContents(true);
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.templates = await listTemplates();
      if (left?.peeked) void this.updateComplete.then(() => this.focusRow(left?.peeked));
      // Wide screens have room for a look into the first role; on others it would cover the table.
      void firstInteraction().then(() => this.learnContents());
      if (matchMedia("(min-width: 1200px)").matches) this.peeked ??= rolesOf(this.templates, this.view)[0]?.id;
    } catch (error) {
      this.failure = error;
    }
  }
}

function countsOf(all: readonly TemplateSummary[], alike: AlikeRoles): Counts {
  const present = all.filter((role) => !role.archived);
  return {
    all: present.length,
    mine: rolesOf(all, { ...startView, only: "mine" }).length,
    approval: rolesOf(all, { ...startView, only: "approval" }).length,
    findings: present.filter(hasFindings).length,
    alike: present.filter(({ id }) => alike.has(id)).length,
    archived: all.length - present.length,
  };
}
