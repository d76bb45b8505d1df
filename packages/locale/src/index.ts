export { type ChangeWords, changeInWords } from "./changes.ts";
export { type FindingWords, findingInWords, fixInWords } from "./findings.ts";
export { firstText, type HoverWords, hoverInWords, usualUnits } from "./language-words.ts";
export { defaultLanguage, type Language, type LanguageTag, languageFor, languages, negotiate } from "./languages.ts";
export {
  actualInWords,
  cadenceInWords,
  dayInWords,
  dueInWords,
  periodInWords,
  quantityInWords,
  scoreInWords,
  stepInWords,
  targetInWords,
} from "./phrases.ts";
export {
  createTranslator,
  type MessageParams,
  type Translator,
  type TranslatorOptions,
} from "./translator.ts";
