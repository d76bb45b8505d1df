import type { DiagnosticCode } from "../codes.ts";
import type { Severity } from "../diagnostic.ts";

/** A finding whose severity an organisation may set. */
export interface ConfigurableFinding {
  readonly code: DiagnosticCode;
  /** How severe it is where nothing was set; some cases may be less. */
  readonly severity: Severity;
}

/**
 * The findings whose severity `severities` can change, in the order in which people look for them. The others keep
 * theirs: without them a text could not be read or a scorecard not be calculated. Their names and reasons stand in the
 * locale under `web.settings.rule`.
 */
export const configurableFindings: readonly ConfigurableFinding[] = [
  { code: "standard/no-target", severity: "warning" },
  { code: "standard/no-source", severity: "info" },
  { code: "standard/no-duty", severity: "info" },
  { code: "standard/several-metrics", severity: "warning" },
  { code: "duty/no-standard", severity: "info" },
  { code: "duty/catch-all", severity: "info" },
  { code: "duty/role-title", severity: "warning" },
  { code: "supports/unknown-duty", severity: "error" },
  { code: "weights/sum", severity: "error" },
  { code: "weights/section", severity: "error" },
  { code: "weights/missing", severity: "info" },
  { code: "score/missing", severity: "warning" },
  { code: "target/impossible", severity: "error" },
  { code: "target/out-of-range", severity: "error" },
  { code: "target/not-offered", severity: "error" },
  { code: "target/no-figure", severity: "error" },
  { code: "target/trivial", severity: "warning" },
  { code: "extends/loosened", severity: "warning" },
  { code: "extends/translation", severity: "info" },
  { code: "measure/when-zero", severity: "warning" },
  { code: "due/inclusivity", severity: "warning" },
  { code: "due/cadence", severity: "warning" },
  { code: "due/two-days", severity: "error" },
  { code: "wording/vague", severity: "warning" },
  { code: "wording/figure", severity: "warning" },
  { code: "wording/cadence", severity: "warning" },
  { code: "wording/day", severity: "warning" },
  { code: "item/near-duplicate", severity: "info" },
  { code: "schema/slow-pattern", severity: "warning" },
  { code: "title/duplicate", severity: "warning" },
  { code: "reports-to/self", severity: "error" },
  { code: "discrimination/age", severity: "warning" },
  { code: "discrimination/sex", severity: "warning" },
  { code: "discrimination/family", severity: "warning" },
  { code: "discrimination/origin", severity: "warning" },
  { code: "discrimination/ethnicity", severity: "warning" },
  { code: "discrimination/religion", severity: "warning" },
  { code: "discrimination/health", severity: "warning" },
  { code: "discrimination/looks", severity: "warning" },
];
