import { ReadError } from "../read-error.ts";
import type { SourceCell } from "../source.ts";
import { type RtfParagraph, RtfTable } from "./rtf-table.ts";

/** Who is told what was found, in reading order. */
export interface RtfListener {
  /** `label` is the automatic number, or nothing. */
  paragraph(words: string, label: string, cell: SourceCell | undefined): void;
  layout(words: string): void;
  gap(): void;
}

/** What holds inside a group and is forgotten at its end. */
interface Group {
  /** Where its words go. */
  readonly to: "body" | "label" | "layout" | "fonts" | "nowhere";
  readonly hidden: boolean;
  /** Signs that stand for a `\u` in programs that do not know it. */
  readonly fallback: number;
  readonly font: number;
}

const nowhere = new Set(
  "colortbl stylesheet info pict object fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl mmathPr revtbl bkmkstart bkmkend atnid atnauthor annotation atnref nonshppict filetbl pgdsctbl defchp defpap listpicture pnseclvl blipuid panose falt shp shpinst sp userprops template".split(
    " ",
  ),
);
const layoutGroups = new Set("header headerl headerr headerf footer footerl footerr footerf".split(" "));
const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
};
/** Font charsets of Windows and the encodings they mean. */
const charsets: Readonly<Record<number, string>> = {
  0: "windows-1252",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  204: "windows-1251",
  238: "windows-1250",
};
const codePages: Readonly<Record<number, string>> = {
  936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  65001: "utf-8",
};

const deepest = 1000;

/** Reads the words of an RTF text. Nothing embedded in it is opened. */
export class RtfText {
  readonly #text: string;
  readonly #listener: RtfListener;
  readonly #stack: Group[] = [];
  readonly #fonts = new Map<number, string>();
  #group: Group = { to: "body", hidden: false, fallback: 1, font: -1 };
  #bytes: number[] = [];
  #words = "";
  #label = "";
  #layout = "";
  #skip = 0;
  #definesFont = -1;
  /** By column of the row that is being defined, whether the cell goes on from the one above. */
  #goesOn: boolean[] = [];
  #nextGoesOn = false;
  #inTable = false;
  readonly #table = new RtfTable();
  /** Encoding of the words that are not Unicode. */
  encoding = "windows-1252";
  images = 0;

