import type { TextRange } from "../model.ts";
import type { LooseMember, LooseText, LooseValue } from "./loose.ts";
import { insideQuotes, keyRangeOf, looseAt, memberOf, objectsIn, stringOf, valueRangeOf } from "./loose-text.ts";

/*
 * Keys tie a template together: a standard names the duties it supports, a ratio its two inputs, a `$ref` a definition.
 * This is the one list of what names what; completion, definition, references and rename all read it.
 */

/** What a key can stand for. */
export type NameKind = "section" | "item" | "input" | "definition";

/** A key that can be named from elsewhere. */
export interface Declaration {
  readonly kind: NameKind;
  readonly name: string;
  readonly member: LooseMember;
  /** The item that an input belongs to, the section of an item; undefined for the others. */
  readonly scope: LooseMember | undefined;
}

/** A place that names a key. */
export interface Link {
  readonly kind: NameKind;
  readonly name: string;
  /** The name itself, without quotes. */
  readonly range: TextRange;
  /** The item whose input is meant; undefined for the others. */
  readonly scope: LooseMember | undefined;
}

/** All keys that can be named, and all places that name one. */
export interface Links {
  readonly declarations: readonly Declaration[];
  readonly links: readonly Link[];
}

/** Parameters of measures and scores that name an input of their item, by the definition they stand in. */
export const inputParams: Readonly<Record<string, readonly string[]>> = {
  "measure-ratio": ["of", "to"],
  "measure-deviation": ["plan", "actual"],
  "measure-duration": ["from", "to"],
  "score-veto": ["reason"],
};

/** Parameters that hold a formula over the inputs. */
const formulaParams: Readonly<Record<string, readonly string[]>> = { "measure-expression": ["formula"] };

const known = new WeakMap<LooseText, Links>();

/** The links of a text; read once. */
export function linksOf(source: LooseText): Links {
  const found = known.get(source) ?? new LinkReader(source).read();
  known.set(source, found);
  return found;
}

/** The key that a link means, when the text itself has it. */
export function targetOf({ declarations }: Links, link: Link): Declaration | undefined {
  return declarations.find((declaration) => isMeant(declaration, link));
}

/** Every place that names a key. */
export function linksTo({ links }: Links, declaration: Declaration): readonly Link[] {
  return links.filter((link) => isMeant(declaration, link));
}

function isMeant(declaration: Declaration, link: Link): boolean {
  if (declaration.kind !== link.kind || declaration.name !== link.name) return false;
  return link.scope === undefined || link.scope === declaration.scope;
}

/** What a name at an offset is: a key, or a place that names one. */
export function nameAt(
  source: LooseText,
  offset: number,
): { readonly declaration: Declaration } | { readonly link: Link } | undefined {
  const { declarations, links } = linksOf(source);
  const declaration = declarations.find(({ member }) => holds(keyRangeOf(member), offset));
  if (declaration) return { declaration };
  const link = links.find(({ range }) => holds(range, offset));
  return link && { link };
}

function holds({ start, end }: TextRange, offset: number): boolean {
  return offset >= start && offset <= end;
}

/** Where the fields of an item's observation are declared: its own, or those of each entry of its list. */
export function fieldsOf(item: LooseValue | undefined): readonly LooseMember[] {
  const own = memberOf(item, "properties")?.value;
  const ofEntries = memberOf(memberOf(item, "items")?.value, "properties")?.value;
  return [...(own?.members ?? []), ...(ofEntries?.members ?? [])];
}

class LinkReader {
  private readonly source: LooseText;
  private readonly declarations: Declaration[] = [];
  private readonly links: Link[] = [];

  constructor(source: LooseText) {
    this.source = source;
  }

