import type { OpenItem } from "@rolewright/runtime";
import type { ScorecardSignature, SignedBy } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { exactTime } from "../../components/ago.ts";
import { icon } from "../../components/icon.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import "./signing-panel.css";

/** Where a scorecard stands with its signature, and what the reader may do about it. */
export interface Signing {
  readonly signed: SignedBy | null;
  /** Oldest first. */
  readonly history: readonly ScorecardSignature[];
  /** What has to be completed first. */
  readonly open: readonly OpenItem[];
  /** Whether the reader has the right to sign. */
  readonly maySign: boolean;
  /** Whether it is the reader's own scorecard, which others sign. */
  readonly own: boolean;
  /** Whether the server has every change. */
  readonly saved: boolean;
  readonly sign: () => void;
  readonly withdraw: () => void;
  readonly reveal: (item: string) => void;
}

/** Whether the reader could sign at this moment, or will as soon as their changes are saved. */
export function isSignable({ signed, open, maySign, own }: Signing): boolean {
  return signed === null && open.length === 0 && maySign && !own;
}

/** The panel beside the figures: the state, the one thing to do next, and who signed and withdrew so far. */
export function signingPanel(signing: Signing): TemplateResult {
  const { signed, history } = signing;
  return html`<section class="box sgn" aria-labelledby="sgn-title">
    <h3 id="sgn-title">
      ${t("signing.title")}<span class="chip ${signed ? "ok" : ""}">${signed ? html`${icon("lock", 12)}${t("signing.signed")}` : t("signing.none")}</span>
    </h3>
    ${signed ? renderSigned(signing, signed) : renderUnsigned(signing)}
    ${renderHistory(history)}
  </section>`;
}

/** One line above the table that says why nothing can be changed, and how it could be. */
export function lockedStrip({ signed, maySign, withdraw }: Signing): TemplateResult | typeof nothing {
  if (!signed) return nothing;
  return html`<p class="sgn-strip">
    ${icon("lock", 15)}<span>${t("signing.locked", { name: signed.name, at: exactTime(signed.at) })}</span>
    ${maySign ? html`<button class="link" type="button" @click=${withdraw}>${t("signing.lockedMend")}</button>` : nothing}
  </p>`;
}

/** The button, for the panel and for the bar at the foot of a phone. */
export function signButton(signing: Signing): TemplateResult | typeof nothing {
  if (!isSignable(signing)) return nothing;
  const { saved, sign } = signing;
  return html`<button
    class="btn primary"
    type="button"
    aria-disabled=${saved ? nothing : "true"}
    title=${saved ? nothing : t("signing.waits")}
    @click=${() => saved && sign()}
  >
    ${icon("pen", 16)}${t("signing.sign")}
  </button>`;
}

function renderUnsigned(signing: Signing): TemplateResult {
  const { open, maySign, own, saved, reveal } = signing;
  if (!maySign) return said(t("signing.notYet"));
  if (own) return said(t("signing.own"));
  const [first] = open;
  if (first)
    return html`${said(t("signing.open", { count: open.length }))}
      <button class="btn soft sgn-next" type="button" @click=${() => reveal(first.item)}>
        <span class="ell tn">${t("signing.toOpen", { number: first.number, title: first.title })}</span>${icon("right", 14)}
      </button>`;
  return html`${said(saved ? t("signing.hint") : t("signing.waits"))} ${signButton(signing)}`;
}

function renderSigned({ maySign, withdraw }: Signing, { intact }: SignedBy): TemplateResult {
  return html`${intact ? nothing : html`<p class="strip warn">${t("signing.drifted")}</p>`}
  ${maySign ? html`<button class="btn" type="button" @click=${withdraw}>${icon("undo", 16)}${t("signing.withdraw.action")}</button>` : nothing}`;
}

/** Newest first; the newest stands open, the others wait behind their number. */
function renderHistory(history: readonly ScorecardSignature[]): TemplateResult | typeof nothing {
  const [newest, ...earlier] = history.toReversed();
  if (!newest) return nothing;
  return html`<ol class="sgn-history" aria-label=${t("signing.history.title")}>${renderEntry(newest)}</ol>
    ${
      earlier.length === 0
        ? nothing
        : html`<details class="sgn-earlier">
            <summary>${t("signing.history.earlier", { count: earlier.length })}</summary>
            <ol class="sgn-history" aria-label=${t("signing.history.earlier", { count: earlier.length })}>${earlier.map(renderEntry)}</ol>
          </details>`
    }`;
}

function renderEntry(entry: ScorecardSignature): TemplateResult {
  const { act, by, at, total, grade, note, fingerprint } = entry;
  const result = total === null ? "—" : current().number(total);
  return html`<li data-act=${act}>
    <p class="sgn-who">
      ${icon(act === "signed" ? "pen" : "undo", 14)}<b>${t(`signing.history.${act}`, { name: by.name })}</b>
    </p>
    <p class="ink3 tn"><time datetime=${at}>${exactTime(at)}</time></p>
    ${
      act === "signed"
        ? html`<p class="ink2 tn">${grade === null ? t("signing.history.result", { total: result }) : t("signing.history.resultGraded", { total: result, grade })}</p>
            ${note === "" ? nothing : html`<p>${t("signing.history.note", { note })}</p>`}
            <p class="ink3 tn" title=${t("signing.fingerprintWhy")}>${t("signing.fingerprint", { hash: shortFingerprint(fingerprint) })}</p>`
        : html`<p>${t("signing.history.why", { reason: note })}</p>`
    }
  </li>`;
}

function said(text: string): TemplateResult {
  return html`<p class="sgn-say">${text}</p>`;
}