  constructor(bytes: Uint8Array, listener: RtfListener) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    this.#listener = listener;
  }

  /** @throws {ReadError} `tooDeep` */
  read(): void {
    const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|[^\\{}\r\n]+/gu;
    for (const [words, control, value, hex, symbol, brace] of this.#text.matchAll(token)) {
      if (control !== undefined) this.#control(control, value === undefined ? undefined : Number(value));
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (brace !== undefined) this.#brace(brace);
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (!/^[\r\n]/u.test(words)) this.#plain(words);
    }
    this.#paragraphEnds();
    this.#tableEnds();
  }

  #brace(brace: string): void {
    if (brace === "{") this.#open();
    else this.#close();
  }

  #open(): void {
    this.#flushBytes();
    if (this.#stack.length > deepest) throw new ReadError("tooDeep");
    this.#stack.push(this.#group);
    this.#skip = 0;
  }

  #close(): void {
    this.#flushBytes();
    const ended = this.#group;
    this.#group = this.#stack.pop() ?? ended;
    if (ended.to === "layout" && this.#group.to !== "layout") this.#layoutEnds();
    this.#skip = 0;
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#group = { ...this.#group, to: "nowhere" };
    else if (symbol === "~") this.#add(" ");
    else if (symbol === "_") this.#add("-");
    else if (symbol === "\n" || symbol === "\r") this.#control("par", undefined);
    else if (/[\\{}]/u.test(symbol)) this.#add(symbol);
  }

  #control(name: string, value: number | undefined): void {
    if (name === "bin") this.#skip = 0;
    else if (name === "u") this.#unicode(value ?? 0);
    else if (signs[name] !== undefined) this.#add(signs[name] ?? "");
    else if (!this.#structure(name)) this.#setting(name, value);
  }

  /** What ends a paragraph, cell or row, or begins a group of another kind. */
  #structure(name: string): boolean {
    if (name === "par" || name === "sect" || name === "page") this.#paragraphEnds();
    else if (name === "cell" || name === "nestcell") this.#cellEnds();
    else if (name === "row" || name === "nestrow") this.#rowEnds();
    else if (name === "pard") this.#inTable = false;
    else if (name === "intbl") this.#inTable = true;
    else if (name === "trowd") this.#goesOn = [];
    else if (name === "clvmrg") this.#nextGoesOn = true;
    else return false;
    return true;
  }

  #setting(name: string, value: number | undefined): void {
    if (name === "cellx") {
      this.#goesOn.push(this.#nextGoesOn);
      this.#nextGoesOn = false;
    } else if (name === "ansicpg") this.encoding = codePages[value ?? 0] ?? this.encoding;
    else if (name === "uc") this.#group = { ...this.#group, fallback: Math.min(10, Math.max(0, value ?? 1)) };
    else if (name === "v") this.#group = { ...this.#group, hidden: value !== 0 };
    else if (name === "plain") this.#group = { ...this.#group, hidden: false };
    else if (name === "f") this.#font(value ?? 0);
    else if (name === "fcharset" && this.#group.to === "fonts")
      this.#fonts.set(this.#definesFont, charsets[value ?? 0] ?? "");
    else this.#destination(name);
  }

  #destination(name: string): void {
    if (name === "pict") this.images++;
    if (name === "fonttbl") this.#group = { ...this.#group, to: "fonts" };
    else if (name === "listtext" || name === "pntext") this.#group = { ...this.#group, to: "label" };
    else if (name === "shptxt") this.#group = { ...this.#group, to: "body" };
    else if (nowhere.has(name)) this.#group = { ...this.#group, to: "nowhere" };
    else if (layoutGroups.has(name)) this.#group = { ...this.#group, to: "layout" };
  }

  #font(font: number): void {
    this.#flushBytes();
    if (this.#group.to === "fonts") this.#definesFont = font;
    else this.#group = { ...this.#group, font };
  }

  #unicode(value: number): void {
    this.#flushBytes();
    this.#add(String.fromCharCode(value & 0xffff));
    this.#skip = this.#group.fallback;
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else this.#bytes.push(byte);
  }

  #plain(words: string): void {
    const skipped = Math.min(this.#skip, words.length);
    this.#skip -= skipped;
    for (let at = skipped; at < words.length; at++) {
      const code = words.charCodeAt(at);
      // The second byte of a Chinese sign may look like a letter.
      if (code > 0x7f || this.#bytes.length % 2 === 1) this.#bytes.push(code);
      else {
        const end = words.slice(at).search(/[\u0080-\u00ff]/u);
        this.#add(end < 0 ? words.slice(at) : words.slice(at, at + end));
        at = end < 0 ? words.length : at + end - 1;
      }
    }
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const encoding = this.#fonts.get(this.#group.font) || this.encoding;
    // Latin fonts are named for Chinese words too: the page's encoding knows better.
    const wide = encoding === "windows-1252" ? this.encoding : encoding;
    this.#put(new TextDecoder(wide).decode(bytes));
  }

  #add(words: string): void {
    this.#flushBytes();
    this.#put(words);
  }

  #put(words: string): void {
    if (this.#group.hidden) return;
    if (this.#group.to === "body") this.#words += words;
    else if (this.#group.to === "label") this.#label += words;
    else if (this.#group.to === "layout") this.#layout += words;
  }

  #paragraphEnds(): void {
    this.#flushBytes();
    if (this.#group.to === "layout") this.#layoutEnds();
    if (this.#group.to !== "body") return;
    const ended = this.#taken();
    if (this.#inTable) this.#table.paragraph(ended);
    else {
      this.#tableEnds();
      this.#listener.paragraph(ended.words, ended.label, undefined);
    }
  }

  #taken(): RtfParagraph {
    const taken = { words: this.#words, label: this.#label };
    this.#words = "";
    this.#label = "";
    return taken;
  }

  #layoutEnds(): void {
    this.#listener.layout(this.#layout);
    this.#layout = "";
  }

  #cellEnds(): void {
    this.#flushBytes();
    this.#table.cellEnds(this.#taken());
  }

  #rowEnds(): void {
    this.#table.rowEnds(this.#goesOn);
    this.#inTable = false;
  }

  #tableEnds(): void {
    if (this.#table.isEmpty) return;
    this.#listener.gap();
    for (const { paragraph, cell } of this.#table.ended())
      this.#listener.paragraph(paragraph.words, paragraph.label, cell);
    this.#listener.gap();
  }
}
