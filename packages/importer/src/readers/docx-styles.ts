import { childOf, childrenOf, type XmlElement } from "../xml-tree.ts";
import { linkedLevels } from "./docx-numbering.ts";
import type { NumberPlace } from "./list-numbering.ts";

/** What a paragraph style says that matters for reading. */
export interface ParagraphStyle {
  /** 1-based; only of headings. */
  readonly heading?: number;
  readonly number?: NumberPlace;
  /** A line of an automatic table of contents. */
  readonly contents: boolean;
}

const plain: ParagraphStyle = { contents: false };

/** Styles of a document with what they inherit, by style id. */
export class DocxStyles {
  readonly #elements: ReadonlyMap<string, XmlElement>;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #known = new Map<string, ParagraphStyle>();
  readonly #standard: string | undefined;

  constructor(styles: XmlElement | undefined, numbering: XmlElement | undefined) {
    const elements = childrenOf(styles, "style").filter(({ attributes }) => attributes.type === "paragraph");
    this.#elements = new Map(elements.map((style) => [style.attributes.styleId ?? "", style]));
    this.#levels = linkedLevels(numbering);
    this.#standard = elements.find(({ attributes }) => attributes.default === "1")?.attributes.styleId;
  }

  of(id: string | undefined): ParagraphStyle {
    const name = id ?? this.#standard;
    if (name === undefined) return plain;
    const known = this.#known.get(name);
    if (known) return known;
    // Before the parents are asked: a circle of styles ends here.
    this.#known.set(name, plain);
    const style = this.#read(name);
    this.#known.set(name, style);
    return style;
  }

  #read(id: string): ParagraphStyle {
    const element = this.#elements.get(id);
    if (!element) return plain;
    const based = childOf(element, "basedOn")?.attributes.val;
    const parent = based === undefined ? plain : this.of(based);
    const name = (childOf(element, "name")?.attributes.val ?? id).toLowerCase();
    const heading = headingLevel(name, childOf(element, "pPr"), parent.heading);
    const number = numberPlace(childOf(element, "pPr"), parent.number, this.#levels.get(id));
    return {
      contents: parent.contents || /^(?:toc|目录) ?\d/u.test(name),
      ...(heading === undefined ? {} : { heading }),
      ...(number === undefined ? {} : { number }),
    };
  }
}

/** The heading level that a paragraph or style states, over the one it inherits. */
export function headingLevel(
  styleName: string,
  properties: XmlElement | undefined,
  inherited: number | undefined,
): number | undefined {
  const outline = childOf(properties, "outlineLvl")?.attributes.val;
  if (outline !== undefined) return Number(outline) < 9 ? Number(outline) + 1 : undefined;
  const named = /^(?:heading|标题) ?([1-9])$/u.exec(styleName)?.[1];
  if (named !== undefined) return Number(named);
  return /^(?:title|标题)$/u.test(styleName) ? 1 : inherited;
}

/** The list place that a paragraph or style states, over the one it inherits. List 0 takes a number away. */
export function numberPlace(
  properties: XmlElement | undefined,
  inherited: NumberPlace | undefined,
  linkedLevel?: number,
): NumberPlace | undefined {
  const stated = childOf(properties, "numPr");
  const list = childOf(stated, "numId")?.attributes.val ?? inherited?.list;
  if (list === undefined || list === "0") return undefined;
  const level = childOf(stated, "ilvl")?.attributes.val ?? linkedLevel ?? inherited?.level ?? 0;
  return { list, level: Number(level) };
}
