import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, language, t } from "../../app/language.ts";
import { avatar } from "../../components/avatar.ts";
import { icon } from "../../components/icon.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { saveLine, saveState } from "../../components/save-state.ts";
import { templateExport } from "../../data/api.ts";
import type { Peer, SaveState } from "../../data/collaboration.ts";
import "./menu.css";
import type { OtherStep, ReviewSteps } from "./together/review-actions.ts";

/** How many people are shown by their mark; the others are counted. */
const shownPeople = 4;

/** What the top bar of the workspace shows and reports. */
export interface TopView {
  readonly summary: TemplateSummary;
  readonly title: string;
  readonly state: TemplateSummary["state"];
  readonly save: SaveState;
  readonly people: readonly Peer[];
  readonly readonly: boolean;
  /** Where a submission stands, while there is one. */
  readonly reviewing: "review" | "approved" | "outdated" | undefined;
  /** How many holders have read the newest version. */
  readonly read: TemplateResult | typeof nothing;
  /** The next steps on the way to a version. */
  readonly review: ReviewSteps;
  /** Id of the reader, and of whom they follow. */
  readonly reader: string;
  readonly followed: string | undefined;
  readonly follow: (peer: Peer) => void;
  /** Buttons of what can stand beside the role. */
  readonly panels: readonly TemplateResult[];
  readonly openHistory: () => void;
  readonly toggleOutline: () => void;
}

/** Breadcrumb, title, state, how safe the text is, who is here, and the actions. */
export function workspaceTop(view: TopView): TemplateResult {
  const { department } = inLanguage(view.summary, language());
  const save = view.save.kind === "opening" ? undefined : sayable(view.save);
  return html`<header class="top ws-top">
    <button class="ib ws-drawer" type="button" aria-label=${t("web.workspace.outline")} @click=${view.toggleOutline}>${icon("filter", 18)}</button>
    <nav class="crumb" aria-label=${t("web.workspace.crumbs")}>
      <a href="/">${t("web.workspace.library")}</a>${icon("right", 12)}
      ${department ? html`<span>${department}</span>${icon("right", 12)}` : nothing}
    </nav>
    <h1>${view.title}</h1>
    ${stateChip(view)} ${view.readonly ? html`<span class="chip line">${icon("lock", 12)}${t("web.workspace.readonly")}</span>` : nothing}
    <span class="grow"></span>
    ${save ? saveState(save) : nothing} ${people(view)}
    <span class="vr"></span>
    <div class="ws-actions">${actions(view)}</div>
  </header>
  ${save ? saveLine(save) : nothing}`;
}

/** A refusal with its reason in words. */
function sayable<State extends { readonly kind: string }>(save: State): State {
  if (!("reason" in save)) return save;
  return { ...save, reason: t(`server.collaboration.${String(save.reason)}`) };
}

/** History, panels, export and publish, each with a button of its own. */
function actions(view: TopView): TemplateResult {
  const { first, others } = view.review;
  return html`
    <button class="ib" type="button" aria-label=${t("web.workspace.history.title")} title=${t("web.workspace.history.title")} @click=${view.openHistory}>
      ${icon("history", 18)}
    </button>
    <a class="ib" href=${traceability(view)} aria-label=${t("traceability.title")} title=${t("traceability.title")}>${icon("link", 18)}</a>
    ${view.panels}
    <span class="ws-export">
      <button class="btn ws-export-button" type="button" popovertarget="ws-export-menu">
        ${t("web.workspace.export.action")}${icon("down", 15)}
      </button>
      <ul class="ws-menu" id="ws-export-menu" popover @click=${closeMenu}>${exportEntries(view.summary)}</ul>
    </span>
    ${first} ${others.length > 0 ? moreMenu("rv-menu", otherEntries(others)) : nothing}
  `;
}

/** On a phone, in the bar under the thumb: the panels and the next step; what is wanted less often is in one menu. */
export function phoneActions(view: TopView): TemplateResult {
  const { first, others } = view.review;
  return html`
    ${view.panels}
    ${moreMenu(
      "ws-phone-menu",
      html`
      <li><button type="button" @click=${view.openHistory}>${icon("history", 16)}${t("web.workspace.history.title")}</button></li>
      <li><a href=${traceability(view)}>${icon("link", 16)}${t("traceability.title")}</a></li>
      ${exportEntries(view.summary)} ${otherEntries(others)}
    `,
    )}
    ${first}
  `;
}

function traceability({ summary }: TopView): string {
  return `/roles/${summary.id}/traceability`;
}

/** `id` tells the one in the bar under the thumb from the one in the top bar, which is hidden then. */
function moreMenu(id: string, entries: unknown): TemplateResult {
  return html`<span class="ws-export rv-more">
    <button class="ib" type="button" popovertarget=${id} aria-label=${t("together.review.more")} title=${t("together.review.more")}>${icon("more", 18)}</button>
    <ul class="ws-menu rv-menu" id=${id} popover @click=${closeMenu}>${entries}</ul>
  </span>`;
}

function otherEntries(others: readonly OtherStep[]): TemplateResult[] {
  return others.map(({ label, run }) => html`<li><button type="button" @click=${run}>${label}</button></li>`);
}

function stateChip(view: TopView): TemplateResult {
  const { state, summary } = view;
  const version = summary.version ?? 0;
  const tone = { draft: "", published: "ok", changed: "blue" }[state];
  const words = { version, next: version + 1 };
  if (view.reviewing && state !== "published")
    return html`<span class="chip ${view.reviewing === "approved" ? "ok" : "blue"} ws-state">${t(`together.review.state.${view.reviewing}`, words)}</span>${view.read}`;
  return html`<span class="chip ${tone} ws-state">${t(`web.workspace.state.${state}`, words)}</span>${view.read}`;
}

/** Who is here; a click on somebody else follows them. */
function people(view: TopView): TemplateResult | typeof nothing {
  const present = view.people;
  if (present.length === 0) return nothing;
  const names = current().list(present.map(({ name }) => name));
  const more = present.length - shownPeople;
  return html`<span class="avs ws-people" role="group" aria-label=${t("web.workspace.people", { count: present.length, names })} title=${names} data-following>
    ${present.slice(0, shownPeople).map((peer) => person(peer, view))}
    ${more > 0 ? html`<span class="av ws-more">+${more}</span>` : nothing}
  </span>`;
}

function person(peer: Peer, { reader, followed, follow }: TopView): TemplateResult {
  if (peer.id === reader) return avatar(peer.name, peer.color);
  const label = t(followed === peer.id ? "together.follow.end" : "together.follow.begin", { name: peer.name });
  return html`<button type="button" aria-pressed=${followed === peer.id} aria-label=${label} title=${label} @click=${() => follow(peer)}>${avatar(peer.name, peer.color)}</button>`;
}

/** What was chosen is on its way; the menu would stay and cover what is under it. */
function closeMenu({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.hidePopover();
}

/** In a menu that is anchored to its button; a native popover closes on Escape and on a click outside. */
function exportEntries({ id, version }: TemplateSummary): TemplateResult {
  const item = (label: string, format: string, published?: number) => html`<li>
    <a download href=${templateExport(id, { format, language: language(), ...(published === undefined ? {} : { version: published }) })}
      >${icon("file", 16)}${label}</a
    >
  </li>`;
  const others = ["md", "html", "jsonc"].map((format) => item(t(`library.export.formats.${format}.name`), format));
  const published = version === null ? nothing : item(t("web.workspace.export.pdfOf", { version }), "pdf", version);
  return html`${item(t("web.workspace.export.pdf"), "pdf")} ${published} ${others}`;
}
