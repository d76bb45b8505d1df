import type { Diagnostic } from "./diagnostic.ts";
import { lintRules } from "./lint/index.ts";
import { lintContext } from "./lint/rule.ts";
import type { RoleModel } from "./model.ts";
import type { TemplateSource } from "./template.ts";

/**
 * Findings about what a role says, beyond its grammar: weights, targets, due days, names. In text order.
 *
 * With the template the role was compiled from, each finding points at its own token and carries its fixes; without,
 * it points at the item.
 */
export function diagnose(role: RoleModel, template?: TemplateSource): readonly Diagnostic[] {
  const context = lintContext(role, template);
  return lintRules.flatMap((rule) => rule.check(context)).sort((a, b) => a.range.start - b.range.start);
}
