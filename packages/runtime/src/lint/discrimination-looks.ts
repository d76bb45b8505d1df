import { discriminationRule } from "./discrimination.ts";

/**
 * Looks, height and weight as a condition (相貌、身高限制).
 *
 * PRC: no statute lists them; fair conditions are 就业促进法 art. 26. USA: no federal law names them; height and weight
 * limits that hit one sex or origin harder fall under Title VII, and some states forbid them outright.
 */
export const discriminationLooks = discriminationRule({
  code: "discrimination/looks",
  instead: { zh: "按岗位着装规范上岗", en: "follows the dress code of the post" },
  words: [
    {
      pattern:
        /无(?:明显|可见|外露|大面积)?的?(?:纹身|文身|刺青|疤痕|胎记)(?:[和及、或](?:纹身|文身|刺青|疤痕|胎记))?/gu,
      law: "cn",
      where: "condition",
      severity: "info",
    },
    { pattern: /\bno (?:visible )?tattoos?\b/giu, law: "us", where: "condition", severity: "info" },
    {
      pattern:
        /(?:五官|相貌|容貌|外貌|外形|外表|长相|体貌|面容|体态|身材|形体)(?:端正|姣好|清秀|出众|较好|良好|甜美|靓丽|俊朗|匀称|苗条|高挑|[好佳](?=$|[，、；。]))|体健貌端|貌美|颜值高?|不肥胖/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern:
        /(?<!企业|公司|品牌|社会|品质|店铺|门店|对外|服务|品牌的|公司的)形象(?:气质)?(?:好|佳|良好|端正|出众|气质佳)|气质(?:佳|好|出众|良好|优雅)/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern:
        /身高(?:要求|不低于|须|应|在|达到?|：|:|≥)*\s*(?:1[.．]\d{1,2}\s*米?|1\d{2}\s*(?:cm|厘米|公分)?|[一二12]\s?[米m]\s?[一二三四五六七八九\d]{1,2})(?:\s*(?:cm|厘米|公分|米))?(?:及?以上)?(?!以下)|[男女]性?\s?1[5-8]\d\s?(?:cm|厘米)?(?:及?以上)|体重(?:不超过|在|要求|：|:)\s*\d{2,3}/giu,
      law: "cn",
      where: "condition",
    },
    {
      pattern:
        /(?<=^|[.,;] ?|\bmust be |\bphysically )(?:attractive|slim|beautiful|handsome|pretty)(?=$|[.,;)])|\b(?:(?:good|pleasant)[- ]looking|good looks|attractive (?:appearance|looks|person|candidates?|young |lady|female|male|woman|man)|pleasant appearance|well[- ]proportioned|slim (?:figure|build)|clean[- ]shaven)\b/giu,
      law: "us",
      where: "condition",
    },
    {
      pattern:
        /\b(?:minimum|maximum) (?:body )?(?:height|weight)\b|\b(?:at least|minimum|over) (?:\d(?:\.\d+)? ?(?:m|metres?|meters?)|\d ?(?:'|’|feet|foot|ft\.?) ?(?:\d{1,2} ?(?:"|”|inch(?:es)?)?)?) ?(?:tall|in height)\b|\bheight:? (?:of )?(?:at least |over )?\d{3} ?cm\b|\b\d{3} ?cm (?:tall|or taller)\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
