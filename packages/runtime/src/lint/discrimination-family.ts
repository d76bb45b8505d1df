import { discriminationRule } from "./discrimination.ts";

/**
 * Marriage and childbearing as a condition (婚育限制).
 *
 * PRC: 妇女权益保障法 (2022) art. 43 nos. 2 to 4 (asking about marriage and children, pregnancy tests, restricting either),
 * 就业促进法 art. 27. USA: pregnancy is sex under Title VII, 42 U.S.C. § 2000e(k); marital status is protected by many
 * states' laws, not by Title VII itself.
 */
export const discriminationFamily = discriminationRule({
  code: "discrimination/family",
  words: [
    {
      pattern:
        /(?:已婚已育|未婚未育|已婚|未婚|已育|未育|离异|单身)(?:者|人士|女性|男性|女士|妇女)?(?:优先|勿扰|勿投|不要|不招|除外)/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern:
        /(?:[一二两三四五\d]|几)年内(?:不|无|没有)(?:得|会|能|打算|准备)?(?:结婚|生育|怀孕|婚育|要孩子|生孩子|孕)(?:计划|打算)?|(?:无|没有|暂无)(?:近期)?(?:结婚|婚育|生育|怀孕|二胎|三胎)(?:的)?(?:计划|打算)/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: /(?:合同|聘用|试用|任职|在职|服务)期(?:限|间)?内?不(?:得|能|可|准)(?:结婚|怀孕|生育|婚育)/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern:
        /已婚已育|未婚未育|(?:^|[，、；])(?:已婚|未婚|已育|未育|单身)(?=$|[，、；。])|^婚(?:姻|育)(?:状况|情况|要求)?$|(?:妊娠|怀孕)(?:测试|检测)|孕检/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern:
        /\b(?:married|unmarried|single|childless)(?: candidates| applicants| persons?)? (?:only|preferred)\b|\bno plans? (?:to have|for|of having) (?:a )?(?:child|children|family|baby)\b|\bmust be (?:single|married|unmarried|childless)\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern:
        /\b(?:not|non-?) ?pregnant\b|\bpregnancy test\b|^marital status$|\b(?:without|no) (?:young |small )?children\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
