import type { JsonObject, JsonValue, Translations } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { LightElement } from "../../../components/light-element.ts";
import type { FieldScope } from "./desk.ts";
import { type Choice, choiceField, fieldBox, off } from "./fields.ts";
import { linesOf } from "./tokens-field.ts";

/** A text of a part that can be said in other languages. */
export interface TranslatedText {
  /** Its name in `x-i18n`; inside another one with a slash: `contacts/internal`. */
  readonly name: string;
  readonly label: string;
  /** As the template says it. A list has one entry a line, and so has its translation. */
  readonly original: string | readonly string[];
  /** Where in the part `x-i18n` stands that holds it; in the part itself without. */
  readonly holder?: readonly string[];
  /** Its translations, where they are not the part's. */
  readonly texts?: Translations;
  /** Writes a translation that stands in a list, where `holder` cannot lead. */
  readonly put?: (tag: string, text: string) => void;
}

/** Languages that roles are translated into most; any other can be written in the code. */
const common = ["en", "zh-CN", "zh-TW", "ja", "ko", "fr", "de", "es", "pt", "ru", "vi", "th", "ar"];

/** A part's texts and what they are in one other language, side by side. */
@customElement("rw-translations")
export class TranslationList extends LightElement {
  @property({ attribute: false }) scope!: FieldScope;
  @property({ attribute: false }) texts: readonly TranslatedText[] = [];
  /** Languages the role has elsewhere. */
  @property({ attribute: false }) tags: readonly string[] = [];
  @state() private chosen: string | undefined;

  override render(): TemplateResult {
    const { scope } = this;
    const offered = [...new Set([...this.tags, ...Object.keys(scope.part.translations), ...common])];
    const others = offered.filter((tag) => tag !== scope.language);
    const tag = this.chosen ?? this.tags.find((one) => one !== scope.language) ?? others[0] ?? "en";
    const choices: Choice[] = others.map((value) => ({ value, label: languageName(value) }));
    return html`<div class="dz-i18n" role="group" aria-label=${t("designer.translations")}>
      <div class="dz-i18n-head">
        <span class="lbl">${t("designer.translations")}</span>
        ${choiceField(t("designer.translationsTo"), tag, choices, false, (value) => {
          this.chosen = value;
        })}
      </div>
      ${this.texts.map((text) => this.renderText(text, tag))}
    </div>`;
  }

  private renderText(text: TranslatedText, tag: string): TemplateResult | typeof nothing {
    const { scope } = this;
    const { name, label, original, holder = [], texts = scope.part.translations, put } = text;
    if (original.length === 0) return nothing;
    const list = typeof original !== "string";
    const path = [...holder, "x-i18n", tag, name].join("/");
    const words = t("designer.translatedTo", { label, language: languageName(tag) });
    const lines = list || original.length > 30;
    const body = html`<div class="dz-both">
      <span class="dz-original" lang=${scope.language}>${list ? original.join("\n") : original}</span>
      <rw-text-field
        .label=${words}
        .value=${said(texts[tag], name)}
        .kind=${lines ? "lines" : "line"}
        .language=${tag}
        ?readonly=${off(scope, path)}
        @commit=${({ detail }: CustomEvent<string>) => (put ? put(tag, detail) : this.write(path, detail, list))}
      ></rw-text-field>
    </div>`;
    return fieldBox(scope, label, path, body, { wide: true });
  }

  private write(path: string, text: string, list: boolean): void {
    const { desk, part } = this.scope;
    const value = list ? linesOf(text) : text;
    desk.set(part, path.split("/"), value.length === 0 ? undefined : value);
  }
}

function said(texts: Readonly<Record<string, JsonValue>> | undefined, name: string): string {
  let value: JsonValue | undefined = texts;
  for (const step of name.split("/")) {
    const holder: Readonly<Record<string, JsonValue>> = isObject(value) ? value : {};
    value = holder[step];
  }
  return Array.isArray(value) ? value.join("\n") : typeof value === "string" ? value : "";
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A language by the name the reader knows it by. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([document.documentElement.lang || "zh-CN"], { type: "language" }).of(tag) ?? tag;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-translations": TranslationList;
  }
}
