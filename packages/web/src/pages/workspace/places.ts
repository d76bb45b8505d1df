import type { Diagnostic, Item, RoleModel, Section, Severity, TextRange } from "@rolewright/runtime";
import { t } from "../../app/language.ts";

/** All items of a role, in the order of the text. */
export function itemsOf(role: RoleModel | undefined): readonly Item[] {
  return role?.sections.flatMap((section) => section.items) ?? [];
}

/** Key of what is written at an offset: an item, else a section, else the role itself (`""`). */
export function keyAt(role: RoleModel | undefined, offset: number): string {
  const holds = ({ source }: Item | Section) => source.range.start <= offset && offset <= source.range.end;
  return (itemsOf(role).find(holds) ?? role?.sections.find(holds))?.key ?? "";
}

/** Where a key (of an item or a section) is written. */
export function rangeOfKey(role: RoleModel | undefined, key: string): TextRange | undefined {
  const section = role?.sections.find((candidate) => candidate.key === key);
  return (itemsOf(role).find((item) => item.key === key) ?? section)?.source.range;
}

/** The part of a role that a finding is about, by its path: an item, else a section, else the whole. */
export function subjectOf(role: RoleModel | undefined, { path }: Diagnostic): Item | Section | undefined {
  if (path[0] !== "properties" || !role) return undefined;
  const parts = partsOf(role);
  const section = parts.get(String(path[1]));
  return path[2] === "properties" ? (parts.get(`${path[1]}/${path[3]}`) ?? section) : section;
}

/** Hundreds of findings are asked about after every keystroke: the parts of a role are found by their path. */
const known = new WeakMap<RoleModel, ReadonlyMap<string, Item | Section>>();

function partsOf(role: RoleModel): ReadonlyMap<string, Item | Section> {
  const before = known.get(role);
  if (before) return before;
  const parts = new Map<string, Item | Section>();
  for (const section of role.sections) {
    parts.set(section.key, section);
    for (const item of section.items) parts.set(`${section.key}/${item.key}`, item);
  }
  known.set(role, parts);
  return parts;
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  if (text !== lines.text) lines = { text, starts: startsOf(text) };
  const { starts } = lines;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the text that was asked about last: it is asked about for every finding in it. */
let lines: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** What tells where a finding is. */
interface PlacesOf {
  readonly role: RoleModel | undefined;
  readonly source: string;
  /** Whether to say the line as well; it is said anyway of what is in no section. */
  readonly lines: boolean;
}

/** Where a finding is, as people say it: `3.6 · 行 210`. */
export function placeText({ role, source, lines }: PlacesOf, diagnostic: Diagnostic): string {
  const subject = subjectOf(role, diagnostic);
  const line = t("web.workspace.line", { line: lineAt(source, diagnostic.range.start) });
  if (!subject) return line;
  const place = "items" in subject ? `${subject.number} ${subject.title}` : subject.number;
  return lines ? `${place} · ${line}` : place;
}

/** The worst severity of the findings about each item, section (by key) and, under "", the rest. */
export function severities(
  role: RoleModel | undefined,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>();
  const note = (key: string, severity: Severity) => {
    if (found.get(key) !== "error" && (severity === "error" || !found.has(key))) found.set(key, severity);
  };
  for (const diagnostic of diagnostics.filter(({ severity }) => severity !== "info")) {
    const subject = subjectOf(role, diagnostic);
    note(subject?.key ?? "", diagnostic.severity);
    if (subject && "section" in subject) note(subject.section, diagnostic.severity);
  }
  return found;
}
