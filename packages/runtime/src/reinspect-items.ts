import { itemNumber, recompileItem } from "./compile.ts";
import { type RuleFindings, ruleFindings } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { laysOutAlike } from "./edit-layout.ts";
import type { JsonObject } from "./json.ts";
import { objectAt, withMember } from "./json-kind.ts";
import { limits } from "./limits.ts";
import { lintContext } from "./lint/rule.ts";
import type { Item, RoleModel, Section } from "./model.ts";
import { moved, movedFindings, placesAfter, roleWith, type Stretch } from "./moved.ts";
import { withEntriesParsed } from "./node-view.ts";
import type { Reading } from "./reading.ts";
import { type EntriesParsed, parseEntries } from "./reparse.ts";
import { extendsAnything } from "./resolve.ts";
import { safeValue } from "./safe-value.ts";
import { checkSchemas } from "./schema-safety.ts";
import { wayTo } from "./syntax.ts";
import type { TemplateSource } from "./template.ts";
import { surrounds, type TextChange } from "./text-change.ts";
import { checkGrammar } from "./validate.ts";

/**
 * The reading of a text that differs from the one before among the items of one section: some were added, taken out,
 * moved, pasted or written anew. The items before and behind stay; what lies between them is read as a template of its
 * own that has no other items. Undefined where that is not so, where anything is inherited, or where there is an error.
 */
export function reinspectItems(text: string, before: Reading, change: TextChange): Reading | undefined {
  const section = before.role.sections.find(({ source }) => surrounds(source.range, change));
  if (!section || before.resolved.layers) return undefined;
  const path = [...(section.source.path as readonly string[]), "properties"];
  const list = wayTo(before.template.tree, path);
  const parsed = list && parseEntries(text, before.template.text, list.node, change, path.length + 1);
  if (!parsed || text.length > limits.size || before.tokens + parsed.tokens > limits.tokens) return undefined;
  const stretch: Stretch = { start: parsed.start, end: parsed.end, longer: change.longer };
  if (!laysOutAlike(before.template.text, text, stretch)) return undefined;
  const { value, problems } = safeValue({ type: "object", offset: 0, length: 0, children: [...parsed.entries] });
  if (problems.length > 0 || !areNew(Object.keys(value), before.role, section, parsed)) return undefined;
  const known = Object.entries(path.reduce(objectAt, before.template.value));
  const all = [...known.slice(0, parsed.front), ...Object.entries(value), ...behind(known, parsed)];
  const template: TemplateSource = {
    text,
    value: withMember(before.template.value, path, Object.fromEntries(all)),
    tree: withEntriesParsed(before.template.tree, list.way, parsed, change.longer),
  };
  const fresh = freshItems(value, section, { template, before, front: parsed.front });
  if (!fresh) return undefined;
  const role = roleWith(before.role, section, itemsAfter(template, section, fresh, parsed, stretch), stretch);
  const findings = findingsAfter(before, { template, role, section, fresh, parsed, stretch });
  return { template, resolved: before.resolved, role, findings, tokens: before.tokens + parsed.tokens };
}

function behind<Entry>(list: readonly Entry[], { back }: EntriesParsed): readonly Entry[] {
  return list.slice(list.length - back);
}

/** What the new items take the place of. */
function replacedOf({ items }: Section, { front, back }: EntriesParsed): readonly Item[] {
  return items.slice(front, items.length - back);
}

/** Whether no item that stays has one of these keys: observations name items by key alone. */
function areNew(keys: readonly string[], role: RoleModel, section: Section, parsed: EntriesParsed): boolean {
  const gone = new Set(replacedOf(section, parsed));
  const taken = new Set(role.sections.flatMap(({ items }) => items.filter((item) => !gone.has(item)).map(keyOf)));
  return keys.every((key) => !taken.has(key));
}

function keyOf({ key }: Item): string {
  return key;
}

interface Around {
  readonly template: TemplateSource;
  readonly before: Reading;
  readonly front: number;
}

/** The items between those that stay, checked as all of a text would be; undefined where there is an error. */
function freshItems(value: JsonObject, section: Section, { template, before, front }: Around): Item[] | undefined {
  const [properties = "", key = ""] = section.source.path as readonly string[];
  const node = objectAt(objectAt(template.value, properties), key);
  const alone = { ...template.value, properties: { [key]: { ...node, properties: value } } };
  if (extendsAnything(alone, "role") || checkSchemas(alone, template.tree).length > 0) return undefined;
  const { text, tree } = template;
  if (checkGrammar({ value: alone, text, tree, kind: "role", complete: false }).length > 0) return undefined;
  const fresh = Object.keys(value).flatMap((name, index) => {
    const place = { key: name, section: key, number: itemNumber(node, section.number, front + index) };
    const path = [...section.source.path, "properties", name];
    return recompileItem(template, before.resolved, { ...place, path }, objectAt(value, name), undefined) ?? [];
  });
  return fresh.length === Object.keys(value).length ? fresh : undefined;
}

function itemsAfter(
  { value }: TemplateSource,
  section: Section,
  fresh: readonly Item[],
  parsed: EntriesParsed,
  stretch: Stretch,
): readonly Item[] {
  const node = (section.source.path as readonly string[]).reduce(objectAt, value);
  const first = parsed.front + fresh.length;
  const after = behind(section.items, parsed).map((item, index) =>
    numbered(moved(item, stretch), itemNumber(node, section.number, first + index)),
  );
  return [...section.items.slice(0, parsed.front), ...fresh, ...after];
}

function numbered(item: Item, number: string): Item {
  return item.number === number ? item : Object.freeze({ ...item, number });
}

interface After {
  readonly template: TemplateSource;
  readonly role: RoleModel;
  readonly section: Section;
  readonly fresh: readonly Item[];
  readonly parsed: EntriesParsed;
  readonly stretch: Stretch;
}

/** Rules that look at items one by one are asked about the new ones only. */
function findingsAfter(before: Reading, { template, role, section, fresh, parsed, stretch }: After): RuleFindings {
  const gone = new Set(replacedOf(section, parsed).map(keyOf));
  const isGone = ({ path: [properties, key, list, name] }: Diagnostic) =>
    properties === "properties" && key === section.key && list === "properties" && gone.has(String(name));
  const context = lintContext(role, template, undefined, placesAfter(before.findings, isGone, stretch));
  const alone = fresh.map((item) => lintContext(role, template, item));
  return ruleFindings(context, (rule) => {
    if (rule.scope !== "item") return rule.check(context);
    const known = before.findings.get(rule) ?? [];
    const others = movedFindings(
      known.filter((found) => !isGone(found)),
      stretch,
    );
    return others ? [...others, ...alone.flatMap((one) => rule.check(one))] : rule.check(context);
  });
}
