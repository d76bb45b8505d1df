import { enField, enPeople, zhField, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";

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
    ...zhPeople("(?:应届|往届|在校|年轻|已婚已育|未婚|已婚|单身)?(?:男|女)(?:性|士|生|同志|员工|毕业生|大学生|青年)?"),
    zhField("性别", "[男女](?!女|性?均可|性?不限|性?皆可|士?不限)性?"),
    {
      pattern: /(?:更?适合|宜)(?:男|女)(?:性|士|生)(?=$|[，,、。；])|性别[男女](?=$|[，。；、])/gu,
      law: "cn",
      where: "condition",
    },
    ...enPeople("males?|females?|m[ae]n|wom[ae]n|lad(?:y|ies)|gentlemen|boys|girls"),
    enField("sex|gender"),
    { pattern: /\b(?:salesgirl|girl friday)\b|\((?:fe)?males?(?: only)?\)/giu, law: "us", where: "anywhere" },
  ],
});
