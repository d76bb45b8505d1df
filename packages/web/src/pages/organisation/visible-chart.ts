import type { LanguageTag } from "@rolewright/locale";
import { type Organisation, type OrganisationFinding, organisation } from "@rolewright/runtime";
import type { TemplateContents, TemplateSummary } from "@rolewright/server/protocol";
import { inLanguage } from "../../components/role-texts.ts";

/** Findings that say that two roles contradict each other, rather than that one is missing. */
const contradictions: ReadonlySet<OrganisationFinding["code"]> = new Set([
  "not-listed-by-superior",
  "not-reported-by-subordinate",
  "ambiguous-name",
  "cycle",
]);

/**
 * The organisation as it is shown: lines go by the titles the templates themselves use, titles are the reader's. Without
 * `named`, roles that are only named and not described are left out, and who reports to them stands at the top.
 */
export function visibleChart(
  templates: readonly TemplateSummary[],
  contents: readonly TemplateContents[],
  language: LanguageTag,
  named: boolean,
): Organisation {
  const whole = organisation(writtenRoles(templates, contents));
  const shown = new Map(templates.map((role) => [role.id, inLanguage(role, language).title]));
  const nodes = [...whole.nodes.values()].filter(({ described }) => described || named);
  const kept = new Set(nodes.map(({ id }) => id));
  const visible = nodes.map((node) => ({
    ...node,
    title: shown.get(node.id) ?? node.title,
    superior: node.superior !== null && kept.has(node.superior) ? node.superior : null,
    subordinates: node.subordinates.filter((one) => kept.has(one)),
  }));
  const tops = visible.filter(({ id, superior }) => superior === null || whole.tops.includes(id)).map(({ id }) => id);
  return { ...whole, nodes: new Map(visible.map((node) => [node.id, node])), tops };
}

/** Roles whose lines to another do not agree with the other's. */
export function doubtfulIn({ findings }: Organisation): ReadonlySet<string> {
  const those = findings.filter(({ code }) => contradictions.has(code));
  return new Set(those.flatMap(({ role, nodes }) => [role, ...nodes]));
}

function writtenRoles(templates: readonly TemplateSummary[], contents: readonly TemplateContents[]) {
  const written = new Map(templates.map((role) => [role.id, role]));
  return contents.flatMap(({ id, reportsTo, supervises }) => {
    const role = written.get(id);
    return role ? [{ id, schemaId: role.schemaId, title: role.title, reportsTo, supervises }] : [];
  });
}
