import { createRequire } from "node:module";
import type { Block, PrintDocument, TableBlock } from "@rolewright/exporters/document";
import PdfDocument from "pdfkit";

const { resolve } = createRequire(import.meta.resolve("@rolewright/exporters"));
const fonts = {
  text: resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  strong: resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  heading: resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
};
const margin = 48;

/** The same words in the same fonts, written as plainly as pdfkit allows: no tags, no rules, no drawing. */
export function writeWithPdfkit(document: PrintDocument): Promise<Uint8Array> {
  const pdf = new PdfDocument({ size: "A4", margin, font: fonts.text });
  const chunks: Uint8Array[] = [];
  const written = new Promise<Uint8Array>((resolved) => {
    pdf.on("data", (chunk) => chunks.push(chunk));
    pdf.on("end", () => resolved(Buffer.concat(chunks)));
  });
  for (const [name, file] of Object.entries(fonts)) pdf.registerFont(name, file);
  pdf.font("heading").fontSize(27).text(document.title);
  pdf.font("text").fontSize(8.6).text(document.subtitle);
  for (const { label, value } of document.facts) pdf.text(`${label} ${value}`);
  pdf.text(document.lead);
  for (const block of document.blocks) writeBlock(pdf, block);
  pdf.text(`${document.footer.name} ${document.footer.version} ${document.footer.fingerprint}`);
  pdf.end();
  return written;
}

function writeBlock(pdf: PdfDocument, block: Block): void {
  switch (block.kind) {
    case "heading":
      pdf.moveDown(1).font("heading").fontSize(11.2).text(`${block.number} ${block.text}`).font("text").fontSize(8.6);
      break;
    case "paragraph":
      pdf.text(block.text);
      break;
    case "table":
      writeTable(pdf, block);
      break;
    default:
      for (const line of linesOf(block)) pdf.text(line);
  }
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "facts":
      return block.facts.map(({ label, value }) => `${label} ${value}`);
    case "list":
      return block.items.map(({ number, text, note }) => `${number} ${text} ${note ?? ""}`);
    case "organisation":
      return [block.alt, ...block.notes.map(({ label, value }) => `${label} ${value}`)];
    case "figures":
      return block.figures.map(({ label, value, note }) => `${label} ${value} ${note ?? ""}`);
    case "signatures":
      return block.slots.map(({ label, name, date }) => `${label} ${name ?? ""} ${date ?? block.dateLabel}`);
    default:
      return [];
  }
}

/** Columns of equal width, rows as high as their highest cell, a new page when one no longer fits. */
function writeTable(pdf: PdfDocument, { columns, rows }: TableBlock): void {
  const width = (pdf.page.width - 2 * margin) / columns.length;
  for (const cells of [columns.map(({ title }) => title), ...rows.map((row) => row.cells)]) {
    const height = Math.max(...cells.map((cell) => pdf.heightOfString(cell, { width })));
    if (pdf.y + height > pdf.page.height - margin) pdf.addPage();
    const top = pdf.y;
    cells.forEach((cell, index) => {
      pdf.text(cell, margin + index * width, top, { width, align: columns[index]?.align === "end" ? "right" : "left" });
    });
    pdf.x = margin;
    pdf.y = top + height + 4;
  }
}
