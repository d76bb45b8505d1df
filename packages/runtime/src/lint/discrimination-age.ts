import { toDecimal } from "../decimal.ts";
import { enField, enPeople, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";
import type { RoleText } from "./texts.ts";

const years = "(?:1[89]|[2-6]\\d|十[八九]|[二三四五六]十[一二三四五六七八九]?)";
const ageZh = `${years}\\s*周?岁`;
const counts = "\\s*(?:[（(]不?含[)）])?\\s*";
const upTo = "(?:及|或)?(?:以下|以内|之内|之间|左右|上下)";
const between = "\\s*(?:周?岁)?\\s*[-—–~～至到]\\s*";
const atMost = "(?:不(?:得|能|可|应)?(?:超过|大于|高于)|小于|低于|未满|控制在|限|≤|<|＜|<=)\\s*";
/** The words behind an age say whom the work is for (35 岁以下员工的占比), or what was done (中老年服装设计经验). */
const others =
  "(?!的?(?:男性?|女性?)?(?:中?老|中?青年|青少年|儿童|人群|群体|业主|客户|患者|居民|会员|游客|用户|住户|员工|职工|未成年|学生|学员|宾客|参保))(?![^，。；、有]{1,16}(?:经验|经历)$)";

/**
 * Age as a condition (年龄限制). The lower limit the law itself sets (16 or 18) is none.
 *
 * PRC: no statute lists age by name; the duty of equal opportunity and fair conditions is 就业促进法 art. 26, and
 * recruitment notices may hold nothing discriminatory (就业服务与就业管理规定 art. 20). USA: ADEA, 29 U.S.C. § 623(e),
 * protects from 40 on; 29 CFR 1625.4 names "age 25 to 35", "young" and "recent college graduate".
 */
export const discriminationAge = discriminationRule({
  code: "discrimination/age",
  words: [
    {
      pattern: new RegExp(
        `年[龄纪](?:要求|限制|范围|条件|控制)?[：:为在须应需限]{0,2}\\s*(?:${atMost}${years}|${years}(?:${between}${years}|\\s*(?:周?岁)?${counts}${upTo}))\\s*(?:周?岁)?${counts}(?:${upTo})?`,
        "gu",
      ),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: new RegExp(
        `${ageZh}${counts}${upTo}${others}|${years}${between}${ageZh}(?:之间)?${others}|${atMost}${ageZh}${others}`,
        "gu",
      ),
      law: "cn",
      where: "condition",
    },
    {
      pattern: new RegExp(
        `(?:19|[2-6]\\d|[二三四五六]十[一二三四五六七八九]?)\\s*周?岁${counts}(?:及|或)?以上${others}`,
        "gu",
      ),
      law: "cn",
      where: "condition",
    },
    {
      pattern: /(?:19|20)\d{2}\s?年(?:\d{1,2}\s?月(?:\d{1,2}\s?日)?)?(?:及?[以之])?[后前]出生/gu,
      law: "cn",
      where: "condition",
    },
    ...zhPeople("年轻人?|青年人?|中青年|[6-9]0\\s?后|(?<!\\d)[089]5\\s?后|(?<!\\d)00\\s?后"),
    { pattern: /年轻(?:有活力|力壮|貌美|漂亮)|年富力强|年龄适中/gu, law: "cn", where: "anywhere" },
    {
      pattern: /^(?:最[大高])?年龄(?:要求|限制|条件|上限)?$/gu,
      law: "cn",
      where: "condition",
      unless: asksForMajority,
    },
    {
      pattern:
        /\b(?:under|below|over|younger than|(?:not?|no) older than) (?:the )?age of (?!1[68]\b|21\b)\d{2}\b|\b(?:maximum|max\.?|upper) age\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern:
        /(?<!\b(?:children|pupils|patients|residents|guests|users|customers|clients|people|persons|visitors|students) )\b(?:aged?|ages):? (?:between )?(?:1[89]|[2-6]\d) ?(?:-|–|to|and) ?[1-6]\d\b|\b(?:1[89]|[2-6]\d) ?(?:-|–|to|and) ?\d{2} years (?:old|of age)\b|\bbetween the ages of \d{2} and \d{2}\b|\b(?:younger than|not? (?:older|more) than|not? over|under|below|over) (?:19|[2-6]\d) years (?:old|of age)\b|\b(?:younger|not? older) than (?:19|[2-6]\d)(?=$|[.,;)])|(?:(?<=^|[.,;] ?)|\b(?:candidates?|applicants?) )(?:must be )?(?:under|below|over) (?:19|[2-6]\d)(?=$|[.,;)]| years(?=$|[.,;)]))/giu,
      law: "us",
      where: "condition",
    },
    {
      pattern:
        /\b(?:young(?:,)? (?:and |& )?(?:energetic|dynamic|vibrant)|(?:energetic|dynamic|vibrant|bright),? (?:and )?young|digital natives?|age limit|born (?:after|before|in or after) (?:19|20)\d{2})\b/giu,
      law: "us",
      where: "condition",
    },
    ...enPeople(
      "(?:recent|new|fresh) (?:college |university )?grad(?:uate)?s?|young(?: people| persons?| lad(?:y|ies)| m[ae]n| wom[ae]n| applicants?| candidates?| professionals?| team (?:players?|members?))",
    ),
    { ...enField("age"), unless: asksForMajority },
  ],
});

/** 年龄 with a target of at least 16 or 18, or "Age: 18 or over", is the limit that the law itself sets. */
function asksForMajority({ item, text }: RoleText): boolean {
  const bounds = item?.target?.bounds ?? [];
  const lowest = bounds.every(({ keyword, value }) => keyword === "minimum" && toDecimal(value)?.lessThanOrEqualTo(18));
  return (bounds.length > 0 && lowest) || /\bage: ?(?:1[68]|21)\b/i.test(text);
}
