import type { LineState } from "@rolewright/runtime";
import { html, svg, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./state-mark.css";

/** State is shape, colour and word together: disc, diamond, dashed ring, ring with bar. */
const shapes = {
  met: svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.9 8.3 2.1 2.1 4.1-4.5" fill="none" stroke="var(--panel)" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>`,
  missed: svg`<path d="M6.7 1.9a1.8 1.8 0 0 1 2.6 0l4.8 4.8a1.8 1.8 0 0 1 0 2.6l-4.8 4.8a1.8 1.8 0 0 1-2.6 0L1.9 9.3a1.8 1.8 0 0 1 0-2.6Z" fill="currentColor"/><path d="m6 6 4 4M10 6l-4 4" stroke="var(--panel)" stroke-width="1.6" stroke-linecap="round"/>`,
  "no-data": svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 2.27"/>`,
  "not-applicable": svg`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M5.2 8h5.6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>`,
} as const;

/** The mark alone, for a place where the word stands nearby. */
export function stateShape(state: LineState, size = 15): TemplateResult {
  return html`<svg class="m" width=${size} height=${size} viewBox="0 0 16 16" aria-hidden="true">${shapes[state]}</svg>`;
}

/** Mark and word of a line's state. */
export function stateMark(state: LineState): TemplateResult {
  return html`<span class="st" data-state=${state}>${stateShape(state)}${t(`runtime.states.${state}`)}</span>`;
}
