import type { RuleFindings } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { KnownPlaces } from "./lint/rule.ts";
import type { Item, RoleModel, Section, TextRange } from "./model.ts";
import type { TemplatePath } from "./template.ts";

/** What was written anew of a text, `[start, end)` of the text before, and by how much it grew. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly longer: number;
}

/**
 * A role after one of its sections got other items, given with their places in the new text: all that stands behind the
 * stretch has moved.
 */
export function roleWith(role: RoleModel, changed: Section, items: readonly Item[], stretch: Stretch): RoleModel {
  const sections = role.sections.map((section) => {
    const own = section === changed ? items : section.items.map((item) => moved(item, stretch));
    const same = own.every((item, index) => item === section.items[index]) && own.length === section.items.length;
    const place = moved(section, stretch);
    return same ? place : Object.freeze({ ...place, items: Object.freeze(own) });
  });
  return Object.freeze({ ...role, sections: Object.freeze(sections) });
}

/** A section or item with its place in the new text. */
export function moved<Part extends Section | Item>(part: Part, stretch: Stretch): Part {
  const range = movedRange(part.source.range, stretch);
  if (range === part.source.range) return part;
  return Object.freeze<Part>({ ...part, source: Object.freeze({ ...part.source, range: Object.freeze(range) }) });
}

/** What is behind the stretch moves; what surrounds it grows. */
function movedRange(range: TextRange, { start, end, longer }: Stretch): TextRange {
  if (longer === 0 || range.end <= start) return range;
  return { start: range.start < end ? range.start : range.start + longer, end: range.end + longer };
}

/** Findings at their places in the new text; undefined where a fix of one reaches into the stretch. */
export function movedFindings(found: readonly Diagnostic[], stretch: Stretch): readonly Diagnostic[] | undefined {
  const result: Diagnostic[] = [];
  for (const finding of found) {
    const there = movedFinding(finding, stretch);
    if (!there) return undefined;
    result.push(there);
  }
  return result;
}

function movedFinding(found: Diagnostic, stretch: Stretch): Diagnostic | undefined {
  const { start, end, longer } = stretch;
  const edits = found.fixes.flatMap((fix) => fix.edits);
  if (edits.some(({ offset, length }) => offset <= end && offset + length >= start)) return undefined;
  if (longer === 0) return found;
  const fixes = found.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => (edit.offset < start ? edit : { ...edit, offset: edit.offset + longer })),
  }));
  return { ...found, range: movedRange(found.range, stretch), fixes };
}

/**
 * Where findings about what was not written anew stand now: thousands of places are sooner moved than found again. Of
 * findings about some words of a text, the words' places: who reports such looks for them by itself.
 */
export function placesAfter(
  findings: RuleFindings,
  isFresh: (found: Diagnostic) => boolean,
  stretch: Stretch,
): KnownPlaces {
  let known: Map<string, TextRange> | undefined;
  return (code, path) => {
    known ??= new Map(
      [...findings].flatMap(([rule, list]) =>
        rule.scope === "item" ? [] : list.filter((found) => !isFresh(found)).map(placed),
      ),
    );
    const range = known.get(placeKey(code, path));
    return range && movedRange(range, stretch);
  };
}

function placed({ code, path, range }: Diagnostic) {
  return [placeKey(code, path), range] as const;
}

function placeKey(code: string, path: TemplatePath): string {
  return `${code} ${path.join("/")}`;
}
