import { childOf, childrenOf, type XmlElement } from "../xml-tree.ts";
import type { List, ListLevel } from "./list-numbering.ts";

/** The lists of a document by their `w:numId`. `numbering` is the root of `word/numbering.xml`, where there is one. */
export function docxLists(numbering: XmlElement | undefined): ReadonlyMap<string, List> {
  const definitions = definitionsIn(numbering);
  return new Map(
    childrenOf(numbering, "num").map((num) => [num.attributes.numId ?? "", listOf(num, definitions)] as const),
  );
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

function levelOf(level: XmlElement): ListLevel {
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
