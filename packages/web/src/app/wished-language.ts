import { type LanguageTag, negotiate } from "@rolewright/locale/languages";

/** Where this browser keeps the language that was chosen in it. */
export const languageMemory = "rolewright.language";

/** The reader's language: the one chosen in this browser, else the browser's own. */
export function wishedLanguage(): LanguageTag {
  const stored = localStorage.getItem(languageMemory);
  return negotiate(stored ? [stored] : navigator.languages);
}
