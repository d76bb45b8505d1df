import { consume } from "@lit/context";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { notify } from "../../components/notice.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { skeleton } from "../../components/skeleton.ts";
import { learnPinyin, mayBePinyin } from "../../components/text-query.ts";
import { changeTemplate, listTemplates } from "../../data/api.ts";
import { familyTree, type Shelf } from "./family-tree.ts";
import "./library-page.css";
import "./new-role-dialog.ts";
import "./role-peek.ts";
import { roleTable } from "./role-table.ts";
import { familiesOf, familyName, rolesOf, type SortKey, startView, type View } from "./shelf.ts";

/** Columns that are read from the newest or largest down. */
const downFirst: ReadonlySet<SortKey> = new Set(["updatedAt", "standards", "problems", "version"]);

/** Where the reader was in the library; coming back finds it so. */
let left: { readonly view: View; readonly selected: string | undefined } | undefined;

/** The role library: families at the left, the roles, and a look into one of them at the right. */
@customElement("rw-library-page")
export class LibraryPage extends LitElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private templates: readonly TemplateSummary[] | undefined;
  @state() private view: View = left?.view ?? startView;
  @state() private selected: string | undefined = left?.selected;
  @state() private failure: unknown;
  @state() private adding = false;

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
    left = { view: this.view, selected: this.selected };
  }

  override render(): TemplateResult {
    const title = t("web.library.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    const all = this.templates?.map((role) => inLanguage(role, language()));
    if (!all) return skeleton(title, 8);
    const shown = rolesOf(all, this.view);
    const peeked = shown.find((role) => role.id === this.selected);
    return html`
      ${this.renderTop(title, all)}
      <div class="lib">
        ${familyTree(all, this.view, this.choose)}
        <main class="sheet lib-sheet ${peeked ? "lib-peeked" : ""}">
          <section class="lib-list" aria-label=${title}>${this.renderFilters(all, shown.length)} ${this.renderRoles(all, shown)}</section>
          ${
            peeked
              ? html`<rw-role-peek
                  .summary=${peeked}
                  .writable=${this.mayWrite}
                  @close=${() => this.select(undefined)}
                  @step=${(event: CustomEvent<number>) => this.step(event.detail)}
                  @archive=${() => void this.archive(peeked)}
                ></rw-role-peek>`
              : nothing
          }
        </main>
      </div>
      ${
        this.adding
          ? html`<rw-new-role-dialog
        .families=${familiesOf(all).map(({ family }) => family)}
        @created=${(event: CustomEvent<TemplateSummary>) => navigate(`/roles/${event.detail.id}`)}
        @dialog-closed=${() => {
          this.adding = false;
        }}
      ></rw-new-role-dialog>`
          : nothing
      }
    `;
  }

  private renderTop(title: string, all: readonly TemplateSummary[]): TemplateResult {
    return html`<header class="top">
      <h1>${title}</h1>
      <span class="t13 ink3 tn lib-total">${t("web.library.count", { count: all.filter((role) => !role.archived).length })}</span>
      <span class="grow"></span>
      <label class="f lib-find">
        ${icon("search", 15)}<span class="said">${t("web.library.search")}</span>
        <input
          type="search"
          placeholder=${t("web.library.search")}
          .value=${this.view.search}
          @input=${(event: InputEvent) => this.find((event.target as HTMLInputElement).value)}
        />
        <span class="kbd" aria-hidden="true">Ctrl K</span>
      </label>
      <span class="grow"></span>
      ${
        this.mayWrite
          ? html`<button class="btn primary" type="button" @click=${this.add}>${icon("plus", 16)}<span class="wide-word">${t("web.library.add")}</span></button>`
          : nothing
      }
    </header>`;
  }

  private renderFilters(all: readonly TemplateSummary[], count: number): TemplateResult {
    const { family, department, only, search } = this.view;
    const narrowed = family !== undefined || only !== "all" || search !== "";
    return html`<div class="lib-filters">
      <select
        class="f lib-family"
        aria-label=${t("web.library.tree.families")}
        @change=${(event: Event) => this.chooseFamily((event.target as HTMLSelectElement).value)}
      >
        <option value="*" ?selected=${family === undefined}>${t("web.library.tree.all")}</option>
        ${familiesOf(all).map((one) => html`<option value=${one.family} ?selected=${one.family === family}>${familyName(one.family)} ${one.count}</option>`)}
      </select>
      ${
        family === undefined
          ? nothing
          : this.renderFilter(department ? `${familyName(family)} · ${department}` : familyName(family), () =>
              this.choose({ only }),
            )
      }
      ${only === "all" ? nothing : this.renderFilter(t(`web.library.tree.${only}`), () => this.choose({ only: "all", ...(family === undefined ? {} : { family }) }))}
      ${narrowed ? html`<span class="t12 ink3 tn" role="status">${t("web.library.found", { count })}</span>` : nothing}
      <span class="grow"></span>
      <span class="t12 ink3 lib-keys">${t("web.library.keys")}</span>
    </div>`;
  }

  private renderFilter(label: string, drop: () => void): TemplateResult {
    return html`<button type="button" class="f lib-set" aria-label=${t("web.library.dropFilter", { label })} @click=${drop}>${label}${icon("x", 13)}</button>`;
  }

  private renderRoles(all: readonly TemplateSummary[], shown: readonly TemplateSummary[]): TemplateResult {
    if (all.length === 0) return this.renderEmpty();
    if (shown.length === 0)
      return emptyState({
        icon: "search",
        title: t("web.library.none.title"),
        action: html`<button class="btn soft" type="button" @click=${this.reset}>${t("web.library.none.reset")}</button>`,
      });
    return html`<div class="lib-table">
      ${roleTable(shown, this.view, this.selected, { sort: this.sort, select: (id) => this.select(id === this.selected ? undefined : id) })}
    </div>`;
  }

  private renderEmpty(): TemplateResult {
    return emptyState({
      icon: "stack",
      title: t("web.library.empty.title"),
      text: t("web.library.empty.text"),
      ...(this.mayWrite
        ? { action: html`<button class="btn soft" type="button" @click=${this.add}>${t("web.library.add")}</button>` }
        : {}),
    });
  }

  private get mayWrite(): boolean {
    return may(this.session, "templates.write");
  }

  private readonly add = (): void => {
    this.adding = true;
  };

  private readonly reset = (): void => {
    this.view = { ...startView, sort: this.view.sort, descending: this.view.descending };
  };

  private readonly sort = (key: SortKey): void => {
    const descending = this.view.sort === key ? !this.view.descending : downFirst.has(key);
    this.show({ sort: key, descending });
  };

  private readonly choose = (shelf: Shelf): void => {
    const { search, sort, descending } = this.view;
    this.view = { search, sort, descending, ...shelf };
  };

  private chooseFamily(family: string): void {
    this.choose(family === "*" ? { only: this.view.only } : { only: this.view.only, family });
  }

  private find(search: string): void {
    this.show({ search });
    if (mayBePinyin(search)) void learnPinyin().then(() => this.requestUpdate());
  }

  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
  }

  private select(id: string | undefined): void {
    this.selected = id;
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
    const shown = rolesOf(
      (this.templates ?? []).map((role) => inLanguage(role, language())),
      this.view,
    );
    const place = shown.findIndex((role) => role.id === this.selected);
    const next = shown[place < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, place + by))];
    if (next) this.select(next.id);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.adding) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      this.querySelector<HTMLInputElement>(".lib-find input")?.focus();
      return;
    }
    const used = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.matches("input, select, textarea, button, a"));
    if (used || event.ctrlKey || event.metaKey || event.altKey) return;
    this.onLetter(event);
  };

  /** J and K walk through the rows, Space opens and closes the look, Enter opens the role. */
  private onLetter(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.step(key === "j" ? 1 : -1);
    else if (key === " ") this.selected === undefined ? this.step(0) : this.select(undefined);
    else if (key === "enter" && this.selected) navigate(`/roles/${this.selected}`);
    else if (key === "escape") this.select(undefined);
    else return;
    event.preventDefault();
  }

  private async archive(role: TemplateSummary): Promise<void> {
    const set = async (archived: boolean) => this.replace(await changeTemplate(role.id, { archived }));
    const say = (error: unknown) => notify(failureText(error), "error");
    try {
      await set(!role.archived);
      notify(t(role.archived ? "web.library.restored" : "web.library.archived", { title: role.title }), "done", {
        label: t("web.shell.undo"),
        run: () => void set(role.archived).catch(say),
      });
    } catch (error) {
      say(error);
    }
  }

  private replace(changed: TemplateSummary): void {
    this.templates = this.templates?.map((one) => (one.id === changed.id ? changed : one));
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.templates = await listTemplates();
      if (left?.selected) void this.updateComplete.then(() => this.focusRow(left?.selected));
      // Wide screens have room for a look into the first role; on others it would cover the table.
      if (matchMedia("(min-width: 1200px)").matches) this.selected ??= rolesOf(this.templates, this.view)[0]?.id;
    } catch (error) {
      this.failure = error;
    }
  }
}
