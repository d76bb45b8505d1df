import { html, type TemplateResult } from "lit";
import "./avatar.css";

/** A person as one character on their presence colour (1–4). Hidden from assistive technology: their name stands beside it. */
export function avatar(name: string, color: number, size: "s" | "m" | "l" = "m"): TemplateResult {
  return html`<span class="av ${size}" data-color=${color} aria-hidden="true">${initial(name)}</span>`;
}

/** A steady colour for people who have no account of their own. */
export function colorOf(id: string): number {
  // FNV-1a: neighbouring ids still differ.
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 13) % 4) + 1;
}

/** The family name's character in Chinese, the first letter elsewhere. */
function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? "?";
}
