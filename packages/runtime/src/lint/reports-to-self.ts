import type { Diagnostic } from "../diagnostic.ts";
import type { RelatedRole } from "../model.ts";
import type { LintContext, LintRule } from "./rule.ts";

/** A reporting line leads to another role. */
export const reportsToSelf: LintRule = {
  id: "reports-to/self",
  check(context) {
    const { reportsTo, supervises } = context.role.identity;
    const above = reportsTo ? named(reportsTo, ["x-role", "reportsTo"], context) : [];
    return [...above, ...supervises.flatMap((role, index) => named(role, ["x-role", "supervises", index], context))];
  },
};

function named(related: RelatedRole, path: readonly (string | number)[], { role, report }: LintContext): Diagnostic[] {
  const same = related.role === undefined ? bare(related.title) === bare(role.title) : related.role === role.id;
  const field = related.role === undefined ? "title" : "role";
  return same ? [report("reports-to/self", "error", [...path, field], { title: role.title })] : [];
}

/** A clerk who reports to the "Clerk" reports to herself. */
function bare(title: string): string {
  return title.toLowerCase().replaceAll(/\s+/gu, "");
}
