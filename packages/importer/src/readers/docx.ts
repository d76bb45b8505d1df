import { ReadError } from "../read-error.ts";
import type { SourceCell, SourceDocument } from "../source.ts";
import { type BlockFacts, SourceWriter } from "../source-writer.ts";
import { childOf, childrenOf, descendantsOf, type XmlElement } from "../xml-tree.ts";
import { docxLists } from "./docx-numbering.ts";
import { DocxStyles, headingLevel, numberPlace } from "./docx-styles.ts";
import { placedCells } from "./docx-table.ts";
import { ListNumbering } from "./list-numbering.ts";
import { type OfficePackage, openPackage } from "./office-package.ts";
import type { SourceReader } from "./reader.ts";
import { symbolSign } from "./symbol-sign.ts";

/** Formatting that says nothing about the words, in the elements that make a document large. */
const unread = new Set([
  "rFonts",
  "color",
  "sz",
  "szCs",
  "lang",
  "tblBorders",
  "tcBorders",
  "spacing",
  "shd",
  "pBdr",
  "tblLook",
]);

/** Word documents since 2007, templates and those with macros among them. */
export const docxReader: SourceReader = {
  format: "docx",
  extensions: ["docx", "docm", "dotx", "dotm", "wps"],
  recognises: ({ paths }) => [...paths].some((path) => mainPart.test(path)),
  read: readDocx,
};

const mainPart = /^\/?word\/document\d*\.xml$/u;

/** Reads an Office Open XML text document, macros and all else that is not words left alone. */
function readDocx(name: string, bytes: Uint8Array): SourceDocument {
  const office = openPackage(bytes);
  const path = office.paths.find((part) => mainPart.test(part));
  const body = path === undefined ? undefined : childOf(office.xml(path, unread), "body");
  if (path === undefined || body === undefined)
    throw new ReadError("damaged", { part: "word/document.xml", problem: "" });
  return new DocxReading(office, path).read(name, body);
}

/** One document on its way into a source. */
class DocxReading {
  readonly #office: OfficePackage;
  readonly #writer = new SourceWriter();
  readonly #styles: DocxStyles;
  readonly #numbering: ListNumbering;
  readonly #related: ReadonlyMap<string, string>;
  /** References to foot- and endnotes, in text order. */
  readonly #noted: { readonly part: string; readonly id: string }[] = [];
  #tables = 0;
  #images = 0;
  #deleted = false;

  constructor(office: OfficePackage, path: string) {
    this.#office = office;
    const numbering = office.xml("word/numbering.xml");
    this.#styles = new DocxStyles(office.xml("word/styles.xml"), numbering);
    this.#numbering = new ListNumbering(docxLists(numbering));
    this.#related = relations(office.xml(path.replace(/([^/]*)$/u, "_rels/$1.rels")));
  }

  read(name: string, body: XmlElement): SourceDocument {
    const sections = descendantsOf(body, "sectPr");
    this.#pageParts(sections, "headerReference");
    this.#blocks(body);
    this.#notesAtTheEnd();
    this.#pageParts(sections, "footerReference");
    if (this.#images > 0) this.#writer.note("imagesSkipped", { count: this.#images });
    if (this.#deleted) this.#writer.note("deletionsLeftOut");
    if (this.#office.paths.some((path) => path.endsWith("vbaProject.bin"))) this.#writer.note("macrosNotRun");
    return this.#writer.finish(name, "docx");
  }

  #blocks(parent: XmlElement, cell?: SourceCell): void {
    for (const element of childrenOf(parent)) {
      if (element.name === "p") this.#paragraph(element, cell);
      else if (element.name === "tbl") this.#table(element);
      else if (element.name === "AlternateContent") this.#blocks(alternative(element), cell);
      else if (element.name === "del" || element.name === "moveFrom") this.#deleted = true;
      else if (blockWrappers.has(element.name)) this.#blocks(element, cell);
    }
  }

  #table(element: XmlElement): void {
    this.#writer.gap();
    const rows = tableRows(element);
    for (const { element: words, cell } of placedCells(rows, this.#tables++)) this.#blocks(words, cell);
    this.#writer.gap();
  }

  #paragraph(element: XmlElement, cell: SourceCell | undefined): void {
    const properties = childOf(element, "pPr");
    const style = this.#styles.of(childOf(properties, "pStyle")?.attributes.val);
    const boxes: XmlElement[] = [];
    const words = this.#words(element, boxes);
    if (style.contents) this.#writer.layout(words);
    else this.#writer.block(words, this.#facts(properties, style, words, cell));
    for (const box of boxes) this.#blocks(box, cell);
  }

  #facts(
    properties: XmlElement | undefined,
    style: ReturnType<DocxStyles["of"]>,
    words: string,
    cell: SourceCell | undefined,
  ): BlockFacts {
    const place = numberPlace(properties, style.number);
    // A paragraph without words shows its number all the same, and so counts.
    const label = place && this.#numbering.label(place);
    const heading = headingLevel("", properties, style.heading);
    const level = heading ?? (place ? place.level + 1 : undefined);
    const kind = cell ? "cell" : heading !== undefined ? "heading" : label ? "list-item" : "paragraph";
    const labelled = label && words.trim() !== "" ? { label } : {};
    return { kind, ...labelled, ...(level === undefined ? {} : { level }), ...(cell ? { cell } : {}) };
  }

  /** The words of a paragraph; text boxes that hang on it are put into `boxes`. */
  #words(parent: XmlElement, boxes: XmlElement[]): string {
    return childrenOf(parent)
      .map((element) => signs[element.name]?.(element) ?? this.#inlineWords(element, boxes))
      .join("");
  }

  #inlineWords(element: XmlElement, boxes: XmlElement[]): string {
    const { name, attributes } = element;
    if (name === "r" && isHidden(element)) return "";
    if (name === "AlternateContent") return this.#words(alternative(element), boxes);
    if (name === "blip" || name === "imagedata") this.#images++;
    if (name === "del" || name === "moveFrom") this.#deleted = true;
    else if (name === "txbxContent") boxes.push(element);
    else if (name === "footnoteReference" || name === "endnoteReference")
      this.#noted.push({ part: `word/${name.replace("Reference", "")}s.xml`, id: attributes.id ?? "" });
    else return this.#words(element, boxes);
    return "";
  }

