import type { LintRule } from "./rule.ts";
import { firstMatches } from "./sentence.ts";

const zhNoun = "(?:率|比例|占比|满意度|完成度|次数|时长|天数|件数|评分)";
const zhRelation = "(?:应|须|要)?(?:不低于|不少于|不高于|不超过|达到?|低于|高于|大于|小于|控制在|保持在|≥|≤|>|<|为)?";
const zhMetric = new RegExp(`${zhNoun}\\s*${zhRelation}\\s*\\d{1,9}`, "gu");
const enNoun = "(?:rate|ratio|share|score|satisfaction|completion|percentage|accuracy|turnaround|yield)";
const enMetric = new RegExp(
  `\\b${enNoun}\\b[^.;,\\d]{0,40}\\d{1,9}|\\d{1,9} ?(?:%|percent|points?) (?:[a-z-]+ ){0,3}${enNoun}\\b`,
  "giu",
);
/** 拜访客户 20 家，新增签约 5 家: an amount in each clause, each of something named. */
const zhAmount =
  /(?<=^|[，；、])[^，；、。\d]{0,8}[一-龥]{2,}(?:不少于|不低于|至少|达到?)?\s*\d{1,9}\s?(?:万元|元|家|单|件|次|人|户|份|套|台|场|篇|条|个)(?=$|[，；、。])/gu;
/** 收缴率和满意度: two results named in one title. */
const zhPair = /[一-龥]+(?:率|意度|评分)[、和及与][一-龥]*(?:率|满意度|评分)$/u;
/** Beyond it a title is a paragraph, and looking for its end from every place takes time. */
const longestTitle = 80;
const enPair = /\b(?:[a-z]+ )?(?:rate|ratio|score|satisfaction) and [a-z ]*(?:rate|ratio|score|satisfaction)$/iu;

/**
 * A work standard measures one thing: 月度计划完成率 90 %，年度计划完成率 95 % are two standards (the seed's 3.9), as one
 * scorecard line cannot say which of them was missed.
 */
export const severalMetrics: LintRule = {
  id: "standard/several-metrics",
  scope: "item",
  check: ({ texts, reportWords }) =>
    texts
      .filter(
        ({ section, item, translated, field }) =>
          section?.kind === "standards" && item && !translated && field !== "other",
      )
      .flatMap((text) => {
        const [from, to, count] = metricsIn(text.text, text.field === "title");
        if (count < 2) return [];
        const params = { title: text.item?.title ?? "", count };
        return [reportWords("standard/several-metrics", "warning", { in: text, from, to }, params)];
      }),
};

function metricsIn(text: string, isTitle: boolean): readonly [from: number, to: number, count: number] {
  const stated = [...firstMatches(zhMetric, text), ...firstMatches(enMetric, text)];
  const found = stated.length < 2 && isTitle ? firstMatches(zhAmount, text) : stated;
  const [first, second] = found;
  if (first && second) return [nounStart(text, first.index), second.index + second[0].length, found.length];
  const pair = isTitle && text.length <= longestTitle ? (zhPair.exec(text) ?? enPair.exec(text)) : null;
  return pair ? [pair.index, pair.index + pair[0].length, 2] : [0, 0, 0];
}

/** Where the name that ends at an offset begins: 月度计划完成|率 is read from 月 on. */
function nounStart(text: string, offset: number): number {
  return offset - (/[一-龥]{0,12}$/u.exec(text.slice(Math.max(0, offset - 12), offset))?.[0].length ?? 0);
}
