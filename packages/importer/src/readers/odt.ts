import { ReadError } from "../read-error.ts";
import type { SourceCell, SourceDocument } from "../source.ts";
import { type BlockFacts, SourceWriter } from "../source-writer.ts";
import { childOf, childrenOf, descendantsOf, type XmlElement } from "../xml-tree.ts";
import { counted } from "./counting.ts";
import { openPackage } from "./office-package.ts";
import type { SourceReader } from "./reader.ts";

/** OpenDocument texts. */
export const odtReader: SourceReader = {
  format: "odt",
  extensions: ["odt", "ott"],
  recognises: ({ head, paths }) => paths.has("content.xml") && head.includes("opendocument.text"),
  read: readOdt,
};

function readOdt(name: string, bytes: Uint8Array): SourceDocument {
  const office = openPackage(bytes);
  if (isEncrypted(office.xml("META-INF/manifest.xml"))) throw new ReadError("encrypted");
  const content = office.xml("content.xml");
  const body = childOf(content, "body", "text");
  if (!body) throw new ReadError("damaged", { part: "content.xml", problem: "" });
  const styles = office.xml("styles.xml");
  return new OdtReading([...descendantsOf(content, "list-style"), ...descendantsOf(styles, "list-style")]).read(
    name,
    body,
    styles,
  );
}

function isEncrypted(manifest: XmlElement | undefined): boolean {
  return descendantsOf(manifest, "encryption-data").length > 0;
}

interface ListLevel {
  readonly bullet: boolean;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many outer levels stand in front, `1.2` of level 2 with 2. */
  readonly shown: number;
  readonly start: number;
}

/** Where a paragraph stands in a list. */
interface ListPlace {
  readonly style: string;
  readonly depth: number;
  /** Counters of this list by depth; lists that continue one another share them. */
  readonly counters: number[];
}

/** Elements whose words belong to nobody who reads: change records, page furniture, formulas of fields. */
const unseen = new Set([
  "tracked-changes",
  "sequence-decls",
  "forms",
  "annotation",
  "annotation-end",
  "variable-decls",
  "user-field-decls",
]);
const wrappers = new Set(["section", "index-body", "list-header", "text-box", "frame", "change-start"]);
const contents = new Set([
  "table-of-content",
  "alphabetical-index",
  "illustration-index",
  "table-index",
  "bibliography",
]);

class OdtReading {
  readonly #writer = new SourceWriter();
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  /** Counters by the id of the list, for lists that continue one; and by style, for those that continue the last. */
  readonly #counters = new Map<string, number[]>();
  readonly #notes: XmlElement[] = [];
  #tables = 0;
  #images = 0;

  constructor(listStyles: readonly XmlElement[]) {
    this.#levels = new Map(listStyles.map((style) => [style.attributes.name ?? "", levelsOf(style)]));
  }

  read(name: string, body: XmlElement, styles: XmlElement | undefined): SourceDocument {
    this.#pageParts(styles, "header");
    this.#blocks(body);
    for (const note of this.#notes.splice(0)) this.#blocks(note);
    this.#pageParts(styles, "footer");
    if (this.#images > 0) this.#writer.note("imagesSkipped", { count: this.#images });
    return this.#writer.finish(name, "odt");
  }

  #blocks(parent: XmlElement, cell?: SourceCell, list?: ListPlace): void {
    for (const element of childrenOf(parent)) {
      if (element.name === "p" || element.name === "h") this.#paragraph(element, cell, undefined);
      else if (element.name === "list") this.#list(element, cell, list);
      else if (element.name === "table") this.#table(element);
      else if (contents.has(element.name))
        for (const line of descendantsOf(element, "p")) this.#writer.layout(this.#words(line, []));
      else if (wrappers.has(element.name)) this.#blocks(element, cell, list);
    }
  }

  #list(element: XmlElement, cell: SourceCell | undefined, outer: ListPlace | undefined): void {
    const style = element.attributes["style-name"] ?? outer?.style ?? "";
    const depth = (outer?.depth ?? 0) + 1;
    const continued =
      element.attributes["continue-list"] ?? (element.attributes["continue-numbering"] === "true" ? style : undefined);
    const counters = outer?.counters ?? (continued === undefined ? undefined : this.#counters.get(continued)) ?? [];
    this.#counters.set(element.attributes.id ?? style, counters);
    this.#counters.set(style, counters);
    for (const item of childrenOf(element)) {
      const place = { style: item.attributes["style-override"] ?? style, depth, counters };
      this.#item(item, cell, place);
    }
  }

  /** The first paragraph of an item carries its number. */
  #item(item: XmlElement, cell: SourceCell | undefined, place: ListPlace): void {
    const start = item.attributes["start-value"];
    if (start !== undefined) place.counters[place.depth] = Number(start) - 1;
    let numbered = item.name === "list-header";
    for (const element of childrenOf(item)) {
      if (element.name === "list") this.#list(element, cell, place);
      else if (element.name !== "p" && element.name !== "h")
        this.#blocks({ ...item, children: [element] }, cell, place);
      else {
        this.#paragraph(element, cell, numbered ? undefined : { label: this.#label(place), level: place.depth });
        numbered = true;
      }
    }
  }

