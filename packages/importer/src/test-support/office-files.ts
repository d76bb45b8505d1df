import { strToU8, type ZippableFile, zipSync } from "fflate";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const more = `${word} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;

/** The parts of a Word document of a test; each is what stands inside the part's root element. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly relations?: string;
  /** Whole parts by path. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Writes a Word document. */
export function docxFile({ body, numbering, styles, relations, others = {} }: DocxParts): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${more}><w:body>${body}</w:body></w:document>`,
    ...(numbering === undefined ? {} : { "word/numbering.xml": `<w:numbering ${word}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { "word/styles.xml": `<w:styles ${word}>${styles}</w:styles>` }),
    ...(relations === undefined
      ? {}
      : { "word/_rels/document.xml.rels": `<Relationships>${relations}</Relationships>` }),
    ...others,
  };
  return zipFile(parts);
}

/** A ZIP archive; OpenDocument wants its `mimetype` as it is. */
export function zipFile(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([path, part]): [string, ZippableFile] => [
    path,
    [typeof part === "string" ? strToU8(part) : part, { level: path === "mimetype" ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(files));
}

/** A paragraph; `numbered` is `[numId, ilvl]`. */
export function p(
  words: string,
  { numbered, style }: { numbered?: readonly [number, number]; style?: string } = {},
): string {
  const number = numbered ? `<w:numPr><w:ilvl w:val="${numbered[1]}"/><w:numId w:val="${numbered[0]}"/></w:numPr>` : "";
  const named = style === undefined ? "" : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${number}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** A level of a list definition: number format, text and what else stands in it. */
export function lvl(level: number, format: string, text: string, rest = ""): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A table cell of paragraphs; `properties` stands in its `w:tcPr`. */
export function tc(words: readonly string[], properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${words.map((word) => p(word)).join("")}</w:tc>`;
}
