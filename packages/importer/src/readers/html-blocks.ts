import type { DefaultTreeAdapterTypes } from "parse5";
import { ReadError } from "../read-error.ts";
import type { SourceCell } from "../source.ts";
import type { BlockFacts, SourceWriter } from "../source-writer.ts";
import { counted } from "./counting.ts";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const deepest = 1000;
/** A `rowspan` of a million is an attack on the memory. */
const largestSpan = 1000;

const unseen = new Set(
  "script style template noscript head title svg math object embed iframe audio video canvas select datalist textarea".split(
    " ",
  ),
);
const blockElements = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption".split(
    " ",
  ),
);
const layoutElements = new Set(["nav"]);

/** What surrounds a node. */
interface Surroundings {
  readonly facts: BlockFacts;
  readonly depth: number;
  readonly listDepth: number;
  readonly preformatted: boolean;
  readonly layout: boolean;
}

/** One page on its way into a source: collects words until a block begins or ends. */
export class HtmlReading {
  readonly #writer: SourceWriter;
  #words = "";
  #facts: BlockFacts = {};
  /** Number of the list item that has begun and has no words yet. */
  #label: string | undefined;
  #layout = false;
  #tables = 0;

  constructor(writer: SourceWriter) {
    this.#writer = writer;
  }

  read(document: DefaultTreeAdapterTypes.Document): void {
    this.#children(document, { facts: {}, depth: 0, listDepth: 0, preformatted: false, layout: false });
    this.#flush();
  }

  #children(parent: DefaultTreeAdapterTypes.ParentNode, around: Surroundings): void {
    if (around.depth > deepest) throw new ReadError("tooDeep");
    for (const child of parent.childNodes) this.#node(child, around);
  }

  #node(node: Node, around: Surroundings): void {
    if ("value" in node) {
      this.#words += around.preformatted ? node.value : node.value.replace(/[ \t\n\r\f]+/gu, " ");
      this.#facts = around.facts;
      this.#layout = around.layout;
    } else if ("tagName" in node && !unseen.has(node.tagName) && !isHidden(node)) this.#element(node, around);
  }

  #element(element: Element, around: Surroundings): void {
    const { tagName } = element;
    const inside = { ...around, depth: around.depth + 1, layout: around.layout || layoutElements.has(tagName) };
    if (tagName === "br") this.#words += "\n";
    else if (tagName === "table") this.#table(element, inside);
    else if (tagName === "ol" || tagName === "ul") this.#list(element, inside);
    else if (!blockElements.has(tagName)) this.#children(element, inside);
    else {
      this.#flush();
      this.#children(element, {
        ...inside,
        facts: factsOf(element, around),
        preformatted: tagName === "pre" || around.preformatted,
      });
      this.#flush();
    }
  }

  #list(element: Element, around: Surroundings): void {
    this.#flush();
    const listDepth = around.listDepth + 1;
    let next = wholeNumber(attribute(element, "start"), 1);
    for (const child of element.childNodes) {
      if (!("tagName" in child) || child.tagName !== "li") {
        this.#node(child, { ...around, listDepth });
        continue;
      }
      next = wholeNumber(attribute(child, "value"), next);
      const label = element.tagName === "ul" ? "•" : `${counted(next++, listFormat(element))}.`;
      this.#item(child, { ...around, listDepth }, label);
    }
    this.#flush();
  }

  /** The number stands before the first words of the item only. */
  #item(element: Element, around: Surroundings, label: string): void {
    this.#flush();
    const { cell } = around.facts;
    const facts: BlockFacts = { kind: cell ? "cell" : "list-item", level: around.listDepth, ...(cell ? { cell } : {}) };
    this.#label = label;
    this.#children(element, { ...around, depth: around.depth + 1, facts });
    this.#flush();
    this.#label = undefined;
  }

  #table(element: Element, around: Surroundings): void {
    this.#flush();
    this.#writer.gap();
    const table = this.#tables++;
    for (const caption of element.childNodes)
      if ("tagName" in caption && caption.tagName === "caption") this.#node(caption, around);
    /** By column, the first row that no cell from above reaches into. */
    const free: number[] = [];
    for (const [row, tr] of rowsOf(element).entries()) {
      let column = 0;
      for (const cell of tr.childNodes.filter(isCell)) {
        while ((free[column] ?? 0) > row) column++;
        const place = { table, row, column, rowSpan: spanOf(cell, "rowspan"), columnSpan: spanOf(cell, "colspan") };
        const end = Math.min(column + place.columnSpan, largestSpan);
        for (let at = column; at < end; at++) free[at] = row + place.rowSpan;
        column += place.columnSpan;
        this.#cell(cell, place, around);
      }
    }
    this.#writer.gap();
  }

  #cell(element: Element, cell: SourceCell, around: Surroundings): void {
    this.#flush();
    this.#children(element, { ...around, depth: around.depth + 1, facts: { kind: "cell", cell } });
    this.#flush();
  }

  /** Every line that `<br>` made is a paragraph of its own: people write lists that way. */
  #flush(): void {
    const words = this.#words;
    this.#words = "";
    if (words.trim() === "") return;
    for (const line of words.split("\n")) {
      if (line.trim() === "") continue;
      if (this.#layout) this.#writer.layout(line);
      else this.#writer.block(line, { ...this.#facts, ...(this.#label === undefined ? {} : { label: this.#label }) });
      this.#label = undefined;
    }
  }
}

function factsOf({ tagName }: Element, { facts }: Surroundings): BlockFacts {
  const heading = /^h([1-6])$/u.exec(tagName)?.[1];
  return heading === undefined || facts.cell ? facts : { kind: "heading", level: Number(heading) };
}

/** Rows of this table and not of a table in it. */
function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    return child.tagName === "tr" ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [];
  });
}

function isCell(node: Node): node is Element {
  return "tagName" in node && (node.tagName === "td" || node.tagName === "th");
}

function spanOf(cell: Element, name: string): number {
  return Math.min(largestSpan, Math.max(1, wholeNumber(attribute(cell, name), 1)));
}

function isHidden(element: Element): boolean {
  const style = attribute(element, "style") ?? "";
  return (
    attribute(element, "hidden") !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)
  );
}

function listFormat(list: Element): string {
  const byType: Readonly<Record<string, string>> = {
    a: "lowerLetter",
    A: "upperLetter",
    i: "lowerRoman",
    I: "upperRoman",
  };
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(attribute(list, "style") ?? "")?.[1] ?? "";
  const byStyle: Readonly<Record<string, string>> = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-informal": "taiwaneseCounting",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
  };
  return byStyle[style] ?? byType[attribute(list, "type") ?? ""] ?? "decimal";
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? otherwise : value;
}
