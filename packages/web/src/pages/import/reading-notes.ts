import type { ImportNote } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { hasText, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import type { ImportResult } from "./import-result.ts";

interface Alternative {
  readonly encoding: string;
  readonly preview: string;
}

/**
 * What the reader of the file had to guess; where the encoding is unsure, the others to choose from.
 *
 * @param choose Reads the file again in an encoding; absent where the reader of the page may not.
 */
export function readingNotes(
  notes: readonly ImportNote[],
  choose: ((encoding: string) => void) | undefined,
): TemplateResult[] {
  return notes.map(({ code, message, params }) => {
    const alternatives =
      code === "encodingUnsure" ? (params.alternatives as readonly Alternative[] | undefined) : undefined;
    return html`<div class="strip ${alternatives ? "warn" : "imr-note"}"><div class="grow">
      <p>${message}</p>
      ${alternatives && choose ? encodings(alternatives, choose) : nothing}
    </div></div>`;
  });
}

function encodings(alternatives: readonly Alternative[], choose: (encoding: string) => void): TemplateResult {
  return html`<p class="imr-encodings">
    ${t("importing.review.encoding")}
    ${alternatives.map(
      ({ encoding, preview }) =>
        html`<button class="btn xs" type="button" title=${preview} @click=${() => choose(encoding)}>${encoding} · ${preview.slice(0, 16)}</button>`,
    )}
  </p>`;
}

/** What a person should know about the reading of a description, and of the whole document. */
export function readingFindings(result: ImportResult | undefined, shown: number): TemplateResult | typeof nothing {
  const found = (result?.findings ?? []).filter(
    ({ description, code }) => (description ?? shown) === shown && hasText(`import.findings.${code}`),
  );
  if (found.length === 0) return nothing;
  return html`<ul class="imr-findings">${found.map(
    ({ code, severity, params }) =>
      html`<li data-severity=${severity}>${icon(severity === "warning" ? "warn" : "info", 15)}<span>${t(`import.findings.${code}`, params)}</span></li>`,
  )}</ul>`;
}