  read(): Links {
    const { source } = this;
    const { root } = source;
    // A KPI of the library is an item on its own: its inputs have names, and nothing above them does.
    if (memberOf(root, "x-kpi") || memberOf(root, "x-item")) this.item(root, undefined);
    for (const member of looseAt(source, ["$defs"])?.members ?? []) this.addName("definition", member, undefined);
    this.names("section", memberOf(root, "required")?.value, undefined);
    for (const section of objectsIn(memberOf(root, "x-item") ? undefined : looseAt(source, ["properties"]))) {
      this.section(section);
    }
    this.references(root);
    return { declarations: this.declarations, links: this.links };
  }

  private section(section: LooseMember): void {
    this.addName("section", section, undefined);
    this.names("item", memberOf(section.value, "required")?.value, undefined);
    for (const item of memberOf(section.value, "properties")?.value?.members ?? []) {
      this.addName("item", item, section);
      this.item(item.value, item);
    }
  }

  private item(item: LooseValue | undefined, scope: LooseMember | undefined): void {
    for (const field of fieldsOf(item)) this.addName("input", field, scope);
    for (const schema of [item, memberOf(item, "items")?.value]) {
      this.names("input", memberOf(schema, "required")?.value, scope);
      for (const member of memberOf(schema, "dependentRequired")?.value?.members ?? []) {
        this.link("input", insideQuotes(this.source.text, keyRangeOf(member)), scope);
        this.names("input", member.value, scope);
      }
    }
    const info = memberOf(item, "x-item")?.value;
    this.names("item", memberOf(info, "supports")?.value, undefined);
    for (const keyword of ["measure", "score"]) this.params(keyword, memberOf(info, keyword)?.value, scope);
  }

  private params(keyword: string, rule: LooseValue | undefined, scope: LooseMember | undefined): void {
    const kind = `${keyword}-${stringOf(this.source.text, memberOf(rule, "kind")?.value) ?? ""}`;
    for (const param of inputParams[kind] ?? []) this.name("input", memberOf(rule, param)?.value, scope);
    for (const param of formulaParams[kind] ?? []) this.formula(memberOf(rule, param)?.value, scope);
  }

  /** Names in a formula are words outside its quotes; those that no input has are the language's own. */
  private formula(value: LooseValue | undefined, scope: LooseMember | undefined): void {
    if (value?.kind !== "string") return;
    const { start, end } = insideQuotes(this.source.text, valueRangeOf(value));
    const written = this.source.text.slice(start, end);
    for (const match of written.matchAll(/'[^']*'|\\.|(?<![.\w])[A-Za-z_]\w*/g)) {
      if (!/^[A-Za-z_]/.test(match[0])) continue;
      const at = start + match.index;
      this.link("input", { start: at, end: at + match[0].length }, scope);
    }
  }

  private names(kind: NameKind, list: LooseValue | undefined, scope: LooseMember | undefined): void {
    for (const element of list?.elements ?? []) this.name(kind, element, scope);
  }

  private name(kind: NameKind, value: LooseValue | undefined, scope: LooseMember | undefined): void {
    if (value?.kind === "string") this.link(kind, insideQuotes(this.source.text, valueRangeOf(value)), scope);
  }

  private link(kind: NameKind, range: TextRange, scope: LooseMember | undefined): void {
    this.links.push({ kind, name: this.source.text.slice(range.start, range.end), range, scope });
  }

  private addName(kind: NameKind, member: LooseMember, scope: LooseMember | undefined): void {
    this.declarations.push({ kind, name: member.name, member, scope });
  }

  /** `$ref` may stand in any schema, however deep. */
  private references(root: LooseValue | undefined): void {
    const waiting = root ? [root] : [];
    for (let value = waiting.pop(); value; value = waiting.pop()) {
      for (const { name, value: inner } of value.members) {
        if (name === "$ref") this.reference(inner);
        if (inner) waiting.push(inner);
      }
      waiting.push(...value.elements);
    }
  }

  private reference(value: LooseValue | undefined): void {
    const prefix = "#/$defs/";
    if (!value || !stringOf(this.source.text, value)?.startsWith(prefix)) return;
    const { start, end } = insideQuotes(this.source.text, valueRangeOf(value));
    this.link("definition", { start: start + prefix.length, end }, undefined);
  }
}
