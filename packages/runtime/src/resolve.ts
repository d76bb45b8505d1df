import type { Diagnostic, Fix } from "./diagnostic.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, objectAt } from "./json-kind.ts";
import {
  type Layered,
  layOver,
  type Meeting,
  type Merging,
  partAt,
  partsOf,
  plainOf,
  without,
  written,
} from "./layered.ts";
import { limits } from "./limits.ts";
import type { Origin } from "./model.ts";
import { nearestName } from "./nearest.ts";
import { type Parent, type ParentProblem, parentOf } from "./parent.ts";
import { keyRange, valueRange } from "./places.ts";
import { parseReference, referenceText } from "./reference.ts";
import { checkSchemas } from "./schema-safety.ts";
import { refers, selfContained } from "./self-contained.ts";
import type { TemplateHost, TemplatePath, TextSource } from "./template.ts";
import { checkGrammar, type TextKind } from "./validate.ts";

/** What a text says together with all it inherits. */
export interface Resolved {
  readonly value?: JsonObject;
  /** Who wrote what in `value`; absent when nothing was inherited. */
  readonly layers?: Layered;
  /** What the role extends as a whole. */
  readonly parent?: Origin;
  /** What each item inherits where the text says more about it, by its path. */
  readonly inherited?: ReadonlyMap<string, Layered>;
  /** Every text that was asked for on the way. */
  readonly parents?: readonly ParentText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a host said when it was asked for a text. */
export interface ParentText {
  readonly id: string;
  readonly version: number | undefined;
  readonly text: string | undefined;
}

/** The key of an item in `inherited`. */
export function itemKey(path: TemplatePath): string {
  return path.join("/");
}

/**
 * Follows `x-extends`, wherever it stands, and puts what it names under the node's own members: JSON Merge Patch
 * (RFC 7396), so an object is merged, any other value replaces, and `null` removes.
 *
 * A role names a role. A section names a role and takes its section of the same key. An item names a KPI of the
 * library, or a role and takes its item of the same key. When a role inherits an item that names a parent of its own,
 * that parent comes between the two. An identity (`$schema`, `$id`) is never inherited.
 */
export function resolve(source: TextSource, host: TemplateHost, kind: TextKind = "role"): Resolved {
  if (!extendsAnything(source.value, kind)) return { value: source.value, diagnostics: [] };
  const parents: ParentText[] = [];
  const work: Work = {
    host: listened(host, parents),
    own: source,
    known: new Map(),
    inherited: new Map(),
    found: [],
    room: limits.inherited,
  };
  const layers = resolvedLayers({ source, kind, origin: undefined }, [String(source.value.$id)], work);
  const found = [...work.found];
  if (found.some(({ severity }) => severity === "error")) return { diagnostics: found };
  const value = plainOf(layers) as JsonObject;
  // Two harmless parts can make a harmful whole: a definition of the child may close a circle with the parent's.
  const { text, tree } = source;
  const unsafe = checkSchemas(value, tree);
  const wrong = [...unsafe, ...checkGrammar({ value, text, tree, kind, complete: true })];
  const diagnostics = [...found, ...wrong];
  if (wrong.length > 0) return { diagnostics };
  const whole = work.known.get(String(source.value["x-extends"]));
  const parent = whole && "parent" in whole ? { parent: whole.parent.origin } : {};
  return { value, layers, ...parent, inherited: work.inherited, parents, diagnostics };
}

/** The host, with all it says about texts noted down. */
function listened(host: TemplateHost, said: ParentText[]): TemplateHost {
  const template: TemplateHost["template"] = (id, version) => {
    const text = host.template(id, version);
    said.push({ id, version, text });
    return text;
  };
  return host.names ? { template, names: () => host.names?.() ?? [] } : { template };
}

/**
 * An item that the text itself writes, laid over what it inherits, after its own text changed and nothing else did:
 * what `resolve` would make of it. Undefined where something in it removes nothing, which `resolve` tells.
 */
export function resolveItem(
  { inherited }: Pick<Resolved, "inherited">,
  path: readonly string[],
  item: JsonObject,
): Layered | undefined {
  let missed = false;
  const merging: Merging = {
    expand: (meeting) => ({ ...meeting, whole: meeting.path.length > path.length }),
    missed: () => {
      missed = true;
    },
  };
  const own = without(written(item, undefined), "x-extends");
  const layers = layOver(inherited?.get(itemKey(path)), own, merging, path);
  return missed ? undefined : layers;
}

interface Work {
  readonly host: TemplateHost;
  readonly own: TextSource;
  /** What references stand for, each followed once. */
  readonly known: Map<string, Followed | ParentProblem>;
  readonly inherited: Map<string, Layered>;
  readonly found: Diagnostic[];
  /** Values that may still be inherited. */
  room: number;
}

/** One text on its way to being resolved; `origin` is undefined for the template itself. */
interface Layer {
  readonly source: TextSource;
  readonly kind: TextKind;
  readonly origin: Origin | undefined;
  /** Where the template itself names the line that led to this text. */
  readonly at?: TemplatePath;
}

interface Followed {
  readonly parent: Parent;
  readonly layers: Layered;
}

/** Whether the text names a parent anywhere. */
export function extendsAnything(value: JsonObject, kind: TextKind): boolean {
  if (value["x-extends"] !== undefined) return true;
  if (kind === "kpi") return false;
  return Object.values(objectAt(value, "properties")).some(
    (section) =>
      isObject(section) &&
      (section["x-extends"] !== undefined ||
        Object.values(objectAt(section, "properties")).some((item) => isObject(item) && item["x-extends"])),
  );
}

function resolvedLayers(layer: Layer, line: readonly string[], work: Work): Layered {
  const own = layer.origin === undefined;
  const missed = own ? { missed: (path: readonly string[]) => removedNothing(path, work) } : {};
  const expand = (meeting: Meeting) => expanded(meeting, layer, line, work);
  return layOver(undefined, written(layer.source.value, layer.origin), { expand, ...missed });
}

type Level = "role" | "section" | "item";

function levelOf(path: readonly string[], kind: TextKind): Level | undefined {
  if (kind === "kpi") return path.length === 0 ? "item" : undefined;
  if (path.length === 0) return "role";
  if (path[0] !== "properties") return undefined;
  if (path.length === 2) return "section";
  return path.length === 4 && path[2] === "properties" ? "item" : undefined;
}

/** Puts what a node names under it, above what it inherits from further up. */
function expanded({ path, below, above }: Meeting, layer: Layer, line: readonly string[], work: Work): Meeting {
  const level = levelOf(path, layer.kind);
  // A part that nobody wrote before is no patch: its nulls are its own, and the grammar judges them.
  const whole = path.length > (layer.kind === "kpi" ? 0 : 4);
  if (!level) return { path, below, above, whole };
  const reference = partAt(above, "x-extends")?.value;
  const plain = without(above, "x-extends");
  const named = typeof reference === "string" ? followed(reference, level, path, layer, line, work) : undefined;
  const under = named && below ? layOver(below, named) : (named ?? below);
  if (level === "item" && layer.origin === undefined && under) work.inherited.set(itemKey(path), under);
  return { path, below: under, above: plain };
}

function followed(
  reference: string,
  level: Level,
  path: readonly string[],
  layer: Layer,
  line: readonly string[],
  work: Work,
): Layered | undefined {
  const at = layer.at ?? [...path, "x-extends"];
  const result = follow(reference, at, line, work);
  const part = "code" in result ? result : partFor(level, path.at(-1) ?? "", result, reference);
  if ("code" in part) {
    report(part, at, layer, work);
    return undefined;
  }
  work.room -= sizeOf(part, work.room);
  if (work.room < 0) {
    report({ code: "extends/too-large", params: { parent: reference, allowed: limits.inherited } }, at, layer, work);
    return undefined;
  }
  if (layer.origin === undefined && parseReference(reference).version === undefined) unpinned(reference, at, work);
  return part;
}

/** The text behind a reference, with all that it inherits in turn. */
function follow(reference: string, at: TemplatePath, line: readonly string[], work: Work): Followed | ParentProblem {
  const known = work.known.get(reference);
  if (known) return known;
  const parent = parentOf(reference, work.host, line);
  const result = "code" in parent ? parent : followedParent(parent, at, line, work);
  work.known.set(reference, result);
  return result;
}

function followedParent(parent: Parent, at: TemplatePath, line: readonly string[], work: Work): Followed {
  const layers = resolvedLayers({ ...parent, at }, [...line, parent.origin.id], work);
  return { parent, layers: without(layers, "$schema", "$id") };
}

/** The part of a parent that a node of this level and key takes. */
function partFor(level: Level, key: string, { parent, layers }: Followed, name: string): Layered | ParentProblem {
  if (parent.kind === "kpi") return level === "item" ? itemOfKpi(layers) : wrongKind(level, name, parent);
  if (level === "role") return layers;
  const sections = [...partsOf(partAt(layers, "properties") ?? written({}, undefined))];
  const candidates =
    level === "section"
      ? sections
      : sections.flatMap(([, section]) => [...partsOf(partAt(section, "properties") ?? written({}, undefined))]);
  const part = candidates.find(([candidate]) => candidate === key)?.[1];
  if (part) return standingAlone(part, layers, parent.origin);
  const nearest = nearestName(
    key,
    candidates.map(([candidate]) => candidate),
  );
  const params = { parent: name, key, level, guess: nearest !== undefined, nearest: nearest ?? "" };
  return { code: "extends/no-such-part", params };
}

function wrongKind(level: Level, name: string, parent: Parent): ParentProblem {
  return { code: "extends/wrong-kind", params: { parent: name, title: parent.origin.title, level } };
}

/** A KPI as an item: without what only the library reads. */
function itemOfKpi(layers: Layered): Layered {
  const item = without(layers, "x-kpi");
  const texts = partAt(item, "x-i18n");
  if (!texts) return item;
  const translated = [...partsOf(texts)].map(([tag, words]) => [tag, without(words, "formula")] as const);
  return { ...item, parts: new Map([...partsOf(item), ["x-i18n", { ...texts, parts: new Map(translated) }]]) };
}

/** A part of a role refers to definitions that stay behind. */
function standingAlone(part: Layered, role: Layered, origin: Origin): Layered {
  const value = plainOf(part);
  if (!refers(value) || !isObject(value)) return part;
  const definitions = partAt(role, "$defs");
  return written(selfContained(value, definitions ? objectOf(definitions) : {}), origin);
}

function objectOf(node: Layered): JsonObject {
  const value = plainOf(node);
  return isObject(value) ? value : {};
}

/** Number of values in a part; counting ends soon after `enough`. */
function sizeOf(part: Layered, enough: number): number {
  if (!part.parts) return countOf(part.value, enough);
  let count = 1;
  for (const member of part.parts.values()) {
    if (count > enough) break;
    count += sizeOf(member, enough - count);
  }
  return count;
}

function countOf(value: JsonValue, enough: number): number {
  if (value === null || typeof value !== "object") return 1;
  let count = 1;
  for (const member of Object.values(value) as JsonValue[]) {
    if (count > enough) break;
    count += countOf(member, enough - count);
  }
  return count;
}

/** A problem is told where the template itself says `x-extends`, and once there. */
function report({ code, params, meant }: ParentProblem, at: TemplatePath, { origin }: Layer, work: Work): void {
  const { tree } = work.own;
  const place = { path: at, range: valueRange(tree, at) };
  const via = origin ? { via: origin.title, direct: false } : { via: "", direct: true };
  const fixes = meant !== undefined && !origin ? [rewrite(code, meant, place.range)] : [];
  if (work.found.some((other) => other.code === code && other.range.start === place.range.start)) return;
  work.found.push(finding(code, "error", place, { ...params, ...via }, fixes));
}

function rewrite(code: string, reference: string, { start, end }: { start: number; end: number }): Fix {
  const edits = [{ offset: start, length: end - start, text: JSON.stringify(reference) }];
  return { code, params: { value: reference }, edits };
}

/** Without a version, publishing the parent would change roles that were published before. */
function unpinned(reference: string, at: TemplatePath, work: Work): void {
  const newest = work.host.names?.().find(({ id }) => id === reference)?.version;
  const place = { path: at, range: valueRange(work.own.tree, at) };
  const pinned = newest === undefined ? undefined : referenceText({ id: reference, version: newest });
  const fixes = pinned === undefined ? [] : [rewrite("extends/unpinned", pinned, place.range)];
  work.found.push(finding("extends/unpinned", "warning", place, { parent: reference }, fixes));
}

/** A `null` for something the parent does not have removes nothing: most likely its key was misspelt. */
function removedNothing(path: TemplatePath, { own, found }: Work): void {
  const place = { path, range: keyRange(own.tree, path) };
  found.push(finding("extends/nothing-to-remove", "warning", place, { key: String(path.at(-1)) }));
}
