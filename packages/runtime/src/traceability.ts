import { type EditResult, edit } from "./edit.ts";
import type { Item, RoleModel } from "./model.ts";

/** Which standards measure which duties. */
export interface Traceability {
  readonly duties: readonly Item[];
  readonly standards: readonly Item[];
  /** Keys of duties that no standard measures. */
  readonly unmeasured: ReadonlySet<string>;
  /** Keys of standards that measure no duty of this role. */
  readonly unfounded: ReadonlySet<string>;
}

/** Duties against standards, in text order, with the gaps on both sides. */
export function traceability(role: RoleModel): Traceability {
  const items = (kind: string) => role.sections.filter((section) => section.kind === kind).flatMap((one) => one.items);
  const duties = items("duties");
  const standards = items("standards");
  const known = new Set(duties.map(({ key }) => key));
  const measured = new Set(standards.flatMap(({ supports }) => supports));
  const unfounded = standards.filter(({ supports }) => !supports.some((key) => known.has(key)));
  return {
    duties,
    standards,
    unmeasured: new Set([...known].filter((key) => !measured.has(key))),
    unfounded: new Set(unfounded.map(({ key }) => key)),
  };
}

/**
 * Minimal edits that make a standard measure a duty, or no longer do so. The list of an inherited standard is written
 * into the template itself, which then states it whole; a list that becomes empty goes, unless it would be inherited.
 */
export function setSupport(text: string, standard: Item, duty: string, supported: boolean): EditResult {
  const others = standard.supports.filter((key) => key !== duty);
  const wanted = supported ? [...others, duty] : others;
  const own = standard.origin === undefined;
  const path = ["properties", standard.section, "properties", standard.key, "x-item", "supports"];
  return edit(text, path, wanted.length === 0 && own ? undefined : wanted);
}
