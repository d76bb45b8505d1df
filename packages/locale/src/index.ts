export { defaultLanguage, type Language, type LanguageTag, languages, negotiate } from "./languages.ts";
export {
  createTranslator,
  type MessageParams,
  type Translator,
  type TranslatorOptions,
} from "./translator.ts";
