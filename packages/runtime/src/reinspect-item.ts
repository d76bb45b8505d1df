import { recompileItem } from "./compile.ts";
import { detached } from "./detached.ts";
import { type RuleFindings, ruleFindings } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { laysOutAlike } from "./edit-layout.ts";
import { item as isItem } from "./generated/grammar.js";
import type { JsonObject } from "./json.ts";
import { objectAt, withMember } from "./json-kind.ts";
import { plainOf } from "./layered.ts";
import { limits } from "./limits.ts";
import { lintContext } from "./lint/rule.ts";
import type { Item, RoleModel, Section } from "./model.ts";
import { moved, movedFindings, placesAfter, roleWith, type Stretch } from "./moved.ts";
import { withValueParsed } from "./node-view.ts";
import type { Reading } from "./reading.ts";
import { depthOf } from "./reparse.ts";
import { resolveItem } from "./resolve.ts";
import { safeValue } from "./safe-value.ts";
import { checkItemSchema } from "./schema-safety.ts";
import { parseWhole, tokensOf, wayTo } from "./syntax.ts";
import type { TemplateSource } from "./template.ts";
import { surrounds, type TextChange } from "./text-change.ts";
import { followsGrammar } from "./validate.ts";

/**
 * The reading of a text that differs from the one before inside a single item: what a keystroke mostly does. Undefined
 * where that is not so, or where the item now has an error.
 *
 * ```
 *  both texts ──equal beginning and end──► the item between ──parse, check, compile──► new item
 *                                                                                        │
 *  tree, value, model, findings before ──everything behind moves by the difference──► with it in place
 * ```
 */
export function reinspectItem(text: string, before: Reading, change: TextChange): Reading | undefined {
  const place = changedItem(before, change);
  if (!place || !laysOutAlike(before.template.text, text, place)) return undefined;
  const parsed = parsedItem(text, place, before);
  if (!parsed) return undefined;
  const { section, item } = place;
  const path = item.source.path as readonly string[];
  const template: TemplateSource = {
    text,
    value: withMember(before.template.value, path, parsed.value),
    tree: withValueParsed(before.template.tree, place.way, parsed.tree, place.longer),
  };
  const fresh = freshItem(before, template, item, parsed.value);
  if (!fresh) return undefined;
  const items = section.items.map((one) => (one === item ? fresh : moved(one, place)));
  const role = roleWith(before.role, section, items, place);
  const findings = findingsAfter(before, { template, role, fresh, place });
  return { template, resolved: before.resolved, role, findings, tokens: parsed.tokens };
}

/** The item with what it inherits, checked as a whole text would be: first as it is written, then as it comes out. */
function freshItem(before: Reading, template: TemplateSource, item: Item, own: JsonObject): Item | undefined {
  const { resolved } = before;
  const { key, section, number } = item;
  const path = item.source.path as readonly string[];
  const place = { key, section, number, path };
  const known = path.reduce(objectAt, before.template.value);
  const isWritten = known["x-extends"] === own["x-extends"] && followsGrammar(own, path, template.value);
  const partial = template.value["x-extends"] !== undefined;
  if (!isWritten || checkItemSchema(own, path, template, partial).length > 0) return undefined;
  if (!resolved.layers) return recompileItem(template, resolved, place, own, undefined);
  const layers = resolveItem(resolved, path, own);
  const whole = layers && (plainOf(layers) as JsonObject);
  const source = { ...template, value: resolved.value ?? {} };
  if (!whole || !isItem(whole) || checkItemSchema(whole, path, source).length > 0) return undefined;
  return recompileItem(template, resolved, place, whole, layers);
}

/** The item in whose value both texts differ. */
interface Place extends Stretch {
  readonly section: Section;
  readonly item: Item;
  /** Indexes of `children` from the root to the item's value. */
  readonly way: readonly number[];
}

function changedItem({ template, role }: Reading, change: TextChange): Place | undefined {
  const { from, to, longer } = change;
  for (const section of role.sections) {
    if (!surrounds(section.source.range, change)) continue;
    const item = section.items.find(({ source }) => surrounds(source.range, change));
    const found = item && wayTo(template.tree, item.source.path);
    if (!item || !found) return undefined;
    const { way, node } = found;
    const end = node.offset + node.length;
    // Strictly inside its braces: with these, the value might end elsewhere.
    if (node.type !== "object" || from <= node.offset || to >= end) return undefined;
    return { section, item, way, start: node.offset, end, longer };
  }
  return undefined;
}

/** The value's text on its own; undefined where it does not hold together, or goes beyond what a template may be. */
function parsedItem(text: string, { start, end, longer, item }: Place, before: Reading) {
  if (text.length > limits.size) return undefined;
  const own = detached(text.slice(start, end + longer));
  const { tree } = parseWhole(own);
  // A comment that was opened may have swallowed the closing brace.
  if (tree?.type !== "object" || tree.length !== own.length) return undefined;
  const known = parseWhole(before.template.text.slice(start, end)).tree;
  const tokens = before.tokens + (tokensOf(tree) ?? 0) - ((known && tokensOf(known)) ?? 0);
  if (tokens > limits.tokens || depthOf(tree) + item.source.path.length > limits.depth) return undefined;
  const { value, problems } = safeValue(tree);
  return problems.length > 0 ? undefined : { tree, value, tokens };
}

interface After {
  readonly template: TemplateSource;
  readonly role: RoleModel;
  readonly fresh: Item;
  readonly place: Place;
}

/** Rules that look at items one by one are asked about the new one only. */
function findingsAfter(before: Reading, { template, role, fresh, place }: After): RuleFindings {
  const isFresh = (found: Diagnostic) => isInside(found, fresh);
  const context = lintContext(role, template, undefined, placesAfter(before.findings, isFresh, place));
  const alone = lintContext(role, template, fresh);
  return ruleFindings(context, (rule) => {
    const known = before.findings.get(rule) ?? [];
    const outside = known.filter((found) => !isFresh(found));
    const isRead = outside.length < known.length || !rule.reads || !same(rule.reads(place.item), rule.reads(fresh));
    if (rule.scope !== "item" && isRead) return rule.check(context);
    const others = movedFindings(outside, place);
    if (!others) return rule.check(context);
    return rule.scope === "item" ? [...others, ...rule.check(alone)] : others;
  });
}

function isInside({ path }: Diagnostic, { source }: Item): boolean {
  // From its end: items differ in their keys first of all.
  for (let at = source.path.length - 1; at >= 0; at -= 1) if (path[at] !== source.path[at]) return false;
  return true;
}

function same(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.every((value, index) => value === after[index]);
}
