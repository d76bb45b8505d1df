import { readFileSync } from "node:fs";
import { exporters, type Writer } from "@rolewright/exporters";
import { type PrintDocument, roleDocument } from "@rolewright/exporters/document";
import { createTranslator } from "@rolewright/locale";
import { inspect } from "@rolewright/runtime";
import { chromium } from "playwright-core";
import { findChromium } from "../../packages/workbench/chromium.mjs";
import { shippedLibrary } from "../contract/shipped.ts";
import { compare, type Row } from "./measure.ts";
import { writeWithPdfkit } from "./pdfkit-peer.ts";

const rounds = 12;

/** The shipped role as PDF, warm: against pdfkit on the same words and fonts, and Chromium printing our HTML. */
export async function run(): Promise<Row[]> {
  const document = await shippedRole();
  const pdf = await writer("pdf");
  const html = new TextDecoder().decode(await (await writer("html")).write(document));
  const { executablePath, env, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    const page = await browser.newPage();
    const print = async () => {
      await page.setContent(html);
      return page.pdf({ preferCSSPageSize: true, tagged: true });
    };
    const ours = () => pdf.write(document);
    return [
      await compare("role as PDF, warm", "pdfkit, untagged", ours, () => writeWithPdfkit(document), rounds),
      await compare("role as PDF, warm", "Chromium print of our HTML", ours, print, rounds),
    ];
  } finally {
    await browser.close();
    await pdf.close?.();
  }
}

async function writer(id: string): Promise<Writer> {
  const exporter = exporters.find((candidate) => candidate.id === id);
  if (!exporter) throw new Error(`No exporter ${id}`);
  return exporter.load();
}

async function shippedRole(): Promise<PrintDocument> {
  const file = new URL("../../templates/customer-service/property/customer-service-supervisor.jsonc", import.meta.url);
  const { role } = inspect(readFileSync(file, "utf8"), shippedLibrary());
  if (!role) throw new Error("The shipped template does not compile");
  return roleDocument(role, { translator: await createTranslator("zh-CN"), version: 1 });
}
