import { discriminationRule } from "./discrimination.ts";

const foreign = "(?:white|black|asian|hispanic|latino|caucasian|han chinese)";

/**
 * Ethnicity and race as a condition (民族、种族限制).
 *
 * PRC: 就业促进法 art. 28 (各民族劳动者享有平等的劳动权利), 劳动法 art. 12. USA: race and colour under Title VII,
 * 42 U.S.C. § 2000e-2 and § 2000e-3(b).
 */
export const discriminationEthnicity = discriminationRule({
  code: "discrimination/ethnicity",
  words: [
    {
      pattern:
        /(?:限|仅限|只限|只招|须为|要求)汉族|汉族(?:人|者)?优先|(?:不招|不要|谢绝|不收)(?:少数民族|(?:维吾尔|藏|回|彝|蒙古|哈萨克|苗|壮)族)/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: /^民族(?:要求|限制)?$|^汉族$|(?:^|[，、；])汉族(?=$|[，、；。])|民族[：:]\s*(?!不限)[一-龥]{1,4}族/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern: new RegExp(
        `\\b${foreign}s?(?: candidates| applicants| people)? (?:only|preferred)\\b|\\b(?:only|no) ${foreign}s?(?: candidates| applicants| people)\\b`,
        "giu",
      ),
      law: "us",
      where: "anywhere",
    },
    { pattern: /^(?:race|ethnicity|ethnic group)$/giu, law: "us", where: "condition" },
  ],
});
