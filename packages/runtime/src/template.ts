import type { Node } from "jsonc-parser";
import type { JsonObject } from "./json.ts";

/** One node of a template's syntax tree (jsonc-parser's), with UTF-16 offsets into the text. */
export type SyntaxNode = Node;

/**
 * A template that was read without errors: its text, what the text says, and where it says it.
 * Only `readTemplate` makes one, so its value keeps to the dialect and holds no unsafe keys.
 */
export interface TemplateSource {
  readonly text: string;
  readonly value: JsonObject;
  readonly tree: SyntaxNode;
}

/** What the runtime asks of its surroundings. */
export interface TemplateHost {
  /** Text of the template with this `$id`, for `x-extends`; the newest version when none is named, undefined when unknown. */
  template(id: string, version?: number): string | undefined;
}

/** Keys and indexes from the root to a place in a template. */
export type TemplatePath = readonly (string | number)[];
