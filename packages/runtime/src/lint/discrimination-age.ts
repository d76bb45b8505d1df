import { discriminationRule } from "./discrimination.ts";

const years = "(?:1[89]|[2-6]\\d)";
const ageZh = `${years}\\s*周?岁`;
const others = "(?!的?(?:老|儿童|人群|业主|客户|患者|居民|会员|游客|用户|住户|员工|职工|未成年|学生|学员|宾客|参保))";

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
        `年[龄纪](?:要求|限制|范围|条件|控制)?[：:为在须应需限]{0,2}\\s*(?:不超过|不大于|小于|低于|${years}\\s*(?:周?岁)?\\s*(?:[-—–~～至到]|以下|以内|左右))\\s*${years}?\\s*(?:周?岁)?\\s*(?:（含）)?(?:以下|以内|之间|左右)?`,
        "gu",
      ),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: new RegExp(`${ageZh}\\s*(?:（含）)?\\s*(?:及|或)?(?:以下|以内|之间|左右)${others}`, "gu"),
      law: "cn",
      where: "condition",
    },
    {
      pattern: new RegExp(`${years}\\s*(?:周?岁)?\\s*[-—–~～至到]\\s*${ageZh}(?:之间)?${others}`, "gu"),
      law: "cn",
      where: "condition",
    },
    {
      pattern: new RegExp(`(?:不超过|不大于|小于|低于|未满)\\s*${ageZh}${others}`, "gu"),
      law: "cn",
      where: "condition",
    },
    { pattern: new RegExp(`(?:19|[2-6]\\d)\\s*周?岁\\s*以上${others}`, "gu"), law: "cn", where: "condition" },
    {
      pattern: /年轻(?:有活力|力壮|者?优先|貌美|漂亮)|[6-9]0\s*后优先|(?<!\d)[089]5后优先/gu,
      law: "cn",
      where: "anywhere",
    },
    { pattern: /^年龄(?:要求|限制|条件)?$/gu, law: "cn", where: "condition" },
    {
      pattern:
        /\b(?:under|below|over|younger than|(?:not?|no) older than) (?:the )?age of (?!1[68]\b|21\b)\d{2}\b|\b(?:maximum|max\.?|upper) age\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern:
        /(?<!\b(?:children|pupils|patients|residents|guests|users|customers|clients|people|persons|visitors|students) )\b(?:aged?|age) (?:between )?(?:1[89]|[2-6]\d) ?(?:-|–|to|and) ?\d{2}\b|\b(?:1[89]|[2-6]\d) ?(?:-|–|to) ?\d{2} years (?:old|of age)\b|\b(?:younger than|not? older than|under|below|over) (?:19|[2-6]\d)(?: years (?:old|of age)|(?=$|[.,;]))/giu,
      law: "us",
      where: "condition",
    },
    {
      pattern:
        /\b(?:recent (?:college |university )?graduates?(?: only| preferred)?|young(?:,)? (?:and )?(?:energetic|dynamic|applicants?|candidates?|person|people only|men|women|man|woman)|digital natives?|age limit)\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