  #label({ style, depth, counters }: ListPlace): string {
    const level = this.#levels.get(style)?.get(depth);
    counters[depth] = (counters[depth] ?? (level?.start ?? 1) - 1) + 1;
    counters.length = depth + 1;
    if (!level || level.bullet) return level ? "•" : "";
    const shown = Array.from({ length: level.shown }, (_, index) => depth - level.shown + 1 + index);
    const numbers = shown.map((at) => {
      const format = this.#levels.get(style)?.get(at)?.format ?? level.format;
      return counted(counters[at] ?? 1, format);
    });
    return `${level.prefix}${numbers.filter((number) => number !== "").join(".")}${level.suffix}`;
  }

  #paragraph(
    element: XmlElement,
    cell: SourceCell | undefined,
    listed: { readonly label: string; readonly level: number } | undefined,
  ): void {
    const boxes: XmlElement[] = [];
    const words = this.#words(element, boxes);
    const heading = element.name === "h" ? Number(element.attributes["outline-level"] ?? 1) : undefined;
    const kind = cell ? "cell" : heading !== undefined ? "heading" : listed?.label ? "list-item" : "paragraph";
    const level = heading ?? listed?.level;
    const facts: BlockFacts = {
      kind,
      ...(listed?.label ? { label: listed.label } : {}),
      ...(level === undefined ? {} : { level }),
      ...(cell ? { cell } : {}),
    };
    this.#writer.block(words, facts);
    for (const box of boxes) this.#blocks(box, cell);
  }

  #words(parent: XmlElement, boxes: XmlElement[]): string {
    return parent.children
      .map((child) => (typeof child === "string" ? child.replace(/[ \t\n\r]+/gu, " ") : this.#inline(child, boxes)))
      .join("");
  }

  #inline(element: XmlElement, boxes: XmlElement[]): string {
    const { name, attributes } = element;
    if (name === "s") return " ".repeat(Math.min(1000, Number(attributes.c ?? 1) || 1));
    if (name === "tab") return "\t";
    if (name === "line-break") return "\n";
    if (unseen.has(name)) return "";
    if (name === "image") this.#images++;
    if (name === "text-box") boxes.push(element);
    else if (name === "note") this.#notes.push(...childrenOf(element, "note-body"));
    else return this.#words(element, boxes);
    return "";
  }

  #table(element: XmlElement): void {
    this.#writer.gap();
    const table = this.#tables++;
    for (const [row, cells] of rowsOf(element).entries()) {
      let column = 0;
      for (const cell of childrenOf(cells)) {
        const times = repeated(cell.attributes["number-columns-repeated"]);
        const rowSpan = repeated(cell.attributes["number-rows-spanned"]);
        const columnSpan = repeated(cell.attributes["number-columns-spanned"]);
        if (cell.name === "table-cell") this.#blocks(cell, { table, row, column, rowSpan, columnSpan });
        column += times;
      }
    }
    this.#writer.gap();
  }

  #pageParts(styles: XmlElement | undefined, kind: "header" | "footer"): void {
    const parts = descendantsOf(styles, kind).flatMap((part) => descendantsOf(part, "p"));
    for (const line of new Set(parts.map((paragraph) => this.#words(paragraph, [])))) this.#writer.layout(line);
  }
}

/** Rows of the table, those in header groups among them. */
function rowsOf(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "table-row") return [child];
    return /^table-(?:header-rows|rows|row-group)$/u.test(child.name) ? rowsOf(child) : [];
  });
}

function repeated(text: string | undefined): number {
  const value = Number(text ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
}

function levelsOf(style: XmlElement): ReadonlyMap<number, ListLevel> {
  return new Map(
    childrenOf(style).map(({ name, attributes }) => [
      Number(attributes.level ?? 1),
      {
        bullet: name !== "list-level-style-number",
        format: formatOf(attributes["num-format"] ?? ""),
        prefix: attributes["num-prefix"] ?? "",
        suffix: attributes["num-suffix"] ?? "",
        shown: Math.min(10, Number(attributes["display-levels"] ?? 1) || 1),
        start: Number(attributes["start-value"] ?? 1),
      },
    ]),
  );
}

/** OpenDocument names a format by its first number. */
function formatOf(sample: string): string {
  const formats: Readonly<Record<string, string>> = {
    "": "none",
    a: "lowerLetter",
    A: "upperLetter",
    i: "lowerRoman",
    I: "upperRoman",
    "①": "decimalEnclosedCircle",
    甲: "ideographTraditional",
    子: "ideographZodiac",
    壹: "chineseLegalSimplified",
    "１": "decimalFullWidth",
  };
  return formats[sample.charAt(0)] ?? (sample.startsWith("一") ? "chineseCounting" : "decimal");
}
