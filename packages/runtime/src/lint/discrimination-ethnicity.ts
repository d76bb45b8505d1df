import { enField, enPeople, zhField, zhPeople } from "./condition-frames.ts";
import { discriminationRule } from "./discrimination.ts";

/**
 * Ethnicity and race as a condition (民族、种族限制).
 *
 * PRC: 就业促进法 art. 28 (各民族劳动者享有平等的劳动权利), 劳动法 art. 12. USA: race and colour under Title VII,
 * 42 U.S.C. § 2000e-2 and § 2000e-3(b).
 */
export const discriminationEthnicity = discriminationRule({
  code: "discrimination/ethnicity",
  words: [
    ...zhPeople("汉族|少数民族|(?:维吾尔|藏|回|彝|蒙古|哈萨克|苗|壮|满|朝鲜)族"),
    zhField("民族|种族", "[一-龥]{1,5}"),
    ...enPeople("whites?|blacks?|asians?|hispanics?|latin[ao]s?|caucasians?|han(?: chinese)?"),
    enField("race|ethnicity|ethnic group"),
  ],
});