  #notesAtTheEnd(): void {
    for (const part of new Set(this.#noted.map((reference) => reference.part))) {
      const notes = new Map(childrenOf(this.#office.xml(part, unread)).map((note) => [note.attributes.id, note]));
      for (const { id } of this.#noted.filter((reference) => reference.part === part)) {
        const note = notes.get(id);
        if (note) this.#blocks(note);
      }
    }
  }

  /** Headers or footers, each text once: every section names its own, mostly with the same words. */
  #pageParts(sections: readonly XmlElement[], kind: "headerReference" | "footerReference"): void {
    const references = sections.flatMap((section) => childrenOf(section, kind));
    const paths = new Set(references.flatMap(({ attributes }) => this.#related.get(attributes.id ?? "") ?? []));
    const lines = [...paths].flatMap((path) =>
      descendantsOf(this.#office.xml(`word/${path}`, unread), "p").map((paragraph) => this.#words(paragraph, [])),
    );
    for (const line of new Set(lines)) this.#writer.layout(line);
  }
}

/** Elements that stand for signs. */
const signs: Readonly<Record<string, (element: XmlElement) => string>> = {
  t: plainWords,
  tab: () => "\t",
  ptab: () => "\t",
  br: () => "\n",
  cr: () => "\n",
  noBreakHyphen: () => "-",
  sym: ({ attributes }) => symbolSign(Number.parseInt(attributes.char ?? "", 16)),
  // Formatting is no sign; a tab stop in it is called as a tab is.
  pPr: () => "",
  rPr: () => "",
  rt: () => "",
  instrText: () => "",
};

const blockWrappers: ReadonlySet<string> = new Set([
  "sdt",
  "sdtContent",
  "customXml",
  "ins",
  "moveTo",
  "smartTag",
  "txbxContent",
]);

function plainWords(element: XmlElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

/** One of the forms of a drawing; each holds the same words. */
function alternative(element: XmlElement): XmlElement {
  return childOf(element, "Choice") ?? childOf(element, "Fallback") ?? { name: "", attributes: {}, children: [] };
}

function isHidden(run: XmlElement): boolean {
  const vanish = childOf(run, "rPr", "vanish");
  return vanish !== undefined && vanish.attributes.val !== "0" && vanish.attributes.val !== "false";
}

/** Rows, content controls around them opened, deleted ones left out. */
function tableRows(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((element) => {
    if (element.name === "tr") return childOf(element, "trPr", "del") ? [] : [withCells(element)];
    return blockWrappers.has(element.name) ? tableRows(element) : [];
  });
}

function withCells(row: XmlElement): XmlElement {
  const cells = (element: XmlElement): XmlElement[] =>
    childrenOf(element).flatMap((child) => (blockWrappers.has(child.name) ? cells(child) : [child]));
  return { ...row, children: cells(row) };
}

function relations(root: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(root, "Relationship").map(({ attributes }) => [
      attributes.Id ?? "",
      (attributes.Target ?? "").replace(/^\/?word\//u, ""),
    ]),
  );
}
