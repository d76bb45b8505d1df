import { enField, enPeople, zhField, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";

const places =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古|东北|温州|莆田|广州|深圳|杭州|南京|成都|武汉|苏州|厦门|青岛";
const near = "本地|本市|本省|本县|本区|当地|外地|外省|外来|城镇|城市|非农业?|农业|农村";
/** 本市常住户口, 北京户籍, 深户, 京籍. */
const register = `(?:非)?(?:${near}|${places}|[一-龥]{2}市)(?:的)?(?:常住|非农业?|城镇|集体)?(?:户口|户籍)|(?<![一-龥])(?:京|沪|深|穗|津|渝|杭|苏)(?:户|籍)`;

/**
 * Origin and household register as a condition (地域、户籍限制).
 *
 * PRC: 就业促进法 art. 31 (no discriminating limits on rural workers) and art. 26; courts have held 籍贯 to be such a
 * ground. USA: national origin under Title VII, 42 U.S.C. § 2000e-2; citizenship under 8 U.S.C. § 1324b.
 */
export const discriminationOrigin = discriminationRule({
  code: "discrimination/origin",
  words: [
    ...zhPeople(
      `(?:具有|具备|须有|持有|持|有)?(?:${register})|(?:${near})(?:人|居民|生源|人士)|(?:${places})(?:人|籍)`,
    ),
    {
      pattern: new RegExp(`(?:具有|具备|须有|持有|持|有)(?:${register})${"(?=$|[，、；。（(])"}`, "gu"),
      law: "cn",
      where: "condition",
    },
    zhField("籍贯|户口|户籍|户籍所在地|户口所在地|生源地"),
    ...enPeople(
      "locals?(?: residents?)?|(?:[a-z]+ )?nationals?|(?:u\\.?s\\.? |american |british |chinese )?citizens?|foreigners?|immigrants?|americans|indians|africans|mexicans|nigerians|filipinos|pakistanis|russians",
    ),
    enField("nationality|place of birth|birthplace"),
    {
      pattern:
        /(?<![\w-])native(?:[- ]level)? (?:[a-z]+ )?speakers?(?=$|[.,;)]| (?:of|only|preferred|level|required)\b)|\bborn in [a-z]+|\bu\.?s\.?[- ]born\b|\bmother tongue\b|\b(?:no|without an?|without any) (?:foreign |strong |regional |heavy )*accents?\b|\baccent[- ]free\b/giu,
      law: "us",
      where: "condition",
    },
  ],
});
