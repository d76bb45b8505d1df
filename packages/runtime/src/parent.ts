import type { DiagnosticCode } from "./codes.ts";
import type { Fix } from "./diagnostic.ts";
import type { JsonObject } from "./json.ts";
import { isObject, objectAt, present, textAt } from "./json-kind.ts";
import { limits } from "./limits.ts";
import type { Origin } from "./model.ts";
import { nearestName } from "./nearest.ts";
import { readText } from "./read.ts";
import { parseReference, type Reference, referenceText } from "./reference.ts";
import type { TemplateHost, TextSource } from "./template.ts";
import type { TextKind } from "./validate.ts";

/** A text that `x-extends` names. */
export interface Parent {
  readonly kind: TextKind;
  readonly source: TextSource;
  readonly origin: Origin;
}

/** Why a text that `x-extends` names cannot be inherited from. */
export interface ParentProblem {
  readonly code: DiagnosticCode;
  readonly params: Fix["params"];
  /** The reference that was meant, or the pinned one: what the fix writes. */
  readonly meant?: string;
}

/** The text behind a reference. `line` lists the ids that led here, the template's own first. */
export function parentOf(text: string, host: TemplateHost, line: readonly string[]): Parent | ParentProblem {
  const reference = parseReference(text);
  const { id, version } = reference;
  if (line.includes(id)) return { code: "extends/circle", params: { parent: id, line: [...line, id] } };
  if (line.length > limits.ancestors) {
    return { code: "extends/too-deep", params: { parent: id, allowed: limits.ancestors } };
  }
  const found = host.template(id, version);
  if (found === undefined) return unknown(reference, host);
  const { kind, source, diagnostics } = read(found);
  if (!source) return { code: "extends/broken-parent", params: { parent: text, problems: diagnostics.length } };
  return { kind, source, origin: originOf(reference, source.value) };
}

function originOf({ id, version }: Reference, value: JsonObject): Origin {
  const titles = Object.entries(objectAt(value, "x-i18n")).flatMap(([tag, texts]) => {
    const title = isObject(texts) ? textAt(texts, "title") : undefined;
    return title === undefined ? [] : [[tag, title] as const];
  });
  const title = textAt(value, "title") ?? id.slice(id.lastIndexOf("/") + 1);
  return present({ id, version, title, titles: Object.fromEntries(titles) }) as Origin;
}

/** A version nobody published is told apart from a name nobody knows. */
function unknown(reference: Reference, host: TemplateHost): ParentProblem {
  const { id, version } = reference;
  const names = host.names?.() ?? [];
  const same = names.find((name) => name.id === id);
  if (version !== undefined && (same || host.template(id) !== undefined)) {
    const newest = same?.version ?? 0;
    const meant = newest > 0 ? { meant: referenceText({ id, version: newest }) } : {};
    return { code: "extends/unknown-version", params: { parent: id, version, newest }, ...meant };
  }
  const nearest = nearestId(
    id,
    names.map((name) => name.id),
  );
  const newest = names.find((name) => name.id === nearest)?.version;
  const params = { parent: referenceText(reference), guess: nearest !== undefined, nearest: nearest ?? "" };
  if (nearest === undefined) return { code: "extends/unknown-parent", params };
  const meant = referenceText(newest === undefined ? { id: nearest } : { id: nearest, version: newest });
  return { code: "extends/unknown-parent", params, meant };
}

/** Ids share most of their letters, so only their last parts are compared; those elsewhere when none is near. */
function nearestId(id: string, ids: readonly string[]): string | undefined {
  const folder = id.slice(0, id.lastIndexOf("/"));
  const [near, far] = [ids.filter((one) => one.startsWith(`${folder}/`)), ids];
  return nearestLast(id, near) ?? nearestLast(id, far);
}

function nearestLast(id: string, ids: readonly string[]): string | undefined {
  const byName = new Map(ids.map((one) => [lastPart(one), one]));
  const name = nearestName(lastPart(id), byName.keys());
  return name === undefined ? undefined : byName.get(name);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/**
 * Parents are read at every keystroke in the template that extends them, and hardly ever change. Kept by their text:
 * what was read from a text is true of it for ever.
 */
const kept = new Map<string, ReturnType<typeof readText>>();
const keptAtMost = 64;

function read(text: string): ReturnType<typeof readText> {
  const known = kept.get(text);
  if (known) return known;
  const result = readText(text);
  kept.set(text, result);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return result;
}
