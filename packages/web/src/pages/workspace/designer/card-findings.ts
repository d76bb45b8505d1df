import { configurableFindings, type Diagnostic, type JsonObject } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { findingText, fixText } from "../../../editor/findings.ts";
import type { FieldScope } from "./desk.ts";
import "./panels.css";
import type { TextField } from "./text-field.ts";

const marks = { error: "error", warning: "warn", info: "info" } as const;
const configurable: ReadonlySet<string> = new Set(configurableFindings.map(({ code }) => code));

/** The findings about one part, each with what mends it, or with the reason for leaving it as it is. */
@customElement("rw-card-findings")
export class CardFindings extends LightElement {
  @property({ attribute: false }) findings: readonly Diagnostic[] = [];
  @property({ attribute: false }) scope!: FieldScope;
  /** Code of the finding whose reason is being written. */
  @state() private excused: string | undefined;

  override render(): TemplateResult | typeof nothing {
    if (this.findings.length === 0) return nothing;
    return html`<ul class="dz-findings">
      ${this.findings.map((finding) => this.renderFinding(finding))}
    </ul>`;
  }

  private renderFinding(finding: Diagnostic): TemplateResult {
    const { severity, code } = finding;
    return html`<li data-severity=${severity}>
      ${icon(marks[severity], 14)}
      <span class="grow"><span class="said">${t(`web.workspace.severity.${severity}`)} </span>${findingText(finding)}</span>
      ${this.scope.readonly ? nothing : this.renderFixes(finding)}
      ${this.excused === code ? this.renderReason(code) : nothing}
    </li>`;
  }

  private renderFixes(finding: Diagnostic): TemplateResult {
    const { desk } = this.scope;
    const { code, path, severity } = finding;
    return html`${finding.fixes.map(
      (fix, index) =>
        html`<button class="btn xs dz-fix ${index === 0 ? "soft" : ""}" type="button" @click=${() => desk.fix(code, path, index)}>${fixText(fix)}</button>`,
    )}${
      configurable.has(code) && severity !== "error"
        ? html`<button class="btn quiet xs dz-fix" type="button" aria-expanded=${this.excused === code} @click=${() => this.excuse(code)}>${t("designer.ignore.start")}</button>`
        : nothing
    }`;
  }

  private renderReason(code: string): TemplateResult {
    return html`<rw-text-field
      class="dz-reason"
      .label=${t("designer.ignore.reason")}
      .placeholder=${t("designer.ignore.placeholder")}
      .language=${this.scope.language}
      @commit=${({ detail }: CustomEvent<string>) => this.silence(code, detail)}
    ></rw-text-field>`;
  }

  private excuse(code: string): void {
    this.excused = this.excused === code ? undefined : code;
    void this.updateComplete.then(() => this.querySelector<TextField>(".dz-reason")?.focus());
  }

  private silence(code: string, reason: string): void {
    const { desk, part } = this.scope;
    const known = desk.written(part, ["x-lint-ignore"]);
    this.excused = undefined;
    if (reason === "") return;
    const others = (Array.isArray(known) ? known : []) as readonly JsonObject[];
    desk.set(part, ["x-lint-ignore"], [...others, { code, reason }]);
  }
}

/** The mark of the worst finding: shape and colour, with the word for assistive technology. */
export function findingMark(findings: readonly Diagnostic[]): TemplateResult | typeof nothing {
  const worst = (["error", "warning"] as const).find((one) => findings.some(({ severity }) => severity === one));
  if (!worst) return nothing;
  return html`<span class="dz-mark" data-severity=${worst}><span class="said">${t(`web.workspace.severity.${worst}`)}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-card-findings": CardFindings;
  }
}
