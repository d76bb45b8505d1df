import type { TextEdit } from "../diagnostic.ts";
import type { TemplateSource } from "../template.ts";

/**
 * One step from a version of the dialect to the next. `edit` gives minimal whole-token edits, as everywhere: comments,
 * order and what the step is not about stay as they are.
 *
 * The template it is given has been parsed and has no duplicate or unsafe keys; that it keeps to the grammar of its own
 * dialect is not known, since only the current one is checked. A step leaves alone what it does not understand.
 */
export interface Migration {
  readonly from: number;
  /** `from` + 1. */
  readonly to: number;
  edit(template: TemplateSource): readonly TextEdit[];
}
