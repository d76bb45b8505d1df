import type { Block, ListItem, PrintDocument, TableBlock } from "../document/print-document.ts";

/** Writes a print document as CommonMark with GFM tables, UTF-8. Every character of the texts is kept as text. */
export async function write(document: PrintDocument): Promise<Uint8Array> {
  const { title, subtitle, facts, lead, footer } = document;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(subtitle),
    factLines(facts),
    lead === "" ? "" : `> ${escapeMarkdown(lead)}`,
    ...document.blocks.map(blockText),
    "---",
    escapeMarkdown(
      [`${footer.name} ${footer.version}`.trim(), footer.fingerprint].filter((part) => part !== "").join(" · "),
    ),
  ];
  return new TextEncoder().encode(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${escapeMarkdown(`${block.number} ${block.text}`.trim())}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "facts":
      return factLines(block.facts);
    case "list":
      return block.items.map(itemLine).join("\n");
    case "table":
      return table(block);
    case "organisation":
      return [escapeMarkdown(block.alt), factLines(block.notes)].filter((part) => part !== "").join("\n\n");
    case "figures":
      return block.figures
        .map(({ label, value, note }) => factLine(label, note ? `${value} · ${note}` : value))
        .join("\n");
    case "signatures":
      return block.slots
        .map(({ label, name, date, notes = [] }) =>
          factLine(label, [`${name ?? "________"} ${block.dateLabel} ${date ?? "________"}`, ...notes].join(" · ")),
        )
        .join("\n");
  }
}

function factLines(facts: readonly { readonly label: string; readonly value: string }[]): string {
  return facts.map(({ label, value }) => factLine(label, value)).join("\n");
}

function factLine(label: string, value: string): string {
  return `- **${escapeMarkdown(label)}** ${escapeMarkdown(value)}`;
}

/** The number is text: a Markdown list would count for itself. */
function itemLine({ number, text, note }: ListItem): string {
  return `- ${escapeMarkdown([number, text, note].filter(Boolean).join(" "))}`;
}

function table({ columns, rows }: TableBlock): string {
  const rule = columns.map(({ align }) => (align === "end" ? "---:" : "---"));
  const lines = [
    columns.map(({ title }) => escapeMarkdown(title)),
    rule,
    ...rows.map(({ cells }) => cells.map(escapeMarkdown)),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Backslash before everything CommonMark or GFM could read as markup; line breaks become spaces. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/^([-+]|\d+[.)])(?=\s)/, "\\$1");
}
