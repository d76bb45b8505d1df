import type { Node } from "jsonc-parser";
import type { JsonObject } from "./json.ts";

/** One node of a text's syntax tree (jsonc-parser's), with UTF-16 offsets into the text. */
export type SyntaxNode = Node;

/**
 * A text that was read without errors: what it says, and where it says it. Only `readTemplate` and `readKpi` make
 * one, so its value keeps to its dialect and holds no unsafe keys.
 */
export interface TextSource {
  readonly text: string;
  readonly value: JsonObject;
  readonly tree: SyntaxNode;
}

/** A role template that was read without errors. */
export interface TemplateSource extends TextSource {}

/** A KPI of the library that was read without errors: an item on its own, with `x-kpi`. */
export interface KpiSource extends TextSource {}

/** What the runtime asks of its surroundings. */
export interface TemplateHost {
  /**
   * Text of the role template or KPI with this `$id`, for `x-extends`; the newest version when none is named,
   * undefined when there is none.
   */
  template(id: string, version?: number): string | undefined;
  /** What `x-extends` may name, as far as the host can tell: for "did you mean", versions and completion. */
  names?(): readonly LibraryName[];
}

/** One text that `x-extends` may name. */
export interface LibraryName {
  readonly id: string;
  /** The newest version; absent where the host keeps no versions. */
  readonly version?: number;
  readonly title?: string;
  /** Absent where the host does not tell; then its text does. */
  readonly kind?: "role" | "kpi";
}

/** Keys and indexes from the root to a place in a text. */
export type TemplatePath = readonly (string | number)[];
