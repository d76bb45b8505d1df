import { enField, enPeople, zhField, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";

const faith = "(?:佛教|佛|基督教|基督|伊斯兰教|天主教|道教)";

/**
 * Religion as a condition (宗教信仰限制).
 *
 * PRC: 就业促进法 art. 3, 劳动法 art. 12. USA: Title VII, 42 U.S.C. § 2000e-2 and § 2000e-3(b); religious employers have
 * an exemption, § 2000e-1.
 */
export const discriminationReligion = discriminationRule({
  code: "discrimination/religion",
  words: [
    ...zhPeople(`信(?:仰)?${faith}|${faith}徒|穆斯林|信教|(?:有|无)宗教信仰|(?:不|无)(?:信教|信仰宗教)`),
    { pattern: /(?:须|必须|要求|应)?无宗教信仰/gu, law: "cn", where: "anywhere" },
    zhField("宗教|宗教信仰|信仰"),
    ...enPeople(
      "(?:non-?|practi[cs]ing |devout )?(?:christian|muslim|jew|jewish|hindu|buddhist|catholic|protestant|atheist)s?",
    ),
    enField("religion|religious (?:belief|affiliation)s?"),
    {
      pattern:
        /\b(?:no|without) religious (?:belief|affiliation)s?\b|\bof (?:the )?(?:christian|muslim|jewish|hindu|buddhist|catholic|protestant) faith\b/giu,
      law: "us",
      where: "anywhere",
    },
  ],
});
