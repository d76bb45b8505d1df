import { html, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { sureness } from "./import-result.ts";

/** Three bars: how sure a reading is. */
export function surenessMark(confidence: number): TemplateResult {
  const step = sureness(confidence);
  return html`<span class="sure" data-sure=${step} role="img" aria-label=${t(`importing.sureness.${step}`)} title=${t(`importing.sureness.${step}`)}><i></i><i></i><i></i></span>`;
}
