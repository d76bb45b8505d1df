/** The messages of one language: area → nested objects of ICU MessageFormat text. */
export type Messages = Readonly<Record<string, MessageTree>>;

/** Text at the leaves; keys may hold slashes (`weights/sum`), so that diagnostic codes are keys as they are. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** A language people can choose: its BCP 47 tag, its name in itself, and its lazily loaded messages. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly load: () => Promise<Messages>;
}

/** Every language, the default first. A new one is a folder of area files and one line here. */
export const languages = [
  { tag: "zh-CN", name: "简体中文", load: async () => (await import("./zh-CN/index.ts")).messages },
  { tag: "en", name: "English", load: async () => (await import("./en/index.ts")).messages },
] as const satisfies readonly Language[];

export type LanguageTag = (typeof languages)[number]["tag"];

/** The language used when nobody asked for one that exists. */
export const defaultLanguage: LanguageTag = "zh-CN";

/**
 * The best language for the wished tags, most wished first (as in `navigator.languages`).
 *
 * An exact tag wins over one that shares the language (`en-GB` → `en`, `zh-TW` → `zh-CN`); tags that are no BCP 47
 * are passed over; the default answers when nothing matches.
 */
export function negotiate(tags: readonly string[]): LanguageTag {
  for (const wished of tags) {
    const found = languageFor(wished);
    if (found) return found;
  }
  return defaultLanguage;
}

/** The language for one tag, by the same rules; undefined where there is none. */
export function languageFor(tag: string): LanguageTag | undefined {
  return exactly(tag) ?? sameLanguage(tag);
}

function exactly(wished: string): LanguageTag | undefined {
  return languages.find(({ tag }) => tag.toLowerCase() === wished.toLowerCase())?.tag;
}

function sameLanguage(wished: string): LanguageTag | undefined {
  const language = primary(wished);
  return languages.find(({ tag }) => primary(tag) === language)?.tag;
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0];
}
