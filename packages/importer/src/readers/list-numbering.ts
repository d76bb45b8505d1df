import { counted } from "./counting.ts";

/** Where a paragraph stands in the document's lists. */
export interface NumberPlace {
  /** Name of the list. */
  readonly list: string;
  /** 0 the outermost. */
  readonly level: number;
}

/** How one level of a list is numbered. */
export interface ListLevel {
  readonly start: number;
  /** As Office Open XML names it (ST_NumberFormat). */
  readonly format: string;
  /** `%1.%2`, with the counters of the levels. */
  readonly text: string;
  /** All numbers as digits, whatever their levels say. */
  readonly legal: boolean;
  /** The 0-based level whose use restarts this one; undefined: any higher level. -1: never. */
  readonly restart?: number;
}

export interface List {
  /** Lists that share their definition share their counters. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Counters that are set when this list is first used. */
  readonly overrides: ReadonlyMap<number, number>;
}

const plainLevel: ListLevel = { start: 1, format: "decimal", text: "%1.", legal: false };

/** Gives a document's paragraphs their automatic numbers; ask in document order, every number once. */
export class ListNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #used = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
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

  #count({ list: id, level: at }: NumberPlace, list: List, level: ListLevel): void {
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

/** Symbol fonts keep their bullets in the private area; any of them is a bullet. */
function bullet(text: string): string {
  return /^[^\p{Co}\p{Cc}]+$/u.test(text.trim()) ? text.trim() : "•";
}
