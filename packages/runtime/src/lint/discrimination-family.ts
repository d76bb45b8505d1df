import { enField, enPeople, zhField, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";

const span = "(?:[一二两三四五\\d]|几)年(?:之?内)?";
const child = "(?:结婚|婚育|生育|怀孕|要孩子|生孩子|孕|生小孩|二胎|三胎)";

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
    ...zhPeople(
      "(?:已婚已育|未婚未育|已婚未育|已婚|未婚|已育|未育|离异|离婚|单身|丁克|有孩|无孩|怀孕|孕期)(?:的)?(?:女性|男性|女士|男士|妇女)?",
    ),
    {
      pattern: new RegExp(
        `(?:近|入职)?${span}(?:不|无|没有)(?:得|会|能|打算|准备|考虑)?${child}(?:的)?(?:计划|打算|安排)?|(?:无|没有|暂无)(?:近期)?${child}(?:的)?(?:计划|打算|安排)`,
        "gu",
      ),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: new RegExp(`(?:合同|聘用|试用|任职|在职|服务)期(?:限|间)?内?不(?:得|能|可|准)${child}`, "gu"),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: /已婚已育|未婚未育|(?:已|未)生育(?=$|[，、；。一二三]|[两]孩|子女)|(?:妊娠|怀孕)(?:测试|检测)|孕检/gu,
      law: "cn",
      where: "condition",
    },
    zhField("婚姻|婚育|婚否|生育"),
    ...enPeople("married|unmarried|single|childless"),
    enField("marital status"),
    {
      pattern:
        /\bno plans? (?:to have|for|of having|to become) (?:a )?(?:child|children|family|baby|pregnan(?:t|cy))\b|\bnot (?:be )?planning (?:a )?(?:pregnancy|family|children)\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern:
        /\b(?:not(?: be)?|non-?|no) ?pregnant\b|\bpregnancy test\b|\b(?:without|no) (?:young |small )?children\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
