import { discriminationRule } from "./discrimination.ts";

const notRooms = "(?![装鞋厕卫浴更宿童婴职工科区宾盥洗])";

/**
 * Sex as a condition (性别限制).
 *
 * PRC: 就业促进法 art. 27, 妇女权益保障法 (2022) art. 43 no. 1 (限定为男性或者规定男性优先), 劳动法 arts. 12 and 13; work the
 * state itself forbids to women (女职工劳动保护特别规定, annex) is an exception the author may note. USA: Title VII,
 * 42 U.S.C. § 2000e-2 and, for notices, § 2000e-3(b).
 */
export const discriminationSex = discriminationRule({
  code: "discrimination/sex",
  words: [
    {
      pattern: new RegExp(
        `(?:仅限|只限|限招|只招|仅招|仅聘|只聘|限|须为|必须是|要求为?)(?:招|招聘|聘)?(?:男|女)(?:性|士|生|同志|员工)?${notRooms}(?=$|[，。；、（）！ ]|优先|任职|应聘|报名|报考)`,
        "gu",
      ),
      law: "cn",
      where: "anywhere",
    },
    { pattern: /(?:男|女)(?:性|士|生)?优先(?!乘|登|入|通|服|就|上|进|安)/gu, law: "cn", where: "anywhere" },
    {
      pattern: /性别(?:要求)?(?:[：:]|为|须为|限|限为)\s*(?:男|女)(?!女|性?均可|性?不限|皆可|士?不限)性?/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: /(?:不招|不要|不聘|谢绝|拒收)(?:男|女)(?:性|士|生|员工)?|(?:男|女)(?:士|性|生)勿扰/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: /^(?:性别(?:要求|限制)?|男性?|女性?)$|^(?:男|女)(?:性|士|生)?(?=[，,、])/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern:
        /\b(?:males?|females?|men|women|ladies|gentlemen)(?: candidates| applicants)? (?:only|(?:is |are )?preferred)\b|\b(?:no|only) (?:males?|females?|men|women)\b(?! and| or)|\bmust be (?:a )?(?:male|female|man|woman)\b|\b(?:salesgirl|girl friday)\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern: /^(?:(?:fe)?male|men|women|sex|gender)$|\bprefer(?:ably|red)?:? (?:a )?(?:male|female)s?\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
