import { t } from "../../../app/language.ts";
import type { NewWords } from "./item-kinds.ts";

/** Words for new parts of a template, in the template's own language as far as we speak it. */
export function newWords(language: string): NewWords & { readonly title: (kind: string) => string } {
  const tag = language.startsWith("en") ? "en" : "zh";
  return {
    choices: t(`designer.new.${tag}.choices`).split("|"),
    part: t(`designer.new.${tag}.part`),
    whole: t(`designer.new.${tag}.whole`),
    title: (kind) => t(`designer.new.${tag}.${kind}`),
  };
}
