import type { Block, PrintDocument } from "../document/print-document.ts";

/**
 * What the Typst template reads: the print document with its blocks arranged in rows.
 * It is the only thing that crosses into Typst, as JSON.
 */
export interface PageDocument extends Omit<PrintDocument, "blocks"> {
  /** Language and region apart, as Typst sets them: `zh` and `CN`; region is null where the tag has none. */
  readonly lang: string;
  readonly region: string | null;
  /** The document's title for readers and libraries, e.g. `客服主管 岗位说明书 v3`. */
  readonly name: string;
  readonly rows: readonly PageRow[];
}

/** `flow` breaks across pages freely, `whole` never, `pair` stands side by side. */
export type PageRow =
  | { readonly kind: "flow" | "whole"; readonly blocks: readonly Block[] }
  | { readonly kind: "pair"; readonly left: readonly Block[]; readonly right: readonly Block[] };

/** Most facts that still stand beside the reporting lines without leaving a hole under them. */
const factsBesideLines = 12;

/**
 * Arranges a print document for the page: facts and reporting lines that follow each other stand side by side,
 * signatures stay whole with their heading, everything else flows. Control characters that no print can show are
 * dropped from the texts (tabs become spaces).
 */
export function pageLayout(document: PrintDocument): PageDocument {
  const { blocks, ...rest } = document;
  const locale = new Intl.Locale(document.language);
  return printable({
    ...rest,
    lang: locale.language,
    region: locale.region ?? null,
    name: [document.title, document.type, document.footer.version].filter((part) => part !== "").join(" "),
    rows: paired(sections(blocks)),
  });
}

/** One list of blocks per heading of level 1; what stands before the first heading is a section of its own. */
function sections(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last && !(block.kind === "heading" && block.level === 1)) last.push(block);
    else found.push([block]);
  }
  return found;
}

function paired(found: readonly Block[][]): PageRow[] {
  const rows: PageRow[] = [];
  for (let index = 0; index < found.length; index++) {
    const section = found[index] ?? [];
    const next = found[index + 1];
    if (next && isFacts(section) && isLines(next)) {
      rows.push({ kind: "pair", left: section, right: next });
      index++;
    } else {
      rows.push({ kind: section.some(({ kind }) => kind === "signatures") ? "whole" : "flow", blocks: section });
    }
  }
  return rows;
}

function isFacts(section: readonly Block[]): boolean {
  const [heading, block, ...others] = section;
  return (
    heading?.kind === "heading" &&
    block?.kind === "facts" &&
    others.length === 0 &&
    block.facts.length > 0 &&
    block.facts.length <= factsBesideLines
  );
}

function isLines(section: readonly Block[]): boolean {
  return section.length === 2 && section[0]?.kind === "heading" && section[1]?.kind === "organisation";
}

function printable<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, inner) => (typeof inner === "string" ? clean(inner) : inner));
}

/** U+FEFF (a byte order mark left in pasted text) is refused by PDF/UA and means nothing inside a text. */
function clean(text: string): string {
  return text.replaceAll("\uFEFF", "").replaceAll("\t", " ").replaceAll("\r\n", "\n");
}
