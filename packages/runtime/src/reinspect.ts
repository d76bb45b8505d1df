import { recompileItem } from "./compile.ts";
import { type RuleFindings, ruleFindings } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { item as isItem } from "./generated/grammar.js";
import type { JsonObject } from "./json.ts";
import { objectAt } from "./json-kind.ts";
import { plainOf } from "./layered.ts";
import { limits } from "./limits.ts";
import { type KnownPlaces, lintContext } from "./lint/rule.ts";
import type { Item, RoleModel, Section, TextRange } from "./model.ts";
import { withValueParsed } from "./node-view.ts";
import { type Resolved, resolveItem } from "./resolve.ts";
import { safeValue } from "./safe-value.ts";
import { checkItemSchema } from "./schema-safety.ts";
import { parseText, propertyIndex, tokensOf } from "./syntax.ts";
import type { SyntaxNode, TemplateHost, TemplatePath, TemplateSource } from "./template.ts";
import { followsGrammar } from "./validate.ts";

/** What is remembered of a text without errors, to look into its next state. */
export interface Reading {
  readonly template: TemplateSource;
  /** As the text was when it was last read from its start: items that have changed since are theirs of then. */
  readonly resolved: Resolved;
  readonly role: RoleModel;
  readonly findings: RuleFindings;
  readonly tokens: number;
}

/**
 * The reading of a text that differs from the one before inside a single item: what a keystroke mostly does; of the very
 * same text the one before. Undefined where that is not so, where a parent has changed, or where the item now has an error: the text is then read from its
 * start.
 *
 * ```
 *  both texts ──equal beginning and end──► the item between ──parse, check, compile──► new item
 *                                                                                        │
 *  tree, value, model, findings before ──everything behind moves by the difference──► with it in place
 * ```
 * The result equals that of reading from the start; a property test holds the two together.
 */
export function reinspect(text: string, host: TemplateHost, before: Reading): Reading | undefined {
  if (!saysTheSame(host, before.resolved)) return undefined;
  if (text === before.template.text) return before;
  const place = changedItem(text, before);
  if (!place) return undefined;
  const parsed = parsedItem(text, place, before);
  if (!parsed) return undefined;
  const { section, item } = place;
  const path = item.source.path as readonly string[];
  const template: TemplateSource = {
    text,
    value: withItem(before.template.value, path, parsed.value),
    tree: withValueParsed(before.template.tree, place.way, parsed.tree, place.longer),
  };
  const fresh = freshItem(before, template, item, parsed.value);
  if (!fresh) return undefined;
  const role = roleWith(before, section, fresh, place);
  const findings = findingsAfter(before, { template, role, fresh, place });
  return { template, resolved: before.resolved, role, findings, tokens: parsed.tokens };
}

function saysTheSame(host: TemplateHost, { parents = [] }: Resolved): boolean {
  return parents.every(({ id, version, text }) => host.template(id, version) === text);
}

/** The item with what it inherits, checked as a whole text would be: first as it is written, then as it comes out. */
function freshItem(before: Reading, template: TemplateSource, item: Item, own: JsonObject): Item | undefined {
  const { resolved } = before;
  const path = item.source.path as readonly string[];
  const known = path.reduce(objectAt, before.template.value);
  const isWritten = known["x-extends"] === own["x-extends"] && followsGrammar(own, path, template.value);
  const partial = template.value["x-extends"] !== undefined;
  if (!isWritten || checkItemSchema(own, path, template, partial).length > 0) return undefined;
  if (!resolved.layers) return recompileItem(template, resolved, item, own, undefined);
  const layers = resolveItem(resolved, path, own);
  const whole = layers && (plainOf(layers) as JsonObject);
  const source = { ...template, value: resolved.value ?? {} };
  if (!whole || !isItem(whole) || checkItemSchema(whole, path, source).length > 0) return undefined;
  return recompileItem(template, resolved, item, whole, layers);
}

/** The item in whose value both texts differ. */
interface Place {
  readonly section: Section;
  readonly item: Item;
  /** Indexes of `children` from the root to the item's value. */
  readonly way: readonly number[];
  /** Where the value was written before. */
  readonly start: number;
  readonly end: number;
  /** By how much the text grew, all of it inside the value. */
  readonly longer: number;
}

function changedItem(text: string, { template, role }: Reading): Place | undefined {
  const [from, to] = difference(template.text, text);
  for (const section of role.sections) {
    if (!surrounds(section.source.range, from, to)) continue;
    const item = section.items.find(({ source }) => surrounds(source.range, from, to));
    const found = item && wayTo(template.tree, item.source.path);
    if (!item || !found) return undefined;
    const { way, node } = found;
    const end = node.offset + node.length;
    // Strictly inside its braces: with these, the value might end elsewhere.
    if (node.type !== "object" || from <= node.offset || to >= end) return undefined;
    return { section, item, way, start: node.offset, end, longer: text.length - template.text.length };
  }
  return undefined;
}

/** The part of the text before, `[from, to)`, that the texts do not have in common. */
function difference(before: string, after: string): readonly [from: number, to: number] {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from + stride <= shorter && before.slice(from, from + stride) === after.slice(from, from + stride))
    from += stride;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let common = 0;
  const room = shorter - from;
  while (common + stride <= room && endOf(before, common) === endOf(after, common)) common += stride;
  while (
    common < room &&
    before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common)
  ) {
    common += 1;
  }
  return [from, before.length - common];
}

/** Long equal stretches are compared as a whole, which is many times faster than sign by sign. */
const stride = 2048;

function endOf(text: string, common: number): string {
  return text.slice(text.length - common - stride, text.length - common);
}

