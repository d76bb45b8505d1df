import { html, type TemplateResult } from "lit";

/** A text with the people it mentions set off; what people type is never markup. */
export function mentionWords(body: string, names: readonly string[]): TemplateResult {
  const known = [...names].filter((name) => name !== "").sort((one, other) => other.length - one.length);
  if (known.length === 0) return html`${body}`;
  const pattern = new RegExp(`([@＠](?:${known.map(escaped).join("|")}))`, "u");
  return html`${body.split(pattern).map((piece, index) => (index % 2 === 1 ? html`<b class="ct-at">${piece}</b>` : piece))}`;
}

/** The beginning of a name that is being typed in front of the caret, behind an `@`; undefined where there is none. */
export function mentionBefore(text: string, caret: number): string | undefined {
  return /[@＠]([^\s@＠]{0,30})$/u.exec(text.slice(0, caret))?.[1];
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
