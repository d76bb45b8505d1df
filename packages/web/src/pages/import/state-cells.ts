import type { ImportBatch, ImportFile, ImportState } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import "./state-cells.css";

/** In the order in which they are told: what is done first, what went wrong last. */
export const importStates = ["confirmed", "to-check", "reading", "queued", "failed", "cancelled"] as const;

/** How far a batch is, one cell a document; of large batches cells that stand for several. */
export function stateCells(counts: ImportBatch["counts"]): TemplateResult {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return html`<span class="cells" role="img" aria-label=${cellsInWords(counts)}>
    ${importStates.flatMap((state) => (counts[state] > 0 ? [html`<i data-state=${state} style="flex:${counts[state]} 0 ${total > 60 ? 2 : 4}px"></i>`] : []))}
  </span>`;
}

/** One cell a document, each a button that opens it; `at` is the one that is open. */
export function fileCells(files: readonly ImportFile[], at: string, open: (file: ImportFile) => void): TemplateResult {
  return html`<span class="cells cells-files" style="--files:${files.length}" role="group" aria-label=${t("importing.batch.all")}>
    ${files.map(
      (file) => html`<button
        type="button"
        data-state=${file.state}
        aria-current=${file.id === at ? "true" : nothing}
        aria-label="${file.name} · ${stateName(file.state)}"
        title="${file.name} · ${stateName(file.state)}"
        @click=${() => open(file)}
      ></button>`,
    )}
  </span>`;
}

/** The states there are, with their colours and counts. */
export function stateLegend(counts: ImportBatch["counts"]): TemplateResult {
  return html`<span class="legend">
    ${importStates.map((state) =>
      counts[state] > 0
        ? html`<span data-state=${state}><i></i>${t("importing.batch.legend", { state: stateName(state), count: counts[state] })}</span>`
        : nothing,
    )}
  </span>`;
}

export function stateName(state: ImportState): string {
  return t(`importing.state.${state}`);
}

function cellsInWords(counts: ImportBatch["counts"]): string {
  return t("importing.batch.cells", {
    confirmed: counts.confirmed,
    toCheck: counts["to-check"],
    working: counts.queued + counts.reading,
    failed: counts.failed,
  });
}
