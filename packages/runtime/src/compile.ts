import type { Diagnostic } from "./diagnostic.ts";
import { finding } from "./finding.ts";
import { gradesOf, identityOf, roleTranslations, roundingOf } from "./identity.ts";
import { itemOf } from "./item.ts";
import type { JsonObject } from "./json.ts";
import { decimalAt, isObject, objectAt, present, textAt } from "./json-kind.ts";
import { type Layered, partAt, plainOf } from "./layered.ts";
import type { Item, RoleModel, Section, SectionKind } from "./model.ts";
import { observableOf, translationsOf } from "./observable.ts";
import { keyRange, memberRange } from "./places.ts";
import { itemInheritance, roleInheritance, sectionInheritance } from "./provenance.ts";
import { itemKey, type Resolved, resolve } from "./resolve.ts";
import type { KpiSource, TemplateHost, TemplatePath, TemplateSource } from "./template.ts";
import { typeFixes } from "./type-fixes.ts";

/** The role model when the template means something, and every finding with its place. */
export interface CompileResult {
  readonly role?: RoleModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns a template into the role model. Pure: the same template and host give an equal model, deeply frozen.
 *
 * ```
 *  text ──readTemplate──► template
 *                            │ 1 resolve    parents from the host, merged key by key; who wrote what
 *                            ▼
 *                          value            grammar holds: every member has its type
 *                            │ 2 read       sections and items in text order, each with its observation
 *                            │ 3 join       keys unique in the template; identity, grades, rounding
 *                            │ 4 freeze
 *                            ▼
 *                        RoleModel ──diagnose, checklist, scorecard, localize, recordSchema──►
 * ```
 * Meaning is read statically from the template; no instance is needed. Weights, targets and the like are not judged
 * here: a role with a weight too many still has a document and a checklist. That is `diagnose`.
 */
export function compile(template: TemplateSource, host: TemplateHost): CompileResult {
  return compileResolved(template, resolve(template, host));
}

/** As `compile`, after its first phase. */
export function compileResolved(template: TemplateSource, resolved: Resolved): CompileResult {
  const { value, diagnostics } = resolved;
  if (!value) return { diagnostics };
  const work: Work = { template, resolved, definitions: objectAt(value, "$defs"), found: [...diagnostics] };

  // 2. Read
  const sections = sectionsOf(value, work);

  // 3. Join
  checkKeys(sections, work);
  if (work.found.some(({ severity }) => severity === "error")) return { diagnostics: work.found };
  const role = roleOf(value, sections, work);

  // 4. Freeze
  return { role: deepFreeze(role), diagnostics: work.found };
}

/** One item that stands on its own, a KPI of the library: phases 1, 2 and 4. */
export function compileItem(
  source: KpiSource,
  host: TemplateHost,
): { readonly value?: JsonObject; readonly item?: Item; readonly diagnostics: readonly Diagnostic[] } {
  const resolved = resolve(source, host, "kpi");
  const { value, diagnostics } = resolved;
  if (!value) return { diagnostics };
  const work: Work = { template: source, resolved, definitions: {}, found: [...diagnostics] };
  const key = (textAt(value, "$id") ?? "").split("/").at(-1) ?? "";
  const [item] = readItem(value, { key, section: "standards", number: "" }, [], resolved.layers, work);
  return { value, ...(item ? { item: deepFreeze(item) } : {}), diagnostics: work.found };
}

/**
 * An item read anew after its own text changed: `node` is what it comes to, `layers` who wrote what of it where anything
 * was inherited. Undefined where it has errors.
 */
export function recompileItem(
  template: TemplateSource,
  resolved: Resolved,
  { path, ...place }: Pick<Item, "key" | "section" | "number"> & { readonly path: TemplatePath },
  node: JsonObject,
  layers: Layered | undefined,
): Item | undefined {
  const work: Work = { template, resolved, definitions: objectAt(resolved.value ?? {}, "$defs"), found: [] };
  const [item] = readItem(node, place, path as readonly string[], layers, work);
  return item && deepFreeze(item);
}

interface Work {
  readonly template: TemplateSource;
  readonly resolved: Resolved;
  readonly definitions: JsonObject;
  readonly found: Diagnostic[];
}

function roleOf(value: JsonObject, sections: readonly Section[], { resolved }: Work): RoleModel {
  const info = objectAt(value, "x-role");
  return {
    id: textAt(value, "$id") ?? "",
    title: textAt(value, "title") ?? "",
    purpose: textAt(value, "description") ?? "",
    language: textAt(info, "language") ?? "zh-CN",
    identity: identityOf(info),
    sections,
    grades: gradesOf(info),
    rounding: roundingOf(info),
    translations: roleTranslations(value),
    ...roleInheritance(resolved.layers, resolved.parent),
  };
}

function sectionsOf(value: JsonObject, work: Work): Section[] {
  return Object.entries(objectAt(value, "properties")).flatMap(([key, node], index) => {
    if (isObject(node)) return [sectionOf(key, node, String(index + 1), work)];
    return nothingThere(key, ["properties", key], work);
  });
}

function sectionOf(key: string, node: JsonObject, number: string, work: Work): Section {
  const info = objectAt(node, "x-section");
  const path = ["properties", key];
  const items = Object.entries(objectAt(node, "properties")).flatMap(([name, item], index) => {
    if (!isObject(item)) return nothingThere(name, [...path, "properties", name], work);
    const place = { key: name, section: key, number: itemNumber(node, number, index) };
    const itemPath = [...path, "properties", name];
    return readItem(item, place, itemPath, partAt(work.resolved.layers, ...itemPath), work);
  });
  return present({
    key,
    kind: textAt(info, "kind") as SectionKind,
    title: textAt(node, "title") ?? key,
    description: textAt(node, "description"),
    number,
    weight: decimalAt(info, "weight"),
    items,
    translations: translationsOf(node),
    source: { path, range: memberRange(work.template.tree, path) },
    ...sectionInheritance(partAt(work.resolved.layers, ...path)),
  }) as Section;
}

/** The number that documents show of an item at a place of its section, counted from 0; `""` where it has none. */
export function itemNumber(section: JsonObject, number: string, index: number): string {
  return objectAt(section, "x-section").numbering === "none" ? "" : `${number}.${index + 1}`;
}

/** `null` takes away what was inherited; here nothing was. */
function nothingThere(field: string, path: TemplatePath, { template, found }: Work): never[] {
  const place = { path, range: keyRange(template.tree, path) };
  found.push(finding("schema/wrong-type", "error", place, { field, expected: "object", actual: "null" }));
  return [];
}

/** One item in a list, or none when its schema does not say what an observation of it is. */
function readItem(
  node: JsonObject,
  place: Pick<Item, "key" | "section" | "number">,
  path: readonly string[],
  layers: Layered | undefined,
  { template, resolved, definitions, found }: Work,
): Item[] {
  const observation = observableOf(place.key, node, definitions);
  const range = keyRange(template.tree, path);
  if (!observation) {
    const params = { key: place.key, title: textAt(node, "title") ?? place.key };
    found.push(finding("item/type-missing", "error", { path, range }, params, typeFixes(template, path)));
    return [];
  }
  const source = { path, range: memberRange(template.tree, path) };
  const below = resolved.inherited?.get(itemKey(path));
  const origin = below && (partAt(below, "x-item", "target") ?? below).last;
  return [
    itemOf(node, {
      ...place,
      observation,
      source,
      inheritance: itemInheritance(layers),
      ...(below && origin ? { inherited: { node: plainOf(below) as JsonObject, origin } } : {}),
    }),
  ];
}

/** Observations name items by key alone, so a key may stand for one item of the template only. */
function checkKeys(sections: readonly Section[], { template, found }: Work): void {
  const first = new Map<string, Section>();
  for (const section of sections) {
    for (const { key, source } of section.items) {
      const other = first.get(key);
      if (!other) first.set(key, section);
      else {
        const place = { path: source.path, range: keyRange(template.tree, source.path) };
        found.push(finding("item/duplicate-key", "error", place, { key, section: other.title }));
      }
    }
  }
}

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
  return value;
}
