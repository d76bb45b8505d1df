import { consume } from "@lit/context";
import type { ImportBatch, Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { skeleton } from "../../components/skeleton.ts";
import { takeFilesToImport } from "../../data/files-to-import.ts";
import { listImports } from "../../data/imports.ts";
import type { ImportIntake } from "./import-intake.ts";
import "./import-intake.ts";
import "./imports-page.css";
import { stateCells, stateLegend } from "./state-cells.ts";

/** Where old job descriptions come in, and the batches that came in before. */
@customElement("rw-imports-page")
export class ImportsPage extends LightElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private batches: readonly ImportBatch[] | undefined;
  @state() private failure: unknown;
  @query("rw-import-intake") private intake: ImportIntake | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("importing.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.batches) return skeleton(title, 4);
    const { batches } = this;
    return html`
      <header class="top">
        <h1>${title}</h1>
        <span class="t13 ink3">${t("importing.count", { count: batches.length })}</span>
      </header>
      <main class="sheet imps">
        <p class="imps-lead">${t("importing.lead")}</p>
        ${
          may(this.session, "imports.write")
            ? html`<rw-import-intake @taken=${(event: CustomEvent<string>) => navigate(`/import/${event.detail}`)}></rw-import-intake>`
            : nothing
        }
        <h2>${t("importing.batches.title")}</h2>
        ${
          batches.length === 0
            ? emptyState({
                icon: "inbox",
                title: t("importing.batches.empty.title"),
                text: t("importing.batches.empty.text"),
              })
            : html`<ul class="imps-list">${batches.map(renderBatch)}</ul>`
        }
      </main>
    `;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.batches = await listImports();
    } catch (error) {
      this.failure = error;
      return;
    }
    await this.updateComplete;
    const files = takeFilesToImport();
    if (files.length > 0) void this.intake?.take(files.map((file) => ({ name: file.name, file })));
  }
}

function renderBatch(batch: ImportBatch): TemplateResult {
  const count = Object.values(batch.counts).reduce((sum, one) => sum + one, 0);
  return html`<li>
    <a class="imps-batch" href="/import/${batch.id}">
      <span class="imps-name">${icon("inbox", 18)}<b class="ell">${batch.name}</b></span>
      <span class="ink3 t13">${t("importing.batches.progress", { count })}</span>
      ${stateCells(batch.counts)} ${stateLegend(batch.counts)}
      <time class="ink3 t12" datetime=${batch.createdAt} title=${exactTime(batch.createdAt)}>${ago(batch.createdAt)}</time>
    </a>
  </li>`;
}
