import { languages } from "@rolewright/locale";
import type { NewTemplate, ShippedTemplate, TemplateSummary } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import "@vaadin/text-area";
import "@vaadin/text-field";
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../app/language.ts";
import { nameList, takeOnlyMatch } from "../../components/combo-list.ts";
import { type IconName, icon } from "../../components/icon.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { createTemplate, listShipped } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";
import { familyBox } from "./move-dialog.ts";
import "./new-role-dialog.css";
import { familyName } from "./shelf.ts";

/** What a new role begins with. */
type Start = "blank" | "shipped" | "role" | "pasted";

const starts: readonly { readonly start: Start; readonly icon: IconName }[] = [
  { start: "blank", icon: "file" },
  { start: "shipped", icon: "stack" },
  { start: "role", icon: "copy" },
  { start: "pasted", icon: "clip" },
];

/**
 * Starts a new role: from a small complete example, a shipped template, another role, or the words of an old
 * description. Fires `created` with its summary, `dialog-closed` when left.
 */
@customElement("rw-new-role-dialog")
export class NewRoleDialog extends FormDialog {
  /** Families there are already, to choose from. */
  @property({ attribute: false }) families: readonly string[] = [];
  /** Roles there are, to copy from. */
  @property({ attribute: false }) roles: readonly TemplateSummary[] = [];
  @state() private start: Start = "blank";
  @state() private family = "";
  @state() private tag: string = language();
  @state() private shipped: readonly ShippedTemplate[] | undefined;
  @state() private source = "";

  protected heading(): string {
    return t("web.library.new.title");
  }

  protected effect(): string {
    return t("web.library.new.create");
  }

  protected renderFields(): TemplateResult {
    return html`
      <fieldset class="new-starts">
        <legend class="said">${t("library.new.start")}</legend>
        ${starts.map(
          ({ start, icon: mark }) => html`<label
            ><input class="said" type="radio" name="start" value=${start} .checked=${start === this.start} @change=${() => this.begin(start)} />${icon(mark, 18)}<span
              >${t(`library.new.starts.${start}`)}</span
            ></label
          >`,
        )}
      </fieldset>
      ${this.renderSource()}
      <vaadin-text-field
        name="title"
        label=${t("web.library.new.name")}
        helper-text=${this.start === "blank" ? "" : t(`library.new.titleHelp.${this.start}`)}
        ?required=${this.start === "blank"}
        maxlength="200"
        autofocus
      ></vaadin-text-field>
      ${familyBox(this.families, (family) => {
        this.family = family;
      })}
      ${this.start === "blank" ? this.renderLanguage() : ""}
    `;
  }

  private renderSource(): TemplateResult {
    switch (this.start) {
      case "blank":
        return html`<p class="t12 ink3">${t("web.library.new.lead")}</p>`;
      case "pasted":
        return html`<vaadin-text-area
          name="source"
          label=${t("library.new.pasted")}
          helper-text=${t("library.new.pastedHelp")}
          required
          maxlength="200000"
          style="height:160px"
        ></vaadin-text-area>`;
      case "shipped":
        return this.renderChoice(
          t("library.new.shipped"),
          this.shipped?.map(({ path, title, titles, family }) => [
            path,
            `${titles[language()] ?? title} · ${familyName(family)}`,
          ]) ?? [],
        );
      case "role":
        return this.renderChoice(
          t("library.new.role"),
          this.roles.map((role) => [role.id, inLanguage(role, language()).title]),
        );
    }
  }

  private renderChoice(label: string, entries: readonly (readonly [value: string, label: string])[]): TemplateResult {
    return html`<vaadin-combo-box
      @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
      label=${label}
      required
      .items=${entries.map(([value, text]) => ({ value, label: text }))}
      .value=${this.source}
      @value-changed=${(event: CustomEvent) => {
        this.source = (event.target as ComboBox).value;
      }}
    ></vaadin-combo-box>`;
  }

  private renderLanguage(): TemplateResult {
    return html`<vaadin-combo-box
      @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
      label=${t("web.library.new.language")}
      .items=${languages.map(({ tag, name }) => ({ value: tag, label: name }))}
      .value=${this.tag}
      @value-changed=${(event: CustomEvent) => {
        this.tag = (event.target as ComboBox).value || language();
      }}
    ></vaadin-combo-box>`;
  }

  private begin(start: Start): void {
    this.start = start;
    this.source = "";
    if (start === "shipped" && !this.shipped)
      void listShipped().then(
        (shipped) => {
          this.shipped = shipped;
        },
        // The list stays empty; sending says why.
        () => undefined,
      );
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    const title = value("title");
    const [missing, beginning] = this.beginning(value, title);
    if (missing) return t(missing);
    const created = await createTemplate({
      ...beginning,
      ...(title ? { title } : {}),
      ...(this.family ? { family: this.family } : {}),
    });
    this.dispatchEvent(new CustomEvent("created", { detail: created }));
    return undefined;
  }

  /** What the role begins with, or the message that says what is missing. */
  private beginning(value: FieldValue, title: string): readonly [missing: string | undefined, wish: NewTemplate] {
    const { start, source } = this;
    if (start === "blank") return [title === "" ? "web.library.new.nameMissing" : undefined, { language: this.tag }];
    if (start === "pasted") {
      const text = value("source");
      return [text === "" ? "library.new.pastedMissing" : undefined, { source: text }];
    }
    const missing = source === "" ? "library.new.sourceMissing" : undefined;
    return [missing, start === "shipped" ? { shipped: source } : { template: source }];
  }
}
