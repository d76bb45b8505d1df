import { discriminationRule } from "./discrimination.ts";

/**
 * Health and disability beyond what the work needs (健康歧视). Health certificates that the law asks for (健康证, 职业禁忌证)
 * are none. 身体健康 alone is advice: it says nothing about the work and is read as a bar.
 *
 * PRC: 就业促进法 arts. 29 (disability) and 30 (carriers of pathogens), 就业服务与就业管理规定 art. 19 (no hepatitis B
 * test). USA: ADA, 42 U.S.C. § 12112: ability to do the essential functions, with reasonable accommodation.
 */
export const discriminationHealth = discriminationRule({
  code: "discrimination/health",
  instead: {
    zh: "能承担本岗位的工作，需要便利条件的与本人商定",
    en: "can do the essential work of the post, with reasonable accommodation where asked for",
  },
  words: [
    {
      pattern:
        /(?:无|非|不是|不招|不要|排除|拒绝)(?:乙肝|乙型肝炎|肝炎|艾滋病?|HIV)(?:病毒)?(?:携带者?|患者|阳性|病史)?|(?:乙肝|乙型肝炎|HBsAg|HIV|艾滋病?)(?:表面抗原|病毒)?(?:携带者?|患者|阳性者?)(?:勿扰|勿投|除外|不予录用|不录用)|(?:乙肝|HBsAg|HIV)(?:表面抗原|五项)?(?:呈|为|须|应)?\s?阴性/giu,
      law: "cn",
      where: "anywhere",
    },
    { pattern: /乙肝(?:五项|两对半|检查|检测|表面抗原)|两对半(?:检查|检测)?/gu, law: "cn", where: "condition" },
    {
      pattern: /(?:不招|不要|谢绝|不收)(?:残疾|残障)(?:人|人士|者)?|(?:残疾|残障)(?:人|人士|者)勿扰/gu,
      law: "cn",
      where: "anywhere",
    },
    {
      pattern:
        /无(?:传染病|传染性疾病|残疾|残障|慢性病|慢性疾病|精神病史?|精神疾病|家族病史|遗传病史?|既往病史|重大疾病史?|任何疾病|疾病史|口吃|生理缺陷|肝炎)/gu,
      law: "cn",
      where: "condition",
    },
    {
      pattern: /无(?:心脏病|高血压|糖尿病|癫痫|心脑血管疾病|腰椎病|恐高症)(?:史)?/gu,
      law: "cn",
      where: "condition",
      severity: "info",
    },
    {
      pattern: /(?:身体|身心)(?:素质)?健康(?=$|[，,、；;。）者])|体格健全|四肢健全/gu,
      law: "cn",
      where: "condition",
      severity: "info",
    },
    {
      pattern:
        /\b(?:no|without|free (?:of|from)(?: any)?) (?:physical |mental )?(?:disabilit(?:y|ies)|handicaps?)\b|\bHIV[- ]negative\b|\bno disabled (?:people|persons|applicants|candidates)\b|\bmust not be (?:disabled|handicapped)\b|\b(?:must|should|may) not have (?:any |an? )?(?:physical |mental )?(?:disabilit(?:y|ies)|handicaps?)\b/giu,
      law: "us",
      where: "anywhere",
    },
    {
      pattern:
        /\bable[- ]bodied\b|\bno (?:pre-?existing )?(?:medical|health) (?:conditions?|problems|issues)\b|\bno (?:history of )?(?:mental illness(?:es)?|mental health (?:problems|conditions)|chronic (?:illness(?:es)?|diseases?)|back (?:problems|injur(?:y|ies)))\b/giu,
      law: "us",
      where: "condition",
    },
    {
      pattern:
        /\b(?:in )?(?:good|excellent|perfect) (?:physical |general )?health(?=$|[.,;)])|(?<=^|[.,;] ?)(?:physically fit|healthy)(?=$|[.,;)])/giu,
      law: "us",
      where: "condition",
      severity: "info",
    },
  ],
});
