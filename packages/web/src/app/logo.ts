import { html, type TemplateResult } from "lit";

/** The mark, `size` CSS pixels wide. Decorative: name the link or heading around it. */
export function logo(size: number): TemplateResult {
  return html`<svg class="logo" width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="var(--accent)" />
    <path
      d="M11 23.5V9h6.2a4.6 4.6 0 0 1 0 9.2H11m5.6 0 3.6 3.6"
      fill="none"
      stroke="#fff"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <circle cx="21.6" cy="23.2" r="2.3" fill="#fff" />
  </svg>`;
}
