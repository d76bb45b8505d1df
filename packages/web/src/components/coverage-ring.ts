import { html, type TemplateResult } from "lit";
import "./coverage-ring.css";

/** Circumference of the ring: 2π × 26. */
const round = 163.4;

/** The share of due weight that is measured, as a ring. `percent` is decimal text; `label` says it in words. */
export function coverageRing(percent: string, label: string): TemplateResult {
  const part = Math.max(0, Math.min(100, Number(percent)));
  return html`<svg class="ring" width="64" height="64" viewBox="0 0 64 64" role="img" aria-label=${label}>
    <circle cx="32" cy="32" r="26" fill="none" stroke="var(--fill)" stroke-width="8" />
    <circle
      class="ring-part"
      cx="32"
      cy="32"
      r="26"
      fill="none"
      stroke="var(--accent)"
      stroke-width=${part === 0 ? 0 : 8}
      stroke-dasharray="${(part / 100) * round} ${round}"
      stroke-linecap=${part === 100 ? "butt" : "round"}
      transform="rotate(-90 32 32)"
    />
    <text x="32" y="36.5" text-anchor="middle" font-size="14" font-weight="600" fill="var(--ink)">${Math.floor(part)}%</text>
  </svg>`;
}
