import type { Diagnostic, Severity } from "./diagnostic.ts";
import type { RoleModel } from "./model.ts";

/** How good a role's text is, in points, with the reason for every point missing. */
export interface Quality {
  /** 0–100, whole points. 100 means no findings. */
  readonly score: number;
  /** What costs points, the dearest first; of equal ones the more severe. */
  readonly reasons: readonly QualityReason[];
}

/** All findings with one code and severity. */
export interface QualityReason {
  readonly code: string;
  readonly severity: Severity;
  /** Points it costs. */
  readonly points: number;
  /** The findings it stands for. */
  readonly findings: readonly Diagnostic[];
}

/** What one code costs: `least` for a single finding, up to `most` when every item has it. */
const costs: Readonly<Record<Severity, { readonly least: number; readonly most: number }>> = {
  error: { least: 10, most: 40 },
  warning: { least: 3, most: 20 },
  info: { least: 1, most: 8 },
};

const ranks: readonly Severity[] = ["error", "warning", "info"];

/**
 * The quality of a role's text: 100 less what its findings cost, never below 0.
 *
 * Each code costs in proportion to the share of items that have it, between a least and a most for its severity, so
 * that one vague word in fifty items costs little, the same mistake everywhere does not count fifty times, and three
 * different mistakes count more than one. Which findings, the organisation decides: `diagnose` with its severities.
 */
export function quality(role: RoleModel, diagnostics: readonly Diagnostic[]): Quality {
  const items = role.sections.reduce((count, section) => count + section.items.length, 0);
  const groups = Map.groupBy(diagnostics, ({ code, severity }) => `${severity} ${code}`);
  const reasons = [...groups.values()].flatMap((findings): QualityReason[] => {
    const [first] = findings;
    if (!first) return [];
    const { code, severity } = first;
    return [{ code, severity, points: cost(severity, nodesOf(findings), items), findings }];
  });
  reasons.sort((a, b) => b.points - a.points || ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  const lost = reasons.reduce((sum, { points }) => sum + points, 0);
  return { score: Math.max(0, 100 - lost), reasons };
}

/** Whole points: what is shown adds up to what is missing. */
function cost(severity: Severity, affected: number, items: number): number {
  const { least, most } = costs[severity];
  const share = items === 0 ? 1 : Math.min(1, affected / items);
  return Math.round(Math.max(least, most * share));
}

/** How many items (or, outside of items, other places) the findings are about. */
function nodesOf(findings: readonly Diagnostic[]): number {
  return new Set(findings.map(({ path }) => JSON.stringify(path.slice(0, 4)))).size;
}