function surrounds({ start, end }: TextRange, from: number, to: number): boolean {
  return start < from && to < end;
}

function wayTo(tree: SyntaxNode, path: readonly (string | number)[]) {
  const way: number[] = [];
  let node = tree;
  for (const step of path) {
    const index = propertyIndex(node, String(step));
    const value = index === undefined ? undefined : node.children?.[index]?.children?.[1];
    if (index === undefined || !value) return undefined;
    way.push(index, 1);
    node = value;
  }
  return { way, node };
}

/** The value's text on its own; undefined where it does not hold together, or goes beyond what a template may be. */
function parsedItem(text: string, { start, end, longer, item }: Place, before: Reading) {
  if (text.length > limits.size) return undefined;
  const own = text.slice(start, end + longer);
  const { tree } = parseText(own);
  // A comment that was opened may have swallowed the closing brace.
  if (tree?.type !== "object" || tree.length !== own.length) return undefined;
  const known = parseText(before.template.text.slice(start, end)).tree;
  const tokens = before.tokens + (tokensOf(tree) ?? 0) - ((known && tokensOf(known)) ?? 0);
  if (tokens > limits.tokens || depthOf(tree) + item.source.path.length > limits.depth) return undefined;
  const { value, problems } = safeValue(tree);
  return problems.length > 0 ? undefined : { tree, value, tokens };
}

function depthOf(node: SyntaxNode): number {
  const inner = Math.max(0, ...(node.children ?? []).map(depthOf));
  return node.type === "object" || node.type === "array" ? inner + 1 : inner;
}

function withItem(value: JsonObject, [step, ...rest]: readonly string[], item: JsonObject): JsonObject {
  if (step === undefined) return item;
  return { ...value, [step]: withItem(objectAt(value, step), rest, item) };
}

function roleWith({ role, resolved }: Reading, changed: Section, fresh: Item, place: Place): RoleModel {
  const sections = role.sections.map((section) => {
    // What a section inherits is placed at the line that brings it, which may stand behind the change.
    if (!resolved.layers && section !== changed && section.source.range.end <= place.start) return section;
    const items = section.items.map((item) => (item === place.item ? fresh : moved(item, place)));
    return Object.freeze({ ...moved(section, place), items: Object.freeze(items) });
  });
  return Object.freeze({ ...role, sections: Object.freeze(sections) });
}

/** A section or item with its place in the new text. */
function moved<Part extends Section | Item>(part: Part, place: Place): Part {
  const range = movedRange(part.source.range, place);
  if (range === part.source.range) return part;
  return Object.freeze<Part>({ ...part, source: Object.freeze({ ...part.source, range: Object.freeze(range) }) });
}

/** What is behind the value moves; what surrounds it grows. */
function movedRange(range: TextRange, { end, longer }: Place): TextRange {
  if (longer === 0 || range.end < end) return range;
  return { start: range.start < end ? range.start : range.start + longer, end: range.end + longer };
}

interface After {
  readonly template: TemplateSource;
  readonly role: RoleModel;
  readonly fresh: Item;
  readonly place: Place;
}

/** Rules that look at items one by one are asked about the new one only. */
function findingsAfter(before: Reading, { template, role, fresh, place }: After): RuleFindings {
  const context = lintContext(role, template, undefined, placesAfter(before, fresh, place));
  const alone = lintContext(role, template, fresh);
  return ruleFindings(context, (rule) => {
    const known = before.findings.get(rule) ?? [];
    const outside = known.filter((found) => !isInside(found, fresh));
    const isRead = outside.length < known.length || !rule.reads || !same(rule.reads(place.item), rule.reads(fresh));
    if (rule.scope !== "item" && isRead) return rule.check(context);
    const others = outside.map((found) => movedFinding(found, place)).filter((found) => found !== undefined);
    if (others.length < outside.length) return rule.check(context);
    return rule.scope === "item" ? [...others, ...rule.check(alone)] : others;
  });
}

/**
 * Where findings outside the item stand now: thousands of places are sooner moved than found again. Of findings about
 * some words of a text, the words' places: who reports such looks for them by itself.
 */
function placesAfter({ findings }: Reading, fresh: Item, place: Place): KnownPlaces {
  let known: Map<string, TextRange> | undefined;
  return (code, path) => {
    known ??= new Map(
      [...findings].flatMap(([rule, list]) =>
        rule.scope === "item" ? [] : list.filter((found) => !isInside(found, fresh)).map(placed),
      ),
    );
    const range = known.get(placeKey(code, path));
    return range && movedRange(range, place);
  };
}

function placed({ code, path, range }: Diagnostic) {
  return [placeKey(code, path), range] as const;
}

function placeKey(code: string, path: TemplatePath): string {
  return `${code} ${path.join("/")}`;
}

function isInside({ path }: Diagnostic, { source }: Item): boolean {
  // From its end: items differ in their keys first of all.
  for (let at = source.path.length - 1; at >= 0; at -= 1) if (path[at] !== source.path[at]) return false;
  return true;
}

/** The finding at its place in the new text; undefined where one of its fixes reaches into the item that changed. */
function movedFinding(found: Diagnostic, place: Place): Diagnostic | undefined {
  const edits = found.fixes.flatMap((fix) => fix.edits);
  if (edits.some(({ offset, length }) => offset < place.end && offset + length > place.start)) return undefined;
  if (place.longer === 0) return found;
  const fixes = found.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => (edit.offset < place.end ? edit : { ...edit, offset: edit.offset + place.longer })),
  }));
  return { ...found, range: movedRange(found.range, place), fixes };
}

function same(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.every((value, index) => value === after[index]);
}
