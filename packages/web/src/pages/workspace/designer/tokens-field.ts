import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import "./text-field.ts";

/** A short list of words. */
export interface Tokens {
  readonly label: string;
  readonly values: readonly string[];
  readonly readonly: boolean;
  readonly language: string;
  readonly change: (values: readonly string[]) => void;
}

/** Words as chips; the field behind them adds one, or several set apart as lists are: 、，, or a line. */
export function tokensField({ label, values, readonly, language, change }: Tokens): TemplateResult {
  const add = (text: string) => {
    const words = text.split(/[、，,；;\n]/u).map((word) => word.trim());
    change([...new Set([...values, ...words.filter((word) => word !== "")])]);
  };
  return html`<div class="dz-tokens" role="group" aria-label=${label}>
    ${values.map(
      (word) =>
        html`<span class="dz-token" lang=${language}>${word}${
          readonly
            ? nothing
            : html`<button class="dz-x" type="button" aria-label=${t("designer.list.remove", { word })} @click=${() => change(values.filter((other) => other !== word))}>${icon("x", 13)}</button>`
        }</span>`,
    )}
    ${
      readonly
        ? nothing
        : html`<rw-text-field
            .label=${t("designer.list.addTo", { label })}
            .placeholder=${t("designer.list.add")}
            .language=${language}
            @commit=${({ detail }: CustomEvent<string>) => add(detail)}
          ></rw-text-field>`
    }
  </div>`;
}

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
