import type { TemplateSummary } from "@rolewright/server/protocol";

/**
 * A role of a list as a reader of this language sees it: its texts from the template's translation, and `language`
 * saying which language they are now in. Without a translation it comes back as it is.
 */
export function inLanguage(role: TemplateSummary, tag: string): TemplateSummary {
  if (role.language === tag) return role;
  const texts = role.translations[tag];
  return texts ? { ...role, ...texts, language: tag } : role;
}
