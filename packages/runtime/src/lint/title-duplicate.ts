import type { LintRule } from "./rule.ts";

/** Items of one section have titles that people can tell apart. */
export const titleDuplicate: LintRule = {
  id: "title/duplicate",
  check: ({ role, report }) =>
    role.sections.flatMap(({ items }) => {
      const first = new Map<string, string>();
      return items.flatMap(({ title, number, source }) => {
        const other = first.get(title);
        if (other === undefined) first.set(title, number);
        return other === undefined
          ? []
          : [report("title/duplicate", "warning", [...source.path, "title"], { title, other })];
      });
    }),
};
