import type { Item, RoleModel, Section } from "../model.ts";
import type { LintRule } from "./rule.ts";

/** Who rewrites an inherited text rewrites its translations too: readers of the other language still read the old one. */
export const staleTranslation: LintRule = {
  id: "extends/translation",
  check({ role, items, report }) {
    const about = ({ title, staleTranslations = [] }: RoleModel | Section | Item, path: readonly (string | number)[]) =>
      staleTranslations.map(({ language, field, origin }) =>
        report("extends/translation", "info", [...path, field], { title, language, field, parent: origin.title }),
      );
    return [
      ...about(role, []),
      ...role.sections.flatMap((section) => about(section, section.source.path)),
      ...items.flatMap((item) => about(item, item.source.path)),
    ];
  },
};
