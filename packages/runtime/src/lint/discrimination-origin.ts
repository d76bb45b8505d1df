import { discriminationRule } from "./discrimination.ts";

const places =
  "外地|外省|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古|东北|温州|莆田";

/**
 * Origin and household register as a condition (地域、户籍限制).
 *
 * PRC: 就业促进法 art. 31 (no discriminating limits on rural workers) and art. 26; courts have held 籍贯 to be such a
 * ground. USA: national origin under Title VII, 42 U.S.C. § 2000e-2; citizenship under 8 U.S.C. § 1324b.
 */
export const discriminationOrigin = discriminationRule({
  code: "discrimination/origin",
  words: [
    {
      pattern:
        /(?:限|仅限|只限|只招|要求|须有|须为|具有|具备|持有|持)?(?:本地|本市|本省|当地|城镇|城市|非农业?|农村|外地|[一-龥]{2}(?:市)?)户(?:口|籍)(?:者|人员|人士)?(?:优先|不限制|除外)/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern: new RegExp(
        `(?:限|仅限|只限|只招)(?:本地|本市|本省|当地)(?:人|居民|生源)(?!会员|业主)|(?:本地|当地)人优先|(?:不招|不要|谢绝)(?:${places})(?:人|籍)|(?:${places})(?:人|籍)?(?:勿扰|勿投|除外)`,
        "gu",
      ),
      law: "cn",
      where: "anywhere",
    },
    {
      pattern:
        /(?:本地|本市|本省|当地|城镇|非农业?|[一-龥]{2}市)户(?:口|籍)|^(?:籍贯|户口|户籍)(?:要求|所在地)?$|(?:户口|户籍)(?:要求|限制)?[：:]\s*(?!不限|无)/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern: /\b(?:locals|local residents|nationals|citizens) only\b|\bno foreigners\b/giu,
      law: "us",
      where: "anywhere",
    },
    { pattern: /\bnative (?:[a-z]+ )?speakers?\b|\bborn in [a-z]+/giu, law: "us", where: "condition" },
  ],
});
