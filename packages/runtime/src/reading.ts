import type { RuleFindings } from "./diagnose.ts";
import type { RoleModel } from "./model.ts";
import type { Resolved } from "./resolve.ts";
import type { TemplateSource } from "./template.ts";

/** What is remembered of a text without errors, to look into its next state. */
export interface Reading {
  readonly template: TemplateSource;
  /** As the text was when it was last read from its start: items that have changed since are theirs of then. */
  readonly resolved: Resolved;
  readonly role: RoleModel;
  readonly findings: RuleFindings;
  readonly tokens: number;
}
