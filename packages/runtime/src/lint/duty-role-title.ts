import type { LintRule } from "./rule.ts";

/** A duty says what is done; one that only repeats the role's or the section's title (负责客服主管工作) says nothing. */
export const dutyRoleTitle: LintRule = {
  id: "duty/role-title",
  scope: "item",
  check: ({ role, itemsOf, report }) => {
    const titles = new Map(role.sections.map(({ key, title }) => [key, new Set(["", bare(role.title), bare(title)])]));
    return itemsOf("duties")
      .filter(({ section, title }) => titles.get(section)?.has(bare(title)))
      .map(({ title, source }) => report("duty/role-title", "warning", [...source.path, "title"], { title }));
  },
};

/** What is left without the words that any duty may begin and end with; of 全面履行岗位职责 nothing is. */
function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(
      /全面|负责|做好|担任|履行|承担|日常|各项|的|工作|岗位|职责|\b(?:perform|the|duties|tasks|work|of|an?)\b|[^\p{L}\p{N}]/gu,
      "",
    );
}
