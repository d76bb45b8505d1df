import type { Block, Fact, ListBlock, PrintDocument, SignaturesBlock, TableBlock } from "../document/print-document.ts";
import { pageStyle } from "./page-style.ts";

/**
 * Writes a print document as one HTML file without scripts, fonts or other outside files.
 *
 * Every text is escaped. Landmarks, heading levels, table captions and scopes say what the layout shows.
 */
export async function write(document: PrintDocument): Promise<Uint8Array> {
  return new TextEncoder().encode(page(document));
}

function page(document: PrintDocument): string {
  const { title, type, subtitle, header, facts, lead, blocks, footer } = document;
  const ends = [`${footer.name} ${footer.version}`.trim(), footer.fingerprint].filter((part) => part !== "");
  return [
    `<!doctype html>\n<html lang="${escapeHtml(document.language)}">\n<head>\n<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(`${title} ${type} ${footer.version}`.trim())}</title>\n<style>${pageStyle}</style>\n</head>\n<body>`,
    `<header><p class="muted">${escapeHtml([header.left, header.right].filter((part) => part !== "").join(" · "))}</p></header>\n<main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    subtitle === "" ? "" : `<p class="muted">${escapeHtml(subtitle)}</p>`,
    factList(facts),
    lead === "" ? "" : `<p class="lead">${escapeHtml(lead)}</p>`,
    ...blocks.map(blockHtml),
    `</main>\n<footer><p>${escapeHtml(ends.join(" · "))}</p></footer>\n</body>\n</html>\n`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading": {
      const number = block.number === "" ? "" : `<span class="number">${escapeHtml(block.number)}</span>`;
      return `<h${block.level + 1}>${number}${escapeHtml(block.text)}</h${block.level + 1}>`;
    }
    case "paragraph":
      return `<p${block.tone === "note" ? ' class="muted"' : ""}>${escapeHtml(block.text)}</p>`;
    case "facts":
      return factList(block.facts);
    case "list":
      return list(block);
    case "table":
      return table(block);
    case "organisation":
      return `<figure><figcaption>${escapeHtml(block.alt)}</figcaption>${factList(block.notes)}</figure>`;
    case "figures":
      return factList(
        block.figures.map(({ label, value, note }) => ({ label, value: note ? `${value} · ${note}` : value })),
      );
    case "signatures":
      return signatures(block);
  }
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return "";
  return `<dl>${facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
}

/** `role="list"`, because some screen readers drop lists without bullets. */
function list({ items, columns }: ListBlock): string {
  const entries = items.map(({ number, text, note }) => {
    const small = note ? ` <span class="muted">${escapeHtml(note)}</span>` : "";
    return `<li><span class="number">${escapeHtml(number)}</span>${escapeHtml(text)}${small}</li>`;
  });
  return `<ul role="list" class="items${columns === 2 ? " two" : ""}">\n${entries.join("\n")}\n</ul>`;
}

function table({ caption, columns, rows }: TableBlock): string {
  const ends = columns.map(({ align }) => (align === "end" ? ' class="end"' : ""));
  const head = columns.map(({ title }, index) => `<th scope="col"${ends[index]}>${escapeHtml(title)}</th>`).join("");
  const body = rows.map(({ cells, tone }) => {
    const data = cells.map((cell, index) => `<td${ends[index]}>${escapeHtml(cell)}</td>`).join("");
    return `<tr${tone ? ` class="${tone}"` : ""}>${data}</tr>`;
  });
  const name = escapeHtml(caption);
  return `<table aria-label="${name}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

function signatures({ slots, dateLabel }: SignaturesBlock): string {
  const places = slots.map(
    ({ label, name, date, notes = [] }) =>
      `<div><p class="muted">${escapeHtml(label)}</p><p>${escapeHtml(name ?? "________")}</p>${[date ?? dateLabel, ...notes].map((line) => `<p class="muted">${escapeHtml(line)}</p>`).join("")}</div>`,
  );
  return `<div class="slots">${places.join("")}</div>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
