import type { Diagnostic } from "@rolewright/runtime";
import type { ReviewAction, RevisionSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { acknowledge, withdrawReview } from "../../data/together.ts";
import type { HistoryDialog, Restoration } from "./history-dialog.ts";
import "./history-dialog.ts";
import { type OpenRole, RoleFollower } from "./open-role.ts";
import type { PublishDialog } from "./publish-dialog.ts";
import "./publish-dialog.ts";
import type { ReviewDialog } from "./together/review-dialog.ts";
import "./together/review-dialog.ts";

/** The dialogs over an open role, and what comes of them. Event: `show-problem` (`Diagnostic`). */
@customElement("rw-role-dialogs")
export class RoleDialogs extends LightElement {
  @property({ attribute: false }) openRole!: OpenRole;
  /** Id of the reader. */
  @property() reader = "";
  @query("rw-review-dialog") private reviewDialog!: ReviewDialog;
  @query("rw-publish-dialog") private publishDialog!: PublishDialog;
  @query("rw-history-dialog") private historyDialog!: HistoryDialog;

  constructor() {
    super();
    new RoleFollower(this, () => this.openRole);
  }

  /** Asks before the present text, or the approved one, becomes a version. */
  async publish(approved = false): Promise<void> {
    await this.openRole.live?.settled();
    this.publishDialog.open(approved);
  }

  /** Does the next step on the way to a version, or asks before it. */
  async step(action: ReviewAction): Promise<void> {
    const { talk } = this.openRole;
    if (action === "submit" || action === "approve" || action === "request-changes") this.reviewDialog.open(action);
    else if (action === "publish") await this.publish();
    else if (action === "publish-approved") await this.publish(true);
    else if (action === "withdraw") {
      talk.review = await withdrawReview(talk.template).catch((failure) => {
        notify(failureText(failure), "error");
        return talk.review;
      });
      this.openRole.said();
    }
  }

  /** Says that the reader has read a version of the role they hold. */
  async acknowledge(version: number): Promise<void> {
    const { talk } = this.openRole;
    try {
      talk.acknowledgements = await acknowledge(talk.template, { version });
      notify(t("together.acknowledge.done", { version }));
    } catch (failure) {
      notify(failureText(failure), "error");
    }
    this.openRole.said();
  }

  /** Lists the revisions. */
  history(): void {
    void this.historyDialog.open();
  }

  /** Lists the revisions, at the field that keeps the present text under a name where that may be done. */
  keepRevision(): void {
    void this.historyDialog.open(!this.openRole.locked);
  }

  override render(): TemplateResult {
    const { summary, diagnostics, live, locked, source } = this.openRole;
    const id = summary?.id ?? "";
    return html`
      <rw-publish-dialog
        template=${id}
        .next=${(summary?.version ?? 0) + 1}
        .diagnostics=${diagnostics}
        ?saved=${live?.save.kind === "saved"}
        @published=${this.onPublished}
        @show-problem=${({ detail }: CustomEvent<Diagnostic>) => this.dispatchEvent(new CustomEvent("show-problem", { detail }))}
      ></rw-publish-dialog>
      <rw-review-dialog .openRole=${this.openRole} reader=${this.reader}></rw-review-dialog>
      <rw-history-dialog template=${id} .colleagues=${this.openRole.talk.colleagues} ?writable=${!locked} .text=${source} @restore=${this.onRestore}></rw-history-dialog>
    `;
  }

  private onPublished({ detail: { version } }: CustomEvent<RevisionSummary>): void {
    if (!this.publishDialog.approved) this.openRole.published(version);
    void this.openRole.talk.readReview();
    notify(t("web.workspace.publish.done", { version }));
  }

  /** One step that only takes back itself. */
  private onRestore({ detail: { text, name } }: CustomEvent<Restoration>): void {
    if (!this.openRole.restore(text)) return;
    const undo = { label: t("web.workspace.undo"), run: this.openRole.undo };
    notify(t("web.workspace.history.restored", { name }), "done", undo);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-role-dialogs": RoleDialogs;
  }
}
