import type { Fix, Severity } from "../diagnostic.ts";
import { cadenceInText, dueInText } from "./cadence-words.ts";
import type { LintContext, LintRule } from "./rule.ts";
import { firstMatches, sentenceAt } from "./sentence.ts";
import type { RoleText } from "./texts.ts";
import { type VagueWord, vagueHint, vagueWords } from "./vague-words.ts";

/**
 * A work standard says how soon, how often and what exactly, not 及时, 定期, 等 or "as needed" (principle 9 of the
 * design: no 等, 适当, 及时 without a figure). In a standard that is a warning, as it is judged by; elsewhere advice.
 */
export const vague: LintRule = {
  id: "wording/vague",
  scope: "item",
  check: (context) =>
    context.texts
      .filter(({ text }) => vagueHint.test(text))
      .flatMap((text) => {
        const isFigure = namesMeasuredFigure(text);
        const words = vagueWords.filter(({ standsFor }) => !isFigure || standsFor === "rest");
        return words.flatMap((word) => findingsOf(word, text, context));
      }),
};

/**
 * 投诉及时处理率 with a target is a figure's name; what counts as in time is a matter of its description. A list left open
 * (投诉、报修等处理率) leaves open what is counted, whatever it is called.
 */
function namesMeasuredFigure({ field, item, text }: RoleText): boolean {
  return (
    field === "title" &&
    item?.target !== undefined &&
    /(?:[率数量度比例长]|次数|评分|得分|rate|share|ratio)\s*$/i.test(text)
  );
}

function findingsOf(word: VagueWord, text: RoleText, context: LintContext) {
  return firstMatches(word.pattern, text.text).flatMap(({ index, 0: found }) => {
    const from = index + (/^[,\s]*/.exec(found)?.[0].length ?? 0);
    const to = index + found.length;
    const sentence = sentenceAt(text.text, from);
    if (word.concrete.test(text.text.slice(sentence.from, sentence.to))) return [];
    const params = { word: text.text.slice(from, to), standsFor: word.standsFor };
    return [
      context.reportWords(
        "wording/vague",
        severityOf(text),
        { in: text, from, to },
        params,
        fixes(word, text, { from: index, to }, context),
      ),
    ];
  });
}

function severityOf({ section }: RoleText): Severity {
  return section?.kind === "standards" ? "warning" : "info";
}

function fixes(
  word: VagueWord,
  text: RoleText,
  at: { from: number; to: number },
  context: LintContext,
): readonly Fix[] {
  const language = /\p{Script=Han}/u.test(text.text.slice(at.from, at.to)) ? "zh" : "en";
  const said = replacement(word, text, language);
  if (said === undefined) return [];
  const value = (text.text.slice(0, at.from) + said + text.text.slice(at.to)).trim();
  if (value === "") return [];
  const code = word.standsFor === "rest" ? "wording/close-list" : "wording/vague";
  return context.fix(code, { word: text.text.slice(at.from, at.to).trim(), said }, { path: text.path, value });
}

/** What the item itself says can stand where the word stood; nothing is made up. */
function replacement({ standsFor }: VagueWord, { item }: RoleText, language: "zh" | "en"): string | undefined {
  if (standsFor === "rest") return "";
  if (standsFor === "cadence") return cadenceInText(item?.every, language);
  return standsFor === "time" && language === "zh" ? dueInText(item?.due, item?.every) : undefined;
}
