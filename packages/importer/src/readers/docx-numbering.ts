import { childOf, childrenOf, type XmlElement } from "../xml-tree.ts";
import { counted } from "./counting.ts";

/** Where a paragraph stands in the document's lists. */
export interface NumberPlace {
  /** `w:numId`. */
  readonly list: string;
  /** `w:ilvl`, 0 the outermost. */
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`, with the counters of the levels. */
  readonly text: string;
  /** All numbers as digits, whatever their levels say. */
  readonly legal: boolean;
  /** The 0-based level whose use restarts this one; undefined: any higher level. -1: never. */
  readonly restart?: number;
}

interface List {
  /** Lists that share their definition share their counters. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Counters that are set when this list is first used. */
  readonly overrides: ReadonlyMap<number, number>;
}

const plainLevel: Level = { start: 1, format: "decimal", text: "%1.", legal: false };

/** Gives a document's paragraphs their automatic numbers; ask in document order, every number once. */
export class DocxNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #used = new Set<string>();

  /** @param numbering Root of `word/numbering.xml`; undefined where the document has none. */
  constructor(numbering: XmlElement | undefined) {
    const definitions = definitionsIn(numbering);
    const lists = childrenOf(numbering, "num").map(
      (num) => [num.attributes.numId ?? "", listOf(num, definitions)] as const,
    );
    this.#lists = new Map(lists);
  }

  /** The next number at this place, as Word shows it; a bullet is `•`. Undefined where the list does not exist. */
  label(place: NumberPlace): string | undefined {
    const list = this.#lists.get(place.list);
    if (!list) return undefined;
    const level = list.levels.get(place.level) ?? plainLevel;
    this.#count(place, list, level);
    if (level.format === "bullet") return bullet(level.text);
    const counters = this.#countersOf(list);
    return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at) ?? plainLevel;
      return counted(counters.get(at) ?? shown.start, level.legal ? "decimal" : shown.format);
    });
  }

  #count({ list: id, level: at }: NumberPlace, list: List, level: Level): void {
    const counters = this.#countersOf(list);
    if (!this.#used.has(id)) {
      this.#used.add(id);
      for (const [overridden, start] of list.overrides) counters.set(overridden, start - 1);
    }
    counters.set(at, (counters.get(at) ?? level.start - 1) + 1);
    for (const deeper of counters.keys()) {
      const restart = list.levels.get(deeper)?.restart;
      if (deeper > at && (restart === undefined || at <= restart)) counters.delete(deeper);
    }
  }

  #countersOf({ definition }: List): Map<number, number> {
    const known = this.#counters.get(definition) ?? new Map<number, number>();
    this.#counters.set(definition, known);
    return known;
  }
}

/** Style whose paragraphs are at a level of a list, by the level's own word: style id → place in the definition. */
export function linkedLevels(numbering: XmlElement | undefined): ReadonlyMap<string, number> {
  const levels = childrenOf(numbering, "abstractNum").flatMap((definition) => childrenOf(definition, "lvl"));
  return new Map(
    levels.flatMap((level) => {
      const style = childOf(level, "pStyle")?.attributes.val;
      return style === undefined ? [] : [[style, Number(level.attributes.ilvl ?? 0)] as const];
    }),
  );
}

/** Definitions by id; one that only names a list style takes the levels of the definition that makes the style. */
function definitionsIn(numbering: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  const all = childrenOf(numbering, "abstractNum");
  const styles = new Map(all.map((definition) => [childOf(definition, "styleLink")?.attributes.val, definition]));
  return new Map(
    all.map((definition) => {
      const link = childOf(definition, "numStyleLink")?.attributes.val;
      const linked = link === undefined ? undefined : styles.get(link);
      return [definition.attributes.abstractNumId ?? "", linked ?? definition];
    }),
  );
}

function listOf(num: XmlElement, definitions: ReadonlyMap<string, XmlElement>): List {
  const definition = definitions.get(childOf(num, "abstractNumId")?.attributes.val ?? "");
  const levels = new Map(childrenOf(definition, "lvl").map((level) => [ordinalOf(level), levelOf(level)]));
  const overrides = new Map<number, number>();
  for (const override of childrenOf(num, "lvlOverride")) {
    const level = childOf(override, "lvl");
    if (level) levels.set(ordinalOf(override), levelOf(level));
    const start = childOf(override, "startOverride")?.attributes.val;
    if (start !== undefined) overrides.set(ordinalOf(override), Number(start));
  }
  return { definition: definition?.attributes.abstractNumId ?? `list ${num.attributes.numId}`, levels, overrides };
}

function levelOf(level: XmlElement): Level {
  const value = (name: string) => childOf(level, name)?.attributes.val;
  const restart = value("lvlRestart");
  const legal = childOf(level, "isLgl");
  return {
    start: Number(value("start") ?? 0),
    format: formatOf(level),
    text: value("lvlText") ?? "",
    legal: legal !== undefined && legal.attributes.val !== "0" && legal.attributes.val !== "false",
    ...(restart === undefined ? {} : { restart: Number(restart) - 1 }),
  };
}

/** Newer formats stand in an alternate for programs that know them. */
function formatOf(level: XmlElement): string {
  const plain = childOf(level, "numFmt") ?? childOf(level, "AlternateContent", "Fallback", "numFmt");
  const format = plain?.attributes.val ?? "decimal";
  return format === "custom" ? "decimalZero" : format;
}

function ordinalOf(element: XmlElement): number {
  return Number(element.attributes.ilvl ?? 0);
}

/** Symbol fonts keep their bullets in the private area; any of them is a bullet. */
function bullet(text: string): string {
  return /^[^\p{Co}\p{Cc}]+$/u.test(text.trim()) ? text.trim() : "•";
}
