import type { Samples } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { countSamples, removeSamples, restoreSamples } from "../../data/api.ts";

/** The shipped roles as sample data: how many there are, out with them in one action, and back. */
@customElement("rw-sample-roles")
export class SampleRolesPanel extends LightElement {
  @property({ type: Boolean }) locked = false;
  @state() private samples: Samples | undefined;
  @state() private failure = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.run(countSamples);
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="settings-samples">
      <h2 id="settings-samples">${t("guide.samples.title")}</h2>
      <p class="settings-lead">${t("guide.samples.lead")}</p>
      ${this.failure ? html`<p class="strip" role="alert">${icon("error", 16)}${this.failure}</p>` : nothing}
      ${this.samples ? this.renderActions(this.samples) : html`<span class="bone" style="width:240px"></span>`}
    </section>`;
  }

  private renderActions({ untouched, kept, removed }: Samples): TemplateResult {
    return html`<p class="t13 ink2">${t("guide.samples.state", { untouched, kept })}</p>
      <div class="row" style="gap:8px;margin:12px 0 8px;flex-wrap:wrap">
        ${untouched > 0 ? html`<button class="btn" type="button" ?disabled=${this.locked} @click=${this.putAway}>${icon("archive", 16)}${t("guide.samples.remove", { count: untouched })}</button>` : nothing}
        ${removed > 0 ? html`<button class="btn" type="button" ?disabled=${this.locked} @click=${this.putBack}>${icon("undo", 16)}${t("guide.samples.restore", { count: removed })}</button>` : nothing}
      </div>
      <p class="settings-hint">${t(untouched > 0 ? "guide.samples.removeHint" : "guide.samples.none")}</p>`;
  }

  private readonly putAway = async (): Promise<void> => {
    const count = this.samples?.untouched ?? 0;
    if (await this.run(removeSamples))
      notify(t("guide.samples.removed", { count }), "done", {
        label: t("web.shell.undo"),
        run: () => void this.putBack(),
      });
  };

  private readonly putBack = async (): Promise<void> => {
    if (await this.run(restoreSamples)) notify(t("guide.samples.restored"));
  };

  /** Whether it went well. */
  private async run(ask: () => Promise<Samples>): Promise<boolean> {
    this.failure = "";
    try {
      this.samples = await ask();
      return true;
    } catch (error) {
      this.failure = failureText(error);
      return false;
    }
  }
}
