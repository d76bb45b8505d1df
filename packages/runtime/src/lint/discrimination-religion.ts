import { discriminationRule } from "./discrimination.ts";

const faiths = "(?:christian|muslim|jew|hindu|buddhist|catholic|protestant|atheist)s?";

/**
 * Religion as a condition (宗教信仰限制).
 *
 * PRC: 就业促进法 art. 3, 劳动法 art. 12. USA: Title VII, 42 U.S.C. § 2000e-2 and § 2000e-3(b); religious employers have
 * an exemption, § 2000e-1.
 */
export const discriminationReligion = discriminationRule({
  code: "discrimination/religion",
  words: [
    {
      pattern:
        /(?:须|必须|要求|应)?无宗教信仰|(?:不|无)(?:信教|信仰宗教)(?:者)?(?:优先)?|信(?:仰)?(?:佛教|佛|基督教|伊斯兰教|天主教|道教)(?:者|人士)?(?:优先|勿扰|不要|不招|除外)|(?:不招|不要|谢绝)(?:信教|有宗教信仰)/gu,
      law: "cn",
      where: "anywhere",
    },
    { pattern: /^宗教(?:信仰)?(?:要求)?$|宗教信仰[：:]\s*(?!不限)/gu, law: "cn", where: "condition" },
    {
      pattern: new RegExp(
        `\\b${faiths}(?: candidates| applicants)? (?:only|preferred)\\b|\\bmust be (?:a |an )?(?:practi[cs]ing )?${faiths}\\b|\\b(?:no|without) religious (?:belief|affiliation)s?\\b`,
        "giu",
      ),
      law: "us",
      where: "anywhere",
    },
    { pattern: /^religio(?:n|us (?:belief|affiliation)s?)$/giu, law: "us", where: "condition" },
  ],
});
