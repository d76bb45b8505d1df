import { SaxesParser } from "saxes";
import { ReadError } from "./read-error.ts";

/** One element. Names are local names: the prefixes of office formats say nothing that is needed here. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and text in order. */
  readonly children: readonly (XmlElement | string)[];
}

/** Deep enough for tables in tables in text boxes; shallow enough for recursion. */
const deepest = 400;
const mostElements = 4_000_000;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Parses the XML of an office file. Entities of its own and document types are refused (nothing that Office writes has
 * them, attacks do); nothing outside the text is ever loaded.
 *
 * @param part Name of the part, for messages.
 * @param skip Elements to leave out with all they contain: what is not needed should not take memory.
 * @throws {ReadError} `damaged`, `xmlDoctype`, `tooDeep` or `tooManyElements`.
 */
export function parseXml(text: string, part: string, skip: ReadonlySet<string> = new Set()): XmlElement {
  const root: OpenElement = { name: "", attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const parser = new SaxesParser();
  let skipping = 0;
  let count = 0;
  parser.on("error", (problem) => {
    throw new ReadError("damaged", { part, problem: problem.message });
  });
  parser.on("doctype", () => {
    throw new ReadError("xmlDoctype", { part });
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (skipping > 0 || skip.has(name)) {
      skipping++;
      return;
    }
    if (open.length > deepest) throw new ReadError("tooDeep");
    if (++count > mostElements) throw new ReadError("tooManyElements");
    const element: OpenElement = { name, attributes: localAttributes(tag.attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    if (skipping > 0) skipping--;
    else open.pop();
  });
  const keep = (words: string) => {
    if (skipping === 0) open.at(-1)?.children.push(words);
  };
  parser.on("text", keep);
  parser.on("cdata", keep);
  parser.write(text).close();
  const [element] = root.children.filter((child) => typeof child !== "string");
  if (element === undefined) throw new ReadError("damaged", { part, problem: "" });
  return element;
}

/** The child elements with the name, or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = element?.children.filter((child) => typeof child !== "string") ?? [];
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first element down the path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** All elements with the name, at any depth, in text order; does not look inside one that it found. */
export function descendantsOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
