import type { Colleague } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../../app/failure.ts";
import { t } from "../../../app/language.ts";
import { avatar } from "../../../components/avatar.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { notify } from "../../../components/notice.ts";
import { decideReview, submitReview, withdrawReview } from "../../../data/together.ts";
import "../dialogs.css";
import { type OpenRole, RoleFollower } from "../open-role.ts";
import { type Outlook, outlookView, readOutlook } from "../publish-outlook.ts";
import "./review.css";

/** What is asked before it is done. */
export type ReviewQuestion = "submit" | "approve" | "request-changes";

/**
 * Asks whom to ask for approval, or for the decision: what is new in the text stands beside it, and a decision is about
 * exactly the text that was shown.
 */
@customElement("rw-review-dialog")
export class ReviewDialog extends LightElement {
  @property({ attribute: false }) openRole!: OpenRole;
  /** Id of the reader, who is not asked. */
  @property() reader = "";
  @state() private question: ReviewQuestion = "submit";
  @state() private outlook: Outlook | undefined;
  @state() private busy = false;
  @state() private failure: unknown;
  @query("dialog") private dialog!: HTMLDialogElement;
  /** The text that was shown: what is approved. */
  private shown = "";

  constructor() {
    super();
    new RoleFollower(this, () => this.openRole);
  }

  open(question: ReviewQuestion): void {
    this.question = question;
    this.failure = undefined;
    this.outlook = undefined;
    this.shown = this.openRole.live?.shared?.text.toString() ?? "";
    this.dialog.showModal();
    void this.look();
  }

  override render(): TemplateResult {
    const { question } = this;
    const effect = t(`together.review.effect.${question}`);
    return html`<dialog class="dg dg-publish" aria-labelledby="review-title">
      <form method="dialog" @submit=${this.send}>
        <header class="dg-head"><h2 id="review-title">${t(`together.review.title.${question}`)}</h2></header>
        <div class="dg-body">
          <p>${effect}</p>
          ${question === "submit" ? this.renderPeople() : this.renderSubmission()} ${this.renderOutlook()}
          <label class="dg-field"
            ><span class="lbl">${t(`together.review.note.${question}`)}</span>
            <textarea class="rv-field" name="note" rows="3" maxlength="2000" ?required=${question === "request-changes"}></textarea
          ></label>
          ${this.unsaved ? html`<p class="strip warn" role="status">${icon("cloud", 16)}${t("web.workspace.publish.unsaved")}</p>` : nothing}
          ${this.failure ? html`<p class="strip" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>` : nothing}
        </div>
        <footer class="dg-foot">
          <button class="btn" type="button" @click=${() => this.dialog.close()}>${t("web.workspace.cancel")}</button>
          <button class="btn primary" type="submit" aria-disabled=${this.busy || this.unsaved ? "true" : nothing} aria-busy=${this.busy ? "true" : nothing}>${t(`together.review.confirm.${question}`)}</button>
        </footer>
      </form>
    </dialog>`;
  }

  private get unsaved(): boolean {
    return this.openRole.live?.save.kind !== "saved";
  }

  private renderPeople(): TemplateResult {
    const able = this.openRole.talk.colleagues.filter(({ id, mayApprove }) => mayApprove && id !== this.reader);
    return html`<fieldset class="rv-people">
      <legend class="lbl">${t("together.review.reviewers")}</legend>
      ${able.map((person) => this.renderPerson(person))}
      <p class="t12 ink3">${t("together.review.reviewersHelp")}</p>
    </fieldset>`;
  }

  private renderPerson({ id, name, color }: Colleague): TemplateResult {
    return html`<label><input type="checkbox" name="reviewer" value=${id} />${avatar(name, color, "s")}<span>${name}</span></label>`;
  }

  private renderSubmission(): TemplateResult | typeof nothing {
    const review = this.openRole.talk.review?.review;
    if (!review) return nothing;
    const { name, color } = review.submittedBy;
    return html`<div class="rv-from">${avatar(name, color, "s")}<p><b>${name}</b> ${review.note || t("together.review.noNote")}</p></div>`;
  }

  private renderOutlook(): TemplateResult | typeof nothing {
    if (this.question === "submit") return nothing;
    const next = (this.openRole.summary?.version ?? 0) + 1;
    return this.outlook ? outlookView(this.outlook, next) : html`<span class="bone" style="width:70%"></span>`;
  }

  private async look(): Promise<void> {
    if (this.question === "submit") return;
    this.outlook = await readOutlook(this.openRole.talk.template).catch(() => undefined);
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || this.unsaved) return;
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const note = String(fields.get("note") ?? "").trim();
    const { talk } = this.openRole;
    this.busy = true;
    this.failure = undefined;
    try {
      talk.review =
        this.question === "submit"
          ? await submitReview(talk.template, { note, reviewers: fields.getAll("reviewer").map(String) })
          : await decideReview(talk.template, { decision: this.question, note, sha256: await sha256Of(this.shown) });
      this.dialog.close();
      form.reset();
      this.openRole.said();
      this.tell();
    } catch (failure) {
      this.failure = failure;
      // What the server has now is what is looked at next.
      this.shown = this.openRole.live?.shared?.text.toString() ?? "";
      void this.look();
    } finally {
      this.busy = false;
    }
  }

  private tell(): void {
    const { talk } = this.openRole;
    const undo = async () => {
      talk.review = await withdrawReview(talk.template);
      this.openRole.said();
    };
    const failed = (failure: unknown) => notify(failureText(failure), "error");
    const way = { label: t("together.review.do.withdraw"), run: () => void undo().catch(failed) };
    notify(t(`together.review.done.${this.question}`), "done", this.question === "submit" ? way : undefined);
  }
}

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-review-dialog": ReviewDialog;
  }
}
