import type { Diagnostic, Severity } from "./diagnostic.ts";
import { withoutIgnored } from "./lint/ignore.ts";
import { lintRules } from "./lint/index.ts";
import { type LintContext, type LintRule, lintContext } from "./lint/rule.ts";
import type { RoleModel } from "./model.ts";
import type { TemplateSource } from "./template.ts";

/** What an organisation decides about findings. */
export interface DiagnoseOptions {
  /**
   * Code (`wording/vague`) or area (`discrimination`) → how severe its findings are, or `off`. A code goes before its
   * area. Findings about what could not be calculated (`measure/…`, `score/…`) and about the template's grammar keep
   * their severity.
   */
  readonly severities?: Severities;
}

export type Severities = Readonly<Record<string, Severity | "off">>;

/**
 * Findings about what a role says, beyond its grammar: weights, targets, due days, words. In text order.
 *
 * With the template the role was compiled from, each finding points at its own token, carries its fixes, and is left
 * out where `x-lint-ignore` gives a reason; without, it points at the item.
 */
export function diagnose(
  role: RoleModel,
  template?: TemplateSource,
  { severities = {} }: DiagnoseOptions = {},
): readonly Diagnostic[] {
  const context = lintContext(role, template);
  return decided(ruleFindings(context), context, template, { severities });
}

/** What each rule finds, before anything was decided about it. */
export type RuleFindings = ReadonlyMap<LintRule, readonly Diagnostic[]>;

/** Asks every rule; how is up to `ask`, which by default puts the whole role to it. */
export function ruleFindings(
  context: LintContext,
  ask: (rule: LintRule) => readonly Diagnostic[] = (rule) => rule.check(context),
): RuleFindings {
  return new Map(lintRules.map((rule) => [rule, ask(rule)]));
}

/** The findings as they are told: with the severities decided on, without those that the template gives reasons for. */
export function decided(
  findings: RuleFindings,
  context: LintContext,
  template: TemplateSource | undefined,
  { severities = {} }: DiagnoseOptions,
): readonly Diagnostic[] {
  const found = [...findings].flatMap(([rule, list]) => (rule.essential ? list : configured(list, severities)));
  const kept = template ? withoutIgnored(found, template, context) : found;
  return [...kept].sort((a, b) => a.range.start - b.range.start);
}

function configured(findings: readonly Diagnostic[], severities: Severities): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    const severity = severityOf(finding.code, severities) ?? finding.severity;
    if (severity === "off") return [];
    return [severity === finding.severity ? finding : { ...finding, severity }];
  });
}

function severityOf(code: string, severities: Severities): Severity | "off" | undefined {
  const area = code.slice(0, code.indexOf("/"));
  const name = [code, area].find((key) => Object.hasOwn(severities, key));
  return name === undefined ? undefined : severities[name];
}
