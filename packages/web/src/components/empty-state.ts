import { html, type TemplateResult } from "lit";
import "./empty-state.css";
import { type IconName, icon } from "./icon.ts";

/** An empty page is no dead end: one sentence, at most one line more, and the next step. */
export function emptyState(content: {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly action?: TemplateResult;
}): TemplateResult {
  return html`<div class="empty">
    <span class="empty-mark">${icon(content.icon, 24)}</span>
    <p class="empty-title">${content.title}</p>
    ${content.text ? html`<p class="empty-text">${content.text}</p>` : ""} ${content.action ?? ""}
  </div>`;
}
