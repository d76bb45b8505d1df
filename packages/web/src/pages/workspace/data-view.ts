import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { notify } from "../../components/notice.ts";
import "./data-view.css";
import type { TextPart } from "./reading/protocol.ts";

/** The forms of the role for programs. */
export const dataKinds = ["types", "json"] as const;
export type DataKind = (typeof dataKinds)[number];

/** What the text for programs needs and reports. */
export interface DataView {
  readonly kind: DataKind;
  /** Undefined until it is made. */
  readonly parts: readonly TextPart[] | undefined;
  readonly lit: string | undefined;
  readonly choose: (kind: DataKind) => void;
  readonly pick: (key: string) => void;
  readonly hint: (key: string | undefined) => void;
}

/** The types of the role's records, or the template as strict JSON: to read and to copy, each item leading to its lines. */
export function dataView(view: DataView): TemplateResult {
  const { kind, parts } = view;
  return html`<div class="dv-head">
      <div class="seg" role="group" aria-label=${t("workspace.data.label")}>
        ${dataKinds.map(
          (one) =>
            html`<button type="button" aria-pressed=${kind === one} @click=${() => view.choose(one)}>${t(`workspace.data.${one}`)}</button>`,
        )}
      </div>
      <span class="grow"></span>
      <button class="btn sm" type="button" ?disabled=${!parts} @click=${() => void copy(parts ?? [])}>
        ${icon("copy", 14)}${t("workspace.data.copy")}
      </button>
    </div>
    <p class="t12 ink3 dv-note">${t(`workspace.data.note.${kind}`)}</p>
    <pre class="dv-text" tabindex="0" aria-label=${t(`workspace.data.${kind}`)}>${repeat(
      parts ?? [],
      ({ anchor }, index) => anchor ?? `between ${index}`,
      (part) => guard([part.text, part.anchor !== undefined && part.anchor === view.lit], () => partView(part, view)),
    )}</pre>`;
}

function partView({ text, anchor }: TextPart, view: DataView): TemplateResult {
  if (anchor === undefined) return html`<code>${text}\n</code>`;
  return html`<code
    data-anchor=${anchor}
    ?data-lit=${anchor === view.lit}
    @click=${() => view.pick(anchor)}
    @pointerenter=${() => view.hint(anchor)}
    @pointerleave=${() => view.hint(undefined)}
  >${text}\n</code>`;
}

/** The clipboard may be refused on an address that is not secure; the text can then still be marked and copied. */
async function copy(parts: readonly TextPart[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${parts.map(({ text }) => text).join("\n")}\n`);
    notify(t("workspace.data.copied"));
  } catch {
    notify(t("workspace.data.copyFailed"), "error");
  }
}
