import type { Diagnostic } from "./diagnostic.ts";
import type { RoleModel } from "./model.ts";

/** Findings about what a role says, beyond its grammar: weights, targets, due days, names. */
export function diagnose(_role: RoleModel): readonly Diagnostic[] {
  return [];
}
