import { consume } from "@lit/context";
import { setSupport } from "@rolewright/runtime";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { sessionContext } from "../../app/session.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { readTemplate } from "../../data/api.ts";
import { LiveRole } from "../workspace/live-role.ts";
import { traceMatrix } from "./trace-matrix.ts";

/** A role's duties against its standards, on its live text: a link that is made is a minimal edit like any other. */
@customElement("rw-traceability-page")
export class TraceabilityPage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private summary: TemplateSummary | undefined;
  @state() private live: LiveRole | undefined;
  @state() private failure: unknown;
  private shown = "";
  private readonly redraw = () => this.requestUpdate();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.live?.close();
    this.live = undefined;
    this.shown = "";
  }

  protected override willUpdate(): void {
    const id = this.params.id ?? "";
    if (id === this.shown || !this.isConnected || !this.session) return;
    this.shown = id;
    void this.load(id, this.session);
  }

  override render(): TemplateResult {
    const title = t("traceability.title");
    if (this.failure) return failurePage(title, this.failure, this.again);
    const { live, summary } = this;
    const role = live?.role;
    if (!summary || !live || !role) return skeleton(title, 8);
    return html`
      <header class="top">
        <nav class="crumb" aria-label=${t("web.workspace.crumbs")}>
          <a href="/">${t("web.library.title")}</a>${icon("right", 12)}<a href="/roles/${summary.id}">${role.title}</a>${icon("right", 12)}
        </nav>
        <h1>${title}</h1>
        <span class="grow"></span>
        <a class="btn" href="/roles/${summary.id}">${t("traceability.open")}</a>
      </header>
      <main class="sheet">
        ${traceMatrix({
          role,
          writable: !live.readonly && live.current,
          pick: (key) => navigate(`/roles/${summary.id}#${encodeURIComponent(key)}`),
          link: (standard, duty, linked) => this.link(live, standard, duty, linked),
        })}
      </main>
    `;
  }

  private link(live: LiveRole, standard: string, duty: string, linked: boolean): void {
    const items = live.written?.sections.flatMap((section) => section.items) ?? [];
    const item = items.find(({ key }) => key === standard);
    if (!item) return;
    const refused = live.change((text) => setSupport(text, item, duty, linked));
    if (refused) notify(t(`diagnostics.${refused.code}`, refused.params), "error");
    else this.tell(live, standard, duty, linked);
  }

  private tell(live: LiveRole, standard: string, duty: string, linked: boolean): void {
    const shown = live.role?.sections.flatMap((section) => section.items) ?? [];
    const title = (key: string) => shown.find((one) => one.key === key)?.title ?? key;
    notify(
      t(linked ? "traceability.linked" : "traceability.unlinked", { standard: title(standard), duty: title(duty) }),
      "done",
      {
        label: t("web.shell.undo"),
        run: () => live.shared?.history.undo(),
      },
    );
  }

  private readonly again = (): void => {
    if (this.session) void this.load(this.shown, this.session);
  };

  private async load(id: string, { member, workspace }: Session): Promise<void> {
    this.failure = undefined;
    try {
      const { summary } = await readTemplate(id);
      if (id !== this.shown) return;
      this.summary = summary;
      this.live?.close();
      this.live = new LiveRole(id, { workspaceId: workspace.id, memberId: member.id });
      this.live.addEventListener("change", this.redraw);
    } catch (error) {
      this.failure = error;
    }
  }
}
