import type { DocFile, DocParagraph } from "./doc-file.ts";
import type { DocProperties } from "./doc-properties.ts";
import type { List, ListLevel, NumberPlace } from "./list-numbering.ts";

/** Number formats in the order of their codes, by the names of Office Open XML; codes and names agree. */
const formats =
  "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand".split(
    " ",
  );

interface Definition {
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** The style of each level; 4095 for none. */
  readonly styles: readonly number[];
}

/** The automatic lists of a document: their definitions, and which paragraph stands where in them. */
export class DocLists {
  /** By their 1-based numbers, as paragraphs name them. */
  readonly lists: ReadonlyMap<string, List>;
  readonly #definitions: readonly (Definition | undefined)[];

  /** Reads the tables of lists ([MS-DOC] 2.9.131, 2.9.132). */
  constructor(file: DocFile) {
    const definitions = definitionsIn(file);
    const used = usedLists(file);
    this.#definitions = used.map(({ id }) => definitions.get(id));
    this.lists = new Map(
      used.map(({ id, levels, overrides }, index) => [
        String(index + 1),
        {
          definition: String(id),
          levels: new Map([...(definitions.get(id)?.levels ?? []), ...levels]),
          overrides,
        },
      ]),
    );
  }

  /** Where a paragraph stands, by its own formatting and that of its style. */
  placeOf({ style, properties }: DocParagraph, styled: DocProperties): NumberPlace | undefined {
    const list = properties.list ?? styled.list ?? 0;
    const definition = this.#definitions[list - 1];
    if (!definition) return undefined;
    const linked = definition.styles.indexOf(style);
    return { list: String(list), level: properties.level ?? styled.level ?? Math.max(0, linked) };
  }
}

interface UsedList {
  /** Of its definition. */
  readonly id: number;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly overrides: ReadonlyMap<number, number>;
}

/** Reads numbers one behind the other. */
class Cursor {
  readonly #view: DataView;
  at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.at = at;
  }

  byte(): number {
    return this.#view.getUint8(this.at++);
  }

  short(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2, true);
  }

  whole(): number {
    this.at += 4;
    return this.#view.getInt32(this.at - 4, true);
  }
}

function definitionsIn(file: DocFile): ReadonlyMap<number, Definition> {
  const { at, length } = file.tablePart(0x2e2);
  if (length === 0) return new Map();
  const cursor = new Cursor(file.table, at);
  const heads = Array.from({ length: cursor.short() }, () => {
    const id = cursor.whole();
    cursor.at += 4;
    const styles = Array.from({ length: 9 }, () => cursor.short());
    const simple = (cursor.byte() & 1) !== 0;
    cursor.at++;
    return { id, styles, levels: simple ? 1 : 9 };
  });
  // The levels stand behind all heads, list by list.
  return new Map(
    heads.map(({ id, styles, levels }) => [
      id,
      { styles, levels: new Map(Array.from({ length: levels }, (_, level) => [level, levelAt(cursor)])) },
    ]),
  );
}

function usedLists(file: DocFile): UsedList[] {
  const { at, length } = file.tablePart(0x2ea);
  if (length === 0) return [];
  const cursor = new Cursor(file.table, at);
  const heads = Array.from({ length: cursor.whole() }, () => {
    const id = cursor.whole();
    cursor.at += 8;
    const changes = cursor.byte();
    cursor.at += 3;
    return { id, changes };
  });
  return heads.map(({ id, changes }) => {
    cursor.at += 4;
    const levels = new Map<number, ListLevel>();
    const overrides = new Map<number, number>();
    for (let left = changes; left > 0; left--) {
      const start = cursor.whole();
      const flags = cursor.whole();
      const level = flags & 15;
      if ((flags & 32) !== 0) levels.set(level, levelAt(cursor));
      else if ((flags & 16) !== 0) overrides.set(level, start);
    }
    return { id, levels, overrides };
  });
}

/** One level ([MS-DOC] 2.9.150): in its text the signs 0 to 8 stand for the counters. */
function levelAt(cursor: Cursor): ListLevel {
  const start = cursor.whole();
  const code = cursor.byte();
  const flags = cursor.byte();
  cursor.at += 9 + 1 + 8;
  const formatting = cursor.byte() + cursor.byte();
  const restart = cursor.byte();
  cursor.at += 1 + formatting;
  const text = Array.from({ length: cursor.short() }, () => cursor.short())
    .map((sign) => (sign < 9 ? `%${sign + 1}` : String.fromCharCode(sign)))
    .join("");
  return {
    start,
    format: code === 0xff ? "none" : (formats[code] ?? "decimal"),
    text,
    legal: (flags & 4) !== 0,
    ...((flags & 8) === 0 ? {} : { restart: restart - 1 }),
  };
}
